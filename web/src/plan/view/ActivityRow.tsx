import { Text } from '@mantine/core';
import { IconClockExclamation, IconHourglass } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { today } from '@/app/ui/format';
import { usePlanPage } from '../PlanContext';
import type { Activity } from '../queries';
import { isOverdue } from '../rules/progress';
import { place, useMove, useRemove } from '../usePlanWrites';
import rows from './ActivityRow.module.css';
import { RecordMenu } from './RecordMenu';
import { focusOn } from './Section';
import { StatusControl } from './StatusControl';
import tags from './tags.module.css';
import { useWaiting } from './useWaiting';

interface ActivityRowProps {
  activity: Activity;
  siblings: Activity[];
  index: number;
  /** This person may change it here. */
  edit: boolean;
  movable: boolean;
  headingId: string;
}

export const ActivityRow = memo(function ActivityRow(props: ActivityRowProps) {
  const { activity, siblings, index, edit, movable, headingId } = props;
  const { t } = useTranslation('plan');
  const { ownerName, ask } = usePlanPage();
  const move = useMove(place.activity);
  const remove = useRemove();
  const { id, version, title, detail, starts_on, due_on, strategy_id } = activity;
  const owner = ownerName(activity);
  const { waits, oddities } = useWaiting(activity);
  return (
    <li className={rows.row} id={`activity-${id}`}>
      <div className={rows.status}>
        <StatusControl activity={activity} edit={edit} />
      </div>
      <div className={rows.words}>
        <div>{title}</div>
        {detail && <Text className={rows.detail}>{detail}</Text>}
        <div className={rows.facts}>
          {owner ? (
            <span>{t('activity.by', { name: owner })}</span>
          ) : (
            <span>{t('activity.noOwner')}</span>
          )}
          {starts_on && (
            <span>
              {t('activity.from')} <DateText value={starts_on} />
            </span>
          )}
          {due_on && (
            <span>
              {t('activity.due')} <DateText value={due_on} />
            </span>
          )}
          {isOverdue(activity, today()) && (
            <span className={tags.tag} data-tone="late">
              <IconClockExclamation aria-hidden size={16} />
              {t('activity.overdue')}
            </span>
          )}
        </div>
        {waits.length > 0 && (
          <Text size="sm" c="dimmed">
            <IconHourglass aria-hidden size={14} /> {t('activity.waitsFor', { what: waits })}
          </Text>
        )}
        {oddities.map(({ key, text }) => (
          <span key={key} className={tags.note} data-tone="attention">
            <IconClockExclamation aria-hidden size={16} />
            {text}
          </span>
        ))}
      </div>
      <div className={rows.menu}>
        <RecordMenu
          name={title}
          entity="activity"
          id={id}
          {...(edit && {
            edit: () =>
              ask({
                form: 'activity',
                strategy: strategy_id,
                school: activity.school_id ?? null,
                activity: id,
              }),
            move: movable
              ? {
                  first: index === 0,
                  last: index === siblings.length - 1,
                  go: (by) => move.mutate({ siblings, id, by }),
                }
              : undefined,
            remove: async () => {
              if (await remove({ kind: 'activity', id, version, name: title })) {
                focusOn(headingId);
              }
            },
          })}
        />
      </div>
    </li>
  );
});
