import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { ToneBadge } from '@/app/ui/StatusBadge';
import type { StreamFunds } from './queries';

/** A source that is planned beyond what it has, wherever it is shown. */
export function OverBadge({ cents }: { cents: number }) {
  const { t } = useTranslation('fund');
  const format = useFormat();
  if (cents <= 0) return null;
  return (
    <ToneBadge icon={IconAlertTriangle} tone="late">
      {t('over.badge', { amount: format.money(cents) })}
    </ToneBadge>
  );
}

/** Which sources are over, by how much, and why. */
export function OverNotice({ streams, year }: { streams: readonly StreamFunds[]; year: string }) {
  const { t } = useTranslation('fund');
  const format = useFormat();
  const over = streams.filter(({ over_cents }) => over_cents > 0);
  if (over.length === 0) return null;
  return (
    <Alert
      mt="md"
      variant="outline"
      color="red.8"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('over.title', { year })}
    >
      <List spacing="xs">
        {over.map(({ source_id, name, planned_cents, available_cents, over_cents, reasons }) => (
          <List.Item key={source_id}>
            {t('over.is', {
              name,
              available: format.money(available_cents ?? 0),
              planned: format.money(planned_cents),
              over: format.money(over_cents),
            })}
            {reasons.map(({ line_id, reason, by }) => (
              <div key={line_id ?? 'budget'}>{t('over.why', { reason, by })}</div>
            ))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
