import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { useTemplate } from './context';

/** The built-in pack's areas lead to where that work is done; others stand alone. */
export function AreaLink({ area }: { area: string }) {
  const { t } = useTranslation('balance');
  const { district, template } = useTemplate();
  const school = template.school_id ?? undefined;
  const params = { district };
  const search = { school: school ?? 'district' };
  switch (area) {
    case 'team':
      return (
        <Group gap="md">
          <TextLink to="/d/$district/teams" params={params}>
            {t('area.team')}
          </TextLink>
          <TextLink to="/d/$district/decisions" params={params} search={{}}>
            {t('area.decisions')}
          </TextLink>
        </Group>
      );
    case 'goals':
      return (
        <Group gap="md">
          {school ? (
            <TextLink to="/d/$district/plan/schools/$school" params={{ district, school }}>
              {t('area.schoolPlan')}
            </TextLink>
          ) : (
            <TextLink to="/d/$district/plan" params={params}>
              {t('area.plan')}
            </TextLink>
          )}
          <TextLink to="/d/$district/money/equity" params={params}>
            {t('area.equity')}
          </TextLink>
        </Group>
      );
    case 'needs':
      return (
        <TextLink to="/d/$district/needs" params={params} search={{ of: school ?? 'district' }}>
          {t('area.needs')}
        </TextLink>
      );
    case 'barriers':
      return (
        <TextLink to="/d/$district/barriers" params={params} search={search}>
          {t('area.barriers')}
        </TextLink>
      );
    case 'communication':
      return (
        <TextLink to="/d/$district/communication" params={params} search={search}>
          {t('area.communication')}
        </TextLink>
      );
    case 'monitoring':
      return (
        <TextLink to="/d/$district/monitoring" params={params}>
          {t('area.monitoring')}
        </TextLink>
      );
    case 'evaluation':
      return (
        <Group gap="md">
          <TextLink to="/d/$district/monitoring/evaluation" params={params}>
            {t('area.evaluateGoals')}
          </TextLink>
          <TextLink to="/d/$district/commitments" params={params} search={{ school }}>
            {t('area.evaluation')}
          </TextLink>
        </Group>
      );
    default:
      return null;
  }
}
