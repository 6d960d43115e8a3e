import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RecordCard } from '@/app/ui/Cards';
import { DateText } from '@/app/ui/DateText';
import { Facts, Typed } from '@/app/ui/Facts';
import { isPast } from '@/app/ui/format';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import type { Barrier } from './queries';

interface BarrierCardProps {
  barrier: Barrier;
  /** In the list of those that wait for an answer. */
  to?: 'answer';
}

export function BarrierCard({ barrier, to }: BarrierCardProps) {
  const { t } = useTranslation(['barrier', 'app']);
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const params = { district, barrier: barrier.id };
  const awaiting = barrier.raised_at && !barrier.reply;
  return (
    <RecordCard
      id={to ? `${to}-${barrier.id}` : barrier.id}
      title={
        <TextLink to="/d/$district/barriers/$barrier" params={params}>
          {barrier.title}
        </TextLink>
      }
      badge={
        <>
          {awaiting && <StatusBadge status="raised" />}
          {isLate(barrier) && <StatusBadge status="overdue" />}
          <StatusBadge status={barrier.status} />
        </>
      }
      actions={
        to && (
          <ButtonLink to="/d/$district/barriers/$barrier" params={params}>
            {t('openToAnswer')}
          </ButtonLink>
        )
      }
    >
      {to ? <Typed>{barrier.raised_note}</Typed> : barrier.approach && <Approach of={barrier} />}
      <Facts
        facts={[
          [
            t('fields.school'),
            barrier.school_id ? schoolName(barrier.school_id) : t('app:district'),
          ],
          [t('fields.owner'), to ? '' : barrier.owner_name || t('noOwner')],
          [
            t('fields.due_on'),
            !to && barrier.due_on ? <DateText key="due" value={barrier.due_on} /> : undefined,
          ],
          [
            t('raisedFrom'),
            barrier.raised_from.length > 0
              ? t('schools', { count: barrier.raised_from.length })
              : undefined,
          ],
        ]}
      />
    </RecordCard>
  );
}

const long = 240;

function Approach({ of: { approach } }: { of: Barrier }) {
  return (
    <Text size="sm">
      {approach.length > long ? `${approach.slice(0, long).trimEnd()}…` : approach}
    </Text>
  );
}

/** Still to be removed, and its day has passed. */
export const isLate = ({ due_on, status }: Barrier) =>
  isPast(due_on) && (status === 'open' || status === 'doing');
