import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { useTemplate } from './context';

/** The built-in pack's areas lead to where that work is done; others stand alone. */
export function AreaLink({ area }: { area: string }) {
  const { t } = useTranslation('balance');
  const { district, template } = useTemplate();
  if (area === 'team') {
    return (
      <TextLink to="/d/$district/teams" params={{ district }}>
        {t('area.team')}
      </TextLink>
    );
  }
  if (area === 'needs') {
    return (
      <TextLink
        to="/d/$district/needs"
        params={{ district }}
        search={{ of: template.school_id ?? 'district' }}
      >
        {t('area.needs')}
      </TextLink>
    );
  }
  if (area !== 'goals') return null;
  return template.school_id ? (
    <TextLink
      to="/d/$district/plan/schools/$school"
      params={{ district, school: template.school_id }}
    >
      {t('area.schoolPlan')}
    </TextLink>
  ) : (
    <TextLink to="/d/$district/plan" params={{ district }}>
      {t('area.plan')}
    </TextLink>
  );
}
