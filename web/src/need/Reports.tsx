import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { useSend } from '@/api/useSend';
import { DateText } from '@/app/ui/DateText';
import { FormDialog } from '@/app/ui/FormDialog';
import { TextLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import classes from './need.module.css';
import { type Need, reportsQuery, staleNeeds } from './queries';
import { Section } from './Section';

interface ReportDialogProps {
  school: string;
  close: () => void;
}

export function ReportDialog({ school, close }: ReportDialogProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const [note, setNote] = useState('');
  const send = useSend({
    send: (fields: { note: string }, headers) =>
      body(
        api.POST('/districts/{district}/schools/{school}/need-reports', {
          params: { path: { district, school }, header: headers.create },
          body: fields,
        }),
      ),
    stale: staleNeeds(district),
    said: t('report.sent'),
    done: close,
  });
  return (
    <FormDialog
      opened
      title={t('report.title')}
      onClose={close}
      onSubmit={() => send.mutate({ note })}
      dirty={note !== ''}
      saving={send.isPending}
      action={t('report.send')}
    >
      <Text>{t('report.text')}</Text>
      <Textarea
        label={t('report.note')}
        data-autofocus
        maxLength={2000}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
    </FormDialog>
  );
}

interface ReportsProps {
  school: string;
  needs: Need[];
}

/** What the school has reported, newest first, and whether that is what stands here now. */
export function Reports({ school, needs }: ReportsProps) {
  const { t } = useTranslation(['need', 'app']);
  const { id: district } = useDistrict();
  const query = useInfiniteQuery(reportsQuery(district, school));
  const reports = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const [newest] = reports;
  const changed = newest && needs.some(({ updated_at }) => updated_at > newest.reported_at);
  return (
    <Section id="reports" title={t('report.reports')}>
      {query.data && !newest && <Text c="dimmed">{t('report.none')}</Text>}
      {newest && (
        <Stack gap="sm">
          <Alert
            role="status"
            variant="outline"
            color={changed ? 'yellow.8' : 'green.8'}
            title={t(changed ? 'report.changed' : 'report.same')}
          />
          <ul className={classes.list}>
            {reports.map((report) => (
              <li key={report.id}>
                <TextLink
                  to="/d/$district/needs/reports/$report"
                  underline="always"
                  params={{ district, report: report.id }}
                >
                  {t('report.number', { number: report.number })}
                </TextLink>{' '}
                <DateText value={report.reported_at} form="time" />{' '}
                {t('report.by', { name: report.reported_by })}.{' '}
                {t('report.counts', { needs: report.needs, assets: report.assets })}
              </li>
            ))}
          </ul>
          {query.hasNextPage && (
            <Button variant="default" onClick={() => void query.fetchNextPage()}>
              {t('report.more')}
            </Button>
          )}
        </Stack>
      )}
    </Section>
  );
}
