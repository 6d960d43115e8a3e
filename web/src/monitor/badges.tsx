import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconClockExclamation,
  IconEyeOff,
  IconFlag,
  IconHelpCircle,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Tone, ToneBadge } from '@/app/ui/StatusBadge';
import type { AdjustmentStatus, LearningCycle, Standing, Track } from './queries';

const standings = {
  missing: [IconAlertTriangle, 'late'],
  late: [IconClockExclamation, 'late'],
  waiting: [IconClock, 'attention'],
  upcoming: [IconCircleDashed, 'neutral'],
  submitted_late: [IconCircleCheck, 'attention'],
  submitted: [IconCircleCheck, 'good'],
} as const satisfies Record<Standing, readonly [typeof IconClock, Tone]>;

export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = useTranslation('monitor');
  const [icon, tone] = standings[standing];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`standing.${standing}`)}
    </ToneBadge>
  );
}

const tracks = {
  reached: [IconFlag, 'good'],
  on_track: [IconCircleCheck, 'good'],
  behind: [IconTrendingUp, 'attention'],
  off_track: [IconAlertTriangle, 'late'],
  too_early: [IconClock, 'neutral'],
  no_value: [IconCircleDashed, 'neutral'],
  hidden: [IconEyeOff, 'neutral'],
  no_targets: [IconHelpCircle, 'neutral'],
} as const satisfies Record<Track, readonly [typeof IconClock, Tone]>;

export function TrackBadge({ track }: { track: Track }) {
  const { t } = useTranslation('monitor');
  const [icon, tone] = tracks[track];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`track.${track}`)}
    </ToneBadge>
  );
}

const decisions = {
  proposed: [IconHelpCircle, 'attention'],
  accepted: [IconCircleCheck, 'good'],
  declined: [IconCircleX, 'neutral'],
} as const satisfies Record<AdjustmentStatus, readonly [typeof IconClock, Tone]>;

export function AdjustmentBadge({ status }: { status: AdjustmentStatus }) {
  const { t } = useTranslation('monitor');
  const [icon, tone] = decisions[status];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`adjustment.${status}`)}
    </ToneBadge>
  );
}

const learned = {
  open: [IconClock, 'progress'],
  adopt: [IconCircleCheck, 'good'],
  adapt: [IconTrendingUp, 'attention'],
  abandon: [IconCircleX, 'neutral'],
} as const satisfies Record<LearningCycle['decision'], readonly [typeof IconClock, Tone]>;

export function LearningBadge({ decision }: { decision: LearningCycle['decision'] }) {
  const { t } = useTranslation('monitor');
  const [icon, tone] = learned[decision];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`learning.decisions.${decision}`)}
    </ToneBadge>
  );
}
