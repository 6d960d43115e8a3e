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

/** What is shown by the name it was given. */
const namedKinds = [
  'action_due',
  'activity_due',
  'communication_due',
  'barrier_due',
  'barrier_raised',
  'commitment_to_acknowledge',
  'commitment_to_review',
  'adjustment_to_decide',
  'survey_to_answer',
] as const;
type NamedKind = (typeof namedKinds)[number];
const isNamed = (kind: WaitingItem['kind']): kind is NamedKind =>
  (namedKinds as readonly string[]).includes(kind);

/** The server says what waits and with which names; here it becomes a sentence. */
export function useWaitingWords(): (item: WaitingItem) => WaitingWords {
  const { t } = useTranslation('home');
  const { id } = useDistrict();
  const schoolName = useSchoolName(id);
  return ({ kind, title_args: args, school_id }) => {
    const school = schoolName(school_id) || args.school || args.school_name || '';
    const named = args.title ?? args.name ?? args.team ?? '';
    const own = isNamed(kind) ? named : '';
    const title = own || t(`waiting.${kind}.title`, { school: school || t('theDistrict') });
    const about = [
      isNamed(kind) ? t(`waiting.${kind}.about`) : '',
      kind === 'report_to_submit' ? named : '',
      kind === 'template_to_review' || kind === 'report_to_submit' ? '' : school,
      args.year ?? '',
    ];
    return {
      title,
      about: about.filter(Boolean).join(' · '),
      action: t(`waiting.${kind}.action`),
    };
  };
}
