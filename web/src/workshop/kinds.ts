import {
  IconArrowsShuffle,
  IconBook2,
  IconChartBar,
  IconCheckbox,
  IconMessages,
  IconNotes,
  IconPencil,
  IconStairs,
} from '@tabler/icons-react';
import type { AgendaStep } from './queries';

const icons = {
  read: IconBook2,
  gather: IconNotes,
  discuss: IconMessages,
  pick: IconCheckbox,
  rate: IconStairs,
  compare: IconChartBar,
  sort: IconArrowsShuffle,
  plan: IconPencil,
} as const;

export const kindIcon = (kind: AgendaStep['kind']) => icons[kind];
