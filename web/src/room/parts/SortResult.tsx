import { Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { useRoomHere } from '../RoomContext';
import { leading } from '../rules/results';
import { levelColor } from './Continuum';
import type { ResultRow, Results } from './ResultsView';
import classes from './SortResult.module.css';

/** The groups' sortings merged: each card where most put it, and where they differ. */
export function SortResult({ results, focus, short = false }: SortResultProps) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const { columns, items } = pack.functions;
  const rows = results.rows.filter(({ subject }) => focus === '' || subject === focus);
  const shown = rows.length > 0 ? rows : results.rows;
  const differ = shown.filter((row) => row.proposed);
  const agree = shown.filter((row) => !row.proposed);
  const title = (id: string) => columns.find((column) => column.id === id)?.title ?? id;
  const item = (row: ResultRow) => {
    const card = items.find(({ id }) => id === row.subject);
    return (
      <li key={row.subject} className={classes.row}>
        <span className={classes.name}>{card?.title ?? row.subject}</span>
        <Split row={row} />
        {row.answers > 0 && row.expected && leading(row.counts) !== row.expected && (
          <Text size="sm" className={classes.wide}>
            {t('sort.handout', { column: title(row.expected) })}
          </Text>
        )}
      </li>
    );
  };
  return (
    <Stack gap="lg" lang={pack.language}>
      <section>
        <Title order={2} size="h3" mb="xs">
          <ToneBadge icon={IconAlertTriangle} tone="attention">
            {t('sort.differ', { count: differ.length })}
          </ToneBadge>
        </Title>
        {differ.length === 0 ? (
          <Text>{t('sort.noneDiffer')}</Text>
        ) : (
          <ul className={classes.rows}>{differ.map(item)}</ul>
        )}
      </section>
      {agree.length > 0 && !short && (
        <section>
          <Title order={2} size="h3" mb="xs">
            <ToneBadge icon={IconCheck} tone="good">
              {t('sort.agree', { count: agree.length })}
            </ToneBadge>
          </Title>
          <ul className={classes.rows}>{agree.map(item)}</ul>
        </section>
      )}
    </Stack>
  );
}

interface SortResultProps {
  results: Results;
  focus: string;
  /** Only what is worth the room's time. */
  short?: boolean;
}

/** How many put a card where: three numbers with their column's name. */
function Split({ row }: { row: ResultRow }) {
  const { pack } = useRoomHere();
  return (
    <span className={classes.split}>
      {pack.functions.columns.map(({ id, title }, index) => {
        const count = row.counts.find(({ value }) => value === id)?.count ?? 0;
        return (
          <span key={id} className={classes.part} data-some={count > 0 || undefined}>
            <span
              aria-hidden
              className={classes.swatch}
              style={{ background: levelColor(index, 3) }}
            />
            {title} <strong>{count}</strong>
          </span>
        );
      })}
    </span>
  );
}
