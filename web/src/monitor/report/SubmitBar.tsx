import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '@/api/client';
import { useSend } from '@/api/useSend';
import { BottomBar } from '@/app/ui/BottomBar';
import { useDistrict } from '@/identity/session';
import { usePending } from '@/offline/useSavedField';
import { type Report, staleWithMonitoring } from '../queries';

/** At the foot of a report: what is still to be rated, and the way to send it. */
export function SubmitBar({ report }: { report: Report }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const pending = usePending();
  const [tried, setTried] = useState(false);
  const unrated = report.strategies.filter(
    ({ entries }) => !entries.some(({ part, value }) => part === 'fidelity' && value),
  );
  const path = { district, report: report.id };
  const submit = useSend({
    send: () =>
      body(
        api.POST('/districts/{district}/monitoring/reports/{report}/submit', {
          params: { path, header: ifMatch(report.version) },
          body: {},
        }),
      ),
    stale: staleWithMonitoring(district),
    said: t('report.submitted'),
  });
  const reopen = useSend({
    send: () =>
      body(
        api.POST('/districts/{district}/monitoring/reports/{report}/reopen', {
          params: { path, header: ifMatch(report.version) },
          body: {},
        }),
      ),
    stale: staleWithMonitoring(district),
    said: t('report.reopened'),
  });
  const send = () => {
    const first = unrated[0];
    if (first) {
      setTried(true);
      document.getElementById(`fidelity-${first.strategy_id}-0`)?.focus();
      return;
    }
    submit.mutate(undefined);
  };
  return (
    <BottomBar>
      {report.state === 'draft' ? (
        <>
          <Text role="status" fw={tried && unrated.length > 0 ? 650 : 400}>
            {unrated.length > 0
              ? t('report.unrated', { count: unrated.length })
              : t('report.ready')}
          </Text>
          <Button
            leftSection={<IconSend aria-hidden size={20} />}
            loading={submit.isPending || (pending > 0 && unrated.length === 0)}
            onClick={send}
          >
            {t('report.submit')}
          </Button>
        </>
      ) : (
        <>
          <Text>{t('report.mend')}</Text>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp aria-hidden size={20} />}
            loading={reopen.isPending}
            onClick={() => reopen.mutate(undefined)}
          >
            {t('report.reopen')}
          </Button>
        </>
      )}
    </BottomBar>
  );
}
