import { Button, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChange } from '@/action/rights';
import { useSend } from '@/api/useSend';
import { Cards, RecordCard } from '@/app/ui/Cards';
import { DateText } from '@/app/ui/DateText';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
import { Facts, Typed } from '@/app/ui/Facts';
import { isPast, useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { useSchoolName } from '@/schools/queries';
import { CommunicationDialog } from './CommunicationDialog';
import { DoneDialog } from './DoneDialog';
import {
  type CommunicationDetail,
  communicationQuery,
  type Delivery,
  removeCommunication,
  removeDelivery,
  staleCommunications,
} from './queries';
import { dayOf } from './rules';

/** One communication, and the days on which it was done. */
export function OnePage() {
  const { id: district } = useDistrict();
  const { communication } = useParams({ from: '/d/$district/communication/$communication' });
  useLive(district, 'communications');
  const query = useQuery(communicationQuery(district, communication));
  return (
    <QueryView query={query} page>
      {(loaded) => <One row={loaded} />}
    </QueryView>
  );
}

function One({ row }: { row: CommunicationDetail }) {
  const { t } = useTranslation(['communication', 'app']);
  const { id: district, grants } = useDistrict();
  const navigate = useNavigate();
  const schoolName = useSchoolName(district);
  const may = mayChange(grants, row.school_id);
  const [dialog, setDialog] = useState<'edit' | 'done' | null>(null);
  const day = dayOf(row);
  const list = { to: '/d/$district/communication', params: { district } } as const;
  const removal = useRemoval({
    title: t('removeTitle'),
    text: t('removeText', { title: row.title }),
    send: () => removeCommunication(district, row),
    stale: staleCommunications(district),
    said: t('removed'),
    done: () => void navigate(list),
  });
  return (
    <>
      <PageHeader
        title={row.title}
        above={<TextLink {...list}>{t('title')}</TextLink>}
        badge={isPast(row.due_on) && <StatusBadge status="overdue" />}
        actions={
          may && (
            <>
              {day && (
                <Button
                  leftSection={<IconCheck aria-hidden size={20} />}
                  onClick={() => setDialog('done')}
                >
                  {t('done')}
                </Button>
              )}
              <EditAndRemove edit={() => setDialog('edit')} removal={removal} />
            </>
          )
        }
      />
      <Stack gap="xl">
        {row.detail && <Typed>{row.detail}</Typed>}
        <Facts
          facts={[
            [t('fields.audience'), row.audience],
            [t('fields.reach'), t(`reach.${row.reach}`)],
            [t('fields.channel'), row.channel],
            [t('fields.owner'), row.owner_name || t('noOwner')],
            [t('fields.school'), row.school_id ? schoolName(row.school_id) : t('app:district')],
            [t('fields.starts_on'), <DateText key="from" value={row.starts_on} />],
            [t('fields.repeats'), t(`repeats.${row.repeats}`)],
            [t('fields.ends_on'), row.ends_on && <DateText value={row.ends_on} />],
            [t('dueOn'), row.due_on && <DateText value={row.due_on} />],
            [t('nextOn'), row.next_on && <DateText value={row.next_on} />],
          ]}
        />
        <section aria-labelledby="log">
          <Title order={2} id="log" mb="sm">
            {t('log')}
          </Title>
          {row.deliveries.length === 0 ? (
            <Text c="dimmed">{t('logEmpty')}</Text>
          ) : (
            <Cards>
              {row.deliveries.map((delivery) => (
                <OneDelivery key={delivery.id} delivery={delivery} may={may} />
              ))}
            </Cards>
          )}
        </section>
      </Stack>
      {dialog === 'edit' && (
        <CommunicationDialog
          row={row}
          school={row.school_id ?? null}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'done' && <DoneDialog row={row} onClose={() => setDialog(null)} />}
    </>
  );
}

function OneDelivery({ delivery, may }: { delivery: Delivery; may: boolean }) {
  const { t } = useTranslation('communication');
  const { id: district } = useDistrict();
  const format = useFormat();
  const takeBack = useSend({
    send: () => removeDelivery(district, delivery),
    stale: staleCommunications(district),
    said: t('takenBack'),
  });
  const day = format.date(delivery.due_on);
  return (
    <RecordCard
      id={delivery.id}
      title={t('doneFor', { day })}
      actions={
        may && (
          <Button
            variant="subtle"
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate(undefined)}
            aria-label={t('takeBackOf', { day })}
          >
            {t('takeBack')}
          </Button>
        )
      }
    >
      {delivery.note && <Typed>{delivery.note}</Typed>}
      <Text size="sm" c="dimmed">
        {delivery.updated_by}, <DateText value={delivery.created_at} form="relative" />
      </Text>
    </RecordCard>
  );
}
