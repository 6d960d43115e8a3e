import { Popover, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Strategy } from '../queries';
import tags from './tags.module.css';

const tones = {
  strong: 'good',
  moderate: 'good',
  promising: 'progress',
  rationale: 'neutral',
  unknown: 'attention',
} as const;

/** How strong the evidence is, and what that means, one press away. */
export function EvidenceTier({ tier }: { tier: Strategy['evidence_tier'] }) {
  const { t } = useTranslation('plan');
  return (
    <Popover width="min(22rem, 90vw)" position="bottom-start" withArrow trapFocus={false}>
      <Popover.Target>
        <button type="button" className={tags.tag} data-tone={tones[tier]}>
          <IconInfoCircle aria-hidden size={16} />
          {t('tier.label', { tier: t(`tier.${tier}.name`) })}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fw={600}>{t(`tier.${tier}.name`)}</Text>
          <Text>{t(`tier.${tier}.text`)}</Text>
          <Text c="dimmed" size="sm">
            {t('tier.lead')}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
