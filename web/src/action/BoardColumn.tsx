import { Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ListView } from '@/app/ui/ListView';
import { StatusIcon } from '@/app/ui/StatusBadge';
import { useDistrict, usePersonId } from '@/identity/session';
import classes from './BoardColumn.module.css';
import type { ActionItem, ActionStatus, Filters } from './filters';
import { ItemCard } from './ItemCard';
import { columnQuery } from './queries';

interface BoardColumnProps {
  status: ActionStatus;
  filters: Filters;
  focus: string | null;
  move: (item: ActionItem, status: ActionStatus) => void;
  edit: (item: ActionItem) => void;
}

/** All items of one status, soonest due first. */
export function BoardColumn({ status, filters, focus, move, edit }: BoardColumnProps) {
  const { t } = useTranslation(['action', 'app']);
  const { id: district } = useDistrict();
  const me = usePersonId();
  const query = useInfiniteQuery(columnQuery(district, status, filters, me));
  const items = query.data?.pages.flatMap((page) => page.items);
  const count = items ? (query.hasNextPage ? `${items.length}+` : `${items.length}`) : '';
  return (
    <Stack component="section" gap="sm" aria-labelledby={`column-${status}`} miw={0}>
      <Title order={2} size="h3" id={`column-${status}`}>
        <span className={classes.heading}>
          <StatusIcon status={status} size={22} />
          {t(`app:status.${status}`)}
          <Text span c="dimmed" fw={400}>
            {count}
          </Text>
        </span>
      </Title>
      <ListView query={query} rows={2} empty={<Text c="dimmed">{t(`none.${status}`)}</Text>}>
        {(rows) =>
          rows.map((item) => (
            <ItemCard
              key={item.id}
              item={item}
              focus={focus === item.id}
              move={(to) => move(item, to)}
              edit={() => edit(item)}
            />
          ))
        }
      </ListView>
    </Stack>
  );
}
