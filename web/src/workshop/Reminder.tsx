import { Anchor, Button, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { DateText } from '@/app/ui/DateText';
import { useFormat } from '@/app/ui/format';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { joinAddress } from '@/room/parts/JoinCode';
import { reminderQuery, type Workshop } from './queries';
import { mailto } from './rules';

/** How many have answered a survey, and a reminder that is ready to be sent: to all, never to some. */
export function Reminder({ record }: { record: Workshop }) {
  const { t } = useTranslation('workshop');
  const { id: district } = useDistrict();
  const query = useQuery(reminderQuery(district, record.id));
  return (
    <Stack component="section" gap="xs" mb="xl" aria-labelledby="reminder">
      <Title order={2} size="h3" id="reminder">
        {t('reminder.title')}
      </Title>
      <QueryView query={query} rows={2}>
        {(told) => <Told record={record} told={told} />}
      </QueryView>
    </Stack>
  );
}

function Told({ record, told }: { record: Workshop; told: Schema<'SurveyReminder'> }) {
  const { t } = useTranslation('workshop');
  const format = useFormat();
  const { title, code, closes_at, anonymous } = record;
  const text = [
    t('reminder.text', { title, code, address: joinAddress(code), origin: location.origin }),
    ...(closes_at ? [t('reminder.closesLine', { day: format.date(closes_at, 'long') })] : []),
  ].join('\n\n');
  const { answered, joined, invited, emails } = told;
  return (
    <>
      <Text>{t('reminder.counts', { answered, joined, invited })}</Text>
      <Text size="sm">
        {closes_at && (
          <>
            {t('reminder.closes')} <DateText value={closes_at} form="long" />.{' '}
          </>
        )}
        {t(anonymous ? 'reminder.homeAnonymous' : 'reminder.home')}
      </Text>
      <Group gap="sm">
        <Copy value={text} label={t('reminder.copy')} />
        <Copy value={emails.join(', ')} label={t('reminder.addresses', { count: emails.length })} />
        <Anchor
          href={mailto(emails, title, text)}
          display="inline-flex"
          style={{ alignItems: 'center', gap: '0.4rem', minHeight: '2.5rem' }}
        >
          <IconMail aria-hidden size={18} />
          {t('reminder.mail')}
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        {t('reminder.mailHelp')}
      </Text>
    </>
  );
}

function Copy({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation('workshop');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={
            copied ? <IconCheck aria-hidden size={18} /> : <IconCopy aria-hidden size={18} />
          }
          onClick={copy}
        >
          {copied ? t('reminder.copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
