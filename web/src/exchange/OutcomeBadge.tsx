import {
  IconAlertTriangle,
  IconEqual,
  IconPencil,
  IconPlayerSkipForward,
  IconPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import type { Outcome } from './rules';

const looks = {
  error: [IconAlertTriangle, 'late'],
  skip: [IconPlayerSkipForward, 'attention'],
  update: [IconPencil, 'progress'],
  create: [IconPlus, 'good'],
  same: [IconEqual, 'neutral'],
} as const;

interface OutcomeBadgeProps {
  outcome: Outcome;
  /** Before it counts ('will be added') or after ('added'). */
  mode: 'preview' | 'apply';
}

export function OutcomeBadge({ outcome, mode }: OutcomeBadgeProps) {
  const { t } = useTranslation('exchange');
  const [icon, tone] = looks[outcome];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`${mode}.outcome.${outcome}`)}
    </ToneBadge>
  );
}
