import { Group } from '@mantine/core';
import {
  IconAnchor,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
  IconHeart,
  IconTag,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import classes from './need.module.css';
import type { Cause, Component, Need, Subject } from './queries';

const acts = {
  unknown: [IconCircleDashed, 'neutral'],
  yes: [IconCircleCheck, 'good'],
  partly: [IconCircleHalf2, 'attention'],
  no: [IconCircleX, 'late'],
} as const;

export function CanActBadge({ value }: { value: Cause['can_act'] }) {
  const { t } = useTranslation('need');
  const [icon, tone] = acts[value];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`canAct.${value}`)}
    </ToneBadge>
  );
}

export function RootBadge() {
  const { t } = useTranslation('need');
  return (
    <ToneBadge icon={IconAnchor} tone="new">
      {t('causes.root')}
    </ToneBadge>
  );
}

const states = {
  noticed: [IconCircleDashed, 'neutral'],
  chosen: [IconCircleCheck, 'progress'],
  set_aside: [IconCircleX, 'neutral'],
} as const;

export function StateBadge({ state }: { state: Need['state'] }) {
  const { t } = useTranslation('need');
  const [icon, tone] = states[state];
  return (
    <ToneBadge icon={icon} tone={tone}>
      {t(`state.${state}`)}
    </ToneBadge>
  );
}

interface TopicsProps {
  subject: Subject | null | undefined;
  components: readonly Component[];
}

/** What it is about: the subject area and components of the whole child. */
export function Topics({ subject, components }: TopicsProps) {
  const { t } = useTranslation('need');
  return (
    <Group gap={6} className={classes.topics}>
      {subject && (
        <ToneBadge icon={IconTag} tone="neutral">
          {t(`subject.${subject}`)}
        </ToneBadge>
      )}
      {components.map((component) => (
        <ToneBadge key={component} icon={IconHeart} tone="neutral">
          {t(`component.${component}`)}
        </ToneBadge>
      ))}
    </Group>
  );
}
