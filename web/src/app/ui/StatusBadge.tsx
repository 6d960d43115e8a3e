import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockExclamation,
  IconPencil,
  IconPlayerPause,
  IconProgress,
  IconSend,
  IconSparkles,
  IconTrendingUp,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './StatusBadge.module.css';

export type Tone = 'neutral' | 'progress' | 'attention' | 'good' | 'late' | 'new';

type Icon = ComponentType<{ size?: number | string; 'aria-hidden'?: boolean }>;

/** Every status of the product: one icon, one tone, one word (`status.*` of app/en.json). */
const statuses = {
  // templates
  draft: [IconPencil, 'neutral'],
  submitted: [IconSend, 'progress'],
  returned: [IconArrowBackUp, 'attention'],
  accepted: [IconCircleCheck, 'good'],
  completed: [IconCircleCheck, 'good'],
  // functions
  'in-place': [IconCircleCheck, 'good'],
  strengthen: [IconTrendingUp, 'attention'],
  create: [IconSparkles, 'new'],
  unrated: [IconCircleDashed, 'neutral'],
  // activities and action items
  not_started: [IconCircle, 'neutral'],
  open: [IconCircle, 'neutral'],
  in_progress: [IconProgress, 'progress'],
  doing: [IconProgress, 'progress'],
  done: [IconCircleCheck, 'good'],
  dropped: [IconCircleX, 'neutral'],
  overdue: [IconClockExclamation, 'late'],
  // goals, schools, people
  active: [IconProgress, 'progress'],
  maintenance: [IconPlayerPause, 'neutral'],
  archived: [IconArchive, 'neutral'],
  closed: [IconCircleX, 'neutral'],
  invited: [IconSend, 'progress'],
  inactive: [IconCircleX, 'neutral'],
  // teams
  complete: [IconCircleCheck, 'good'],
  incomplete: [IconAlertTriangle, 'attention'],
  // barriers, commitments, skills
  resolved: [IconCircleCheck, 'good'],
  raised: [IconSend, 'progress'],
  kept: [IconCircleCheck, 'good'],
  partly: [IconTrendingUp, 'attention'],
  not_kept: [IconCircleX, 'late'],
  promised: [IconProgress, 'progress'],
  present: [IconCircleCheck, 'good'],
  growing: [IconTrendingUp, 'progress'],
  missing: [IconAlertTriangle, 'attention'],
} as const satisfies Record<string, readonly [Icon, Tone]>;

export type Status = keyof typeof statuses;

export const isStatus = (text: string | null | undefined): text is Status =>
  !!text && Object.hasOwn(statuses, text);

export function statusTone(status: Status): Tone {
  return statuses[status][1];
}

export function StatusIcon({ status, size = 18 }: { status: Status; size?: number }) {
  const Icon = statuses[status][0];
  return <Icon aria-hidden size={size} />;
}

/** Icon, word and colour: never colour alone. `label` replaces the word, e.g. '3 late'. */
export function StatusBadge({ status, label }: { status: Status; label?: string }) {
  const { t } = useTranslation();
  return (
    <ToneBadge icon={statuses[status][0]} tone={statusTone(status)}>
      {label ?? t(`status.${status}`)}
    </ToneBadge>
  );
}

interface ToneBadgeProps {
  icon: Icon;
  tone: Tone;
  children: ReactNode;
}

/** For what is no status of a record: an outcome, a role that stands out. */
export function ToneBadge({ icon: Icon, tone, children }: ToneBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon aria-hidden size={16} />
      {children}
    </span>
  );
}
