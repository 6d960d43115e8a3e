import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChange } from '@/action/rights';
import { DateText } from '@/app/ui/DateText';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
import { Facts, Typed } from '@/app/ui/Facts';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { EDIT, useDistrict, useMay } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { planQuery } from '@/plan/queries';
import { useSchoolName } from '@/schools/queries';
import { isLate } from './BarrierCard';
import { BarrierDialog } from './BarrierDialog';
import { type Barrier, barrierQuery, removeBarrier, staleBarriers } from './queries';
import { RaiseDialog } from './RaiseDialog';
import { ReplyDialog } from './ReplyDialog';

export function BarrierPage() {
  const { id: district } = useDistrict();
  const { barrier } = useParams({ from: '/d/$district/barriers/$barrier' });
  useLive(district, 'barriers');
  const query = useQuery(barrierQuery(district, barrier));
  return (
    <QueryView query={query} page>
      {(loaded) => <OneBarrier barrier={loaded} />}
    </QueryView>
  );
}

function OneBarrier({ barrier }: { barrier: Barrier }) {
  const { t } = useTranslation(['barrier', 'app']);
  const { id: district, grants } = useDistrict();
  const navigate = useNavigate();
  const may = mayChange(grants, barrier.school_id);
  const [dialog, setDialog] = useState<'edit' | 'raise' | 'reply' | null>(null);
  const close = () => setDialog(null);
  const list = { to: '/d/$district/barriers', params: { district } } as const;
  const removal = useRemoval({
    title: t('removeTitle'),
    text: t('removeText', { title: barrier.title }),
    send: () => removeBarrier(district, barrier),
    stale: staleBarriers(district),
    said: t('removed'),
    done: () => void navigate(list),
  });
  return (
    <>
      <PageHeader
        title={barrier.title}
        above={<TextLink {...list}>{t('title')}</TextLink>}
        badge={
          <>
            <StatusBadge status={barrier.status} />
            {isLate(barrier) && <StatusBadge status="overdue" />}
          </>
        }
        actions={may && <EditAndRemove edit={() => setDialog('edit')} removal={removal} />}
      />
      <Stack gap="xl">
        {barrier.detail && <Typed>{barrier.detail}</Typed>}
        <section aria-labelledby="approach">
          <Title order={2} id="approach" mb="xs">
            {t('fields.approach')}
          </Title>
          {barrier.approach ? (
            <Typed>{barrier.approach}</Typed>
          ) : (
            <Text c="dimmed">{t('noApproach')}</Text>
          )}
        </section>
        <Known barrier={barrier} />
        {barrier.school_id && (
          <WithDistrict
            barrier={barrier}
            raise={() => setDialog('raise')}
            reply={() => setDialog('reply')}
          />
        )}
        {barrier.raised_from.length > 0 && <RaisedFrom barrier={barrier} />}
      </Stack>
      {dialog === 'edit' && (
        <BarrierDialog barrier={barrier} school={barrier.school_id ?? null} onClose={close} />
      )}
      {dialog === 'raise' && <RaiseDialog barrier={barrier} onClose={close} />}
      {dialog === 'reply' && <ReplyDialog barrier={barrier} onClose={close} />}
    </>
  );
}

/** Whose it is, by when, and what of the plan it stands in the way of. */
function Known({ barrier }: { barrier: Barrier }) {
  const { t } = useTranslation(['barrier', 'app']);
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const { data: plan } = useQuery(planQuery(district));
  const goal = plan?.goals.find(({ id }) => id === barrier.goal_id);
  const strategy = goal?.strategies.find(({ id }) => id === barrier.strategy_id);
  return (
    <Facts
      facts={[
        [t('fields.school'), barrier.school_id ? schoolName(barrier.school_id) : t('app:district')],
        [t('fields.level'), t(`level.${barrier.level}`)],
        [t('fields.owner'), barrier.owner_name || t('noOwner')],
        [
          t('fields.due_on'),
          barrier.due_on ? <DateText key="due" value={barrier.due_on} /> : t('noDue'),
        ],
        [
          t('fields.goal_id'),
          goal && (
            <TextLink to="/d/$district/plan/goals/$goal" params={{ district, goal: goal.id }}>
              {goal.title}
            </TextLink>
          ),
        ],
        [t('fields.strategy_id'), strategy?.title],
      ]}
    />
  );
}

interface WithDistrictProps {
  barrier: Barrier;
  raise: () => void;
  reply: () => void;
}

/** What the school has asked the district, and what it said. */
function WithDistrict({ barrier, raise, reply }: WithDistrictProps) {
  const { t } = useTranslation(['barrier', 'app']);
  const { id: district, grants } = useDistrict();
  const mayRaise = mayChange(grants, barrier.school_id);
  const mayReply = useMay({ district: EDIT });
  const awaiting = !!barrier.raised_at && !barrier.reply;
  const again = !awaiting && barrier.reply !== 'taken_up';
  if (!barrier.raised_at && !mayRaise) return null;
  return (
    <Card component="section" aria-labelledby="with-district">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h3" id="with-district">
          {t('withDistrict')}
        </Title>
        {barrier.raised_at ? (
          <div>
            <Text fw={600}>
              {t('raisedBy', { name: barrier.raised_by })}{' '}
              <DateText value={barrier.raised_at} form="relative" />
            </Text>
            <Typed>{barrier.raised_note}</Typed>
          </div>
        ) : (
          <Text>{t('notRaised')}</Text>
        )}
        {awaiting && <Text c="dimmed">{t('awaiting')}</Text>}
        {barrier.reply && barrier.replied_at && (
          <div>
            <Text fw={600}>
              {t(`reply.${barrier.reply}`)} · {barrier.replied_by}{' '}
              <DateText value={barrier.replied_at} form="relative" />
            </Text>
            <Typed>{barrier.reply_text}</Typed>
          </div>
        )}
        {barrier.district_barrier && (
          <div>
            <Text span>{t('takenUpIn')} </Text>
            <TextLink
              to="/d/$district/barriers/$barrier"
              params={{ district, barrier: barrier.district_barrier.id }}
              underline="always"
            >
              {barrier.district_barrier.title}
            </TextLink>{' '}
            <StatusBadge status={barrier.district_barrier.status} />
          </div>
        )}
        {mayReply && awaiting && <Button onClick={reply}>{t('answer')}</Button>}
        {mayRaise && again && (
          <Button variant="default" onClick={raise}>
            {t(barrier.raised_at ? 'raiseAgain' : 'raise')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

/** The schools' barriers that were taken up in this one of the district. */
function RaisedFrom({ barrier }: { barrier: Barrier }) {
  const { t } = useTranslation('barrier');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  return (
    <section aria-labelledby="raised-from">
      <Title order={2} id="raised-from" mb="xs">
        {t('raisedFrom')}
      </Title>
      <ul>
        {barrier.raised_from.map((row) => (
          <li key={row.id}>
            {schoolName(row.school_id)}:{' '}
            <TextLink
              to="/d/$district/barriers/$barrier"
              params={{ district, barrier: row.id }}
              underline="always"
            >
              {row.title}
            </TextLink>{' '}
            <StatusBadge status={row.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
