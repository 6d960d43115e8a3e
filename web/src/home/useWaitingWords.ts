import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import type { WaitingItem } from './queries';

export interface WaitingWords {
  /** What to do. */
  title: string;
  /** Where and of what year. */
  about: string;
  /** The verb on the button. */
  action: string;
}

/** The server says what waits and with which names; here it becomes a sentence. */
export function useWaitingWords(): (item: WaitingItem) => WaitingWords {
  const { t } = useTranslation('home');
  const { id } = useDistrict();
  const schoolName = useSchoolName(id);
  return ({ kind, title_args: args, school_id }) => {
    const school = schoolName(school_id) || args.school || args.school_name || '';
    const named = args.title ?? args.name ?? args.team ?? '';
    const title =
      kind === 'action_due' || kind === 'activity_due'
        ? named || t(`waiting.${kind}.title`)
        : t(`waiting.${kind}.title`, { school: school || t('theDistrict') });
    const about = [
      kind === 'action_due' || kind === 'activity_due' ? t(`waiting.${kind}.about`) : '',
      kind === 'template_to_review' ? '' : school,
      args.year ?? '',
    ];
    return {
      title,
      about: about.filter(Boolean).join(' · '),
      action: t(`waiting.${kind}.action`),
    };
  };
}
