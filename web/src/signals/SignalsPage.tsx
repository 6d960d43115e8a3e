import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { CheckItem } from './CheckItem';
import { type ContinuumEvidence, type Signals, signalsQuery } from './queries';
import { SignalCard } from './SignalCard';
import classes from './Signals.module.css';

/** What the records say of the six things that go wrong when schools improve apart. */
export function SignalsPage() {
  const { t } = useTranslation('signals');
  const { id: district } = useDistrict();
  const signals = [keyOf(district, 'signals')];
  useLive(district, 'plan', signals);
  useLive(district, 'rounds', signals);
  useLive(district, 'actions', signals);
  useLive(district, 'teams', signals);
  useLive(district, 'schools', signals);
  useLive(district, 'monitoring', signals);
  useLive(district, 'barriers', signals);
  useLive(district, 'communications', signals);
  useLive(district, 'agreements', signals);
  const query = useQuery(signalsQuery(district));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={query} rows={6}>
        {(found) => <Found found={found} />}
      </QueryView>
    </>
  );
}

function Found({ found }: { found: Signals }) {
  const { t } = useTranslation('signals');
  return (
    <Stack gap="xl">
      <ul className={classes.list}>
        {found.signals.map((signal) => (
          <li key={signal.kind}>
            <SignalCard signal={signal} />
          </li>
        ))}
      </ul>
      <section aria-labelledby="continuum">
        <Title order={2} id="continuum">
          {t('continuum.title')}
        </Title>
        <Text c="dimmed" mb="md" maw="46rem">
          {t('continuum.text')}
        </Text>
        <ul className={classes.list}>
          {found.continuum.map((row) => (
            <li key={row.row_id}>
              <Row row={row} />
            </li>
          ))}
        </ul>
      </section>
    </Stack>
  );
}

function Row({ row }: { row: ContinuumEvidence }) {
  const { t } = useTranslation('signals');
  return (
    <Card>
      <Title order={3} size="h4" mb="xs">
        {row.title}
      </Title>
      {row.evidence.length === 0 ? (
        <Text c="dimmed">{t('continuum.none')}</Text>
      ) : (
        <ul className={classes.checks}>
          {row.evidence.map((check) => (
            <CheckItem key={check.key} check={check} />
          ))}
        </ul>
      )}
    </Card>
  );
}
