import { Button, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mayChange } from '@/action/rights';
import { RecordCard } from '@/app/ui/Cards';
import { DateText } from '@/app/ui/DateText';
import { Facts } from '@/app/ui/Facts';
import { isPast } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import type { Communication } from './queries';
import { dayOf } from './rules';

interface CommunicationCardProps {
  row: Communication;
  done: () => void;
}

export function CommunicationCard({ row, done }: CommunicationCardProps) {
  const { t } = useTranslation(['communication', 'app']);
  const { id: district, grants } = useDistrict();
  const schoolName = useSchoolName(district);
  const day = dayOf(row);
  return (
    <RecordCard
      id={row.id}
      title={
        <TextLink
          to="/d/$district/communication/$communication"
          params={{ district, communication: row.id }}
        >
          {row.title}
        </TextLink>
      }
      badge={isPast(row.due_on) && <StatusBadge status="overdue" />}
      actions={
        day &&
        mayChange(grants, row.school_id) && (
          <Button
            variant={row.due_on ? 'filled' : 'default'}
            leftSection={<IconCheck aria-hidden size={18} />}
            onClick={done}
            aria-label={t('doneOf', { title: row.title })}
          >
            {t('done')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('fields.audience'), row.audience],
          [t('fields.channel'), row.channel],
          [t('fields.owner'), row.owner_name || t('noOwner')],
          [t('fields.school'), row.school_id ? schoolName(row.school_id) : t('app:district')],
          [
            t(row.due_on ? 'dueOn' : 'nextOn'),
            day && (
              <>
                <DateText value={day} />
                {row.repeats !== 'once' && `, ${t(`repeats.${row.repeats}`)}`}
              </>
            ),
          ],
        ]}
      />
      {row.missed > 0 && (
        <Text size="sm" c="dimmed">
          {t('missed', { count: row.missed })}
        </Text>
      )}
    </RecordCard>
  );
}
