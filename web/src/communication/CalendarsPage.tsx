import { Alert, Button, Code, CopyButton, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconCalendarShare, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { Cards, RecordCard } from '@/app/ui/Cards';
import { confirm } from '@/app/ui/confirm';
import { DateText } from '@/app/ui/DateText';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { useDistrict, useMySchools } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import {
  addCalendar,
  type CalendarFeed,
  type CalendarFields,
  calendarsQuery,
  removeCalendar,
} from './queries';

const scopes = ['person', 'school', 'district'] as const;

/** What is due, in one's own calendar program. */
export function CalendarsPage() {
  const { t } = useTranslation(['communication', 'app']);
  const { id: district } = useDistrict();
  const query = useQuery(calendarsQuery(district));
  return (
    <>
      <PageHeader
        title={t('calendars.title')}
        lead={t('calendars.lead')}
        above={
          <TextLink to="/d/$district/communication" params={{ district }}>
            {t('title')}
          </TextLink>
        }
      />
      <Stack gap="xl">
        <MakeOne />
        <section aria-labelledby="own-calendars">
          <Title order={2} id="own-calendars" mb="sm">
            {t('calendars.own')}
          </Title>
          <QueryView query={query} rows={2}>
            {(feeds) =>
              feeds.length === 0 ? (
                <Text c="dimmed">{t('calendars.none')}</Text>
              ) : (
                <Cards>
                  {feeds.map((feed) => (
                    <Feed key={feed.id} feed={feed} />
                  ))}
                </Cards>
              )
            }
          </QueryView>
        </section>
      </Stack>
    </>
  );
}

function MakeOne() {
  const { t } = useTranslation(['communication', 'app']);
  const { id: district } = useDistrict();
  const [mine] = useMySchools();
  const [fields, setFields] = useState<CalendarFields>({ scope: 'person', school_id: null });
  const [address, setAddress] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const made = useRef<HTMLDivElement>(null);
  const make = useSend({
    send: (wanted: CalendarFields) => addCalendar(district, wanted),
    stale: [keyOf(district, 'calendars')],
    handles: [422],
    done: (feed) => {
      setAddress(feed.address);
      requestAnimationFrame(() => made.current?.focus());
    },
  });
  const submit = () => {
    setErrors({});
    make.mutate(fields, { onError: (error) => setErrors(fieldErrors(error)) });
  };
  return (
    <section aria-labelledby="make-calendar">
      <Title order={2} id="make-calendar" mb="xs">
        {t('calendars.make')}
      </Title>
      <Stack gap="md" align="flex-start" maw="36rem">
        <Radio.Group
          label={t('calendars.whose')}
          value={fields.scope}
          onChange={(value) => {
            const scope = scopes.find((one) => one === value) ?? 'person';
            setFields({ scope, school_id: scope === 'school' ? (mine ?? null) : null });
          }}
        >
          <Stack gap="xs" mt="xs">
            {scopes.map((scope) => (
              <Radio key={scope} value={scope} label={t(`calendars.scope.${scope}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {fields.scope === 'school' && (
          <SchoolPicker
            label={t('fields.school')}
            allowDeselect={false}
            w="100%"
            value={fields.school_id ?? null}
            onChange={(school_id) => setFields({ ...fields, school_id })}
            error={errors.school_id}
          />
        )}
        <Button
          leftSection={<IconCalendarShare aria-hidden size={20} />}
          loading={make.isPending}
          onClick={submit}
        >
          {t('calendars.makeAction')}
        </Button>
        {address && (
          <Alert
            ref={made}
            tabIndex={-1}
            role="status"
            variant="outline"
            title={t('calendars.ready')}
            w="100%"
          >
            <Stack gap="sm" align="flex-start">
              <Text size="sm">{t('calendars.once')}</Text>
              <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                {address}
              </Code>
              <Group>
                <CopyButton value={address}>
                  {({ copied, copy }) => (
                    <Button leftSection={<IconCopy aria-hidden size={18} />} onClick={copy}>
                      {t(copied ? 'calendars.copied' : 'calendars.copy')}
                    </Button>
                  )}
                </CopyButton>
                <Button
                  component="a"
                  variant="default"
                  href={address.replace(/^https?:/, 'webcal:')}
                >
                  {t('calendars.subscribe')}
                </Button>
              </Group>
              <Text size="sm">{t('calendars.how')}</Text>
            </Stack>
          </Alert>
        )}
      </Stack>
    </section>
  );
}

function Feed({ feed }: { feed: CalendarFeed }) {
  const { t } = useTranslation(['communication', 'app']);
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const title =
    feed.scope === 'school' ? schoolName(feed.school_id) : t(`calendars.scope.${feed.scope}`);
  const withdraw = useSend({
    send: () => removeCalendar(district, feed),
    stale: [keyOf(district, 'calendars')],
    said: t('calendars.withdrawn'),
  });
  const ask = async () => {
    const sure = await confirm({
      title: t('calendars.withdrawTitle'),
      text: t('calendars.withdrawText'),
      action: t('calendars.withdraw'),
      danger: true,
    });
    if (sure) withdraw.mutate(undefined);
  };
  return (
    <RecordCard
      id={feed.id}
      title={title}
      actions={
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => void ask()}
          aria-label={t('calendars.withdrawOf', { title })}
        >
          {t('calendars.withdraw')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('calendars.madeOn')} <DateText value={feed.created_at} />
      </Text>
    </RecordCard>
  );
}
