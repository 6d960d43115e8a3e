import {
  IconBroadcast,
  IconCalendar,
  IconCircleCheck,
  IconClipboardList,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import type { Workshop } from './queries';

const looks = {
  planned: [IconCalendar, 'neutral'],
  running: [IconBroadcast, 'progress'],
  survey: [IconClipboardList, 'progress'],
  ended: [IconCircleCheck, 'good'],
} as const;

export function WorkshopState({ state }: { state: Workshop['state'] }) {
  const { t } = useTranslation('workshop');
  const [icon, tone] = looks[state];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`state.${state}`)}
    </ToneBadge>
  );
}
