import { IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { useDistrict, usePersonId } from '@/identity/session';
import { useLive } from '@/live/useLive';
import classes from './ActionsPage.module.css';
import { AddItem } from './AddItem';
import { BoardColumn } from './BoardColumn';
import { EditItem } from './EditItem';
import { FilterBar } from './FilterBar';
import { type ActionItem, columnsOf, type Filters, isFiltered } from './filters';
import { columnQuery, useMove } from './queries';

/** One board for the district and its schools. */
export function ActionsPage() {
  const { t } = useTranslation(['action', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/d/$district/actions' });
  const [editing, setEditing] = useState<ActionItem | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const move = useMove(district);
  const empty = useNothingYet(filters);
  useLive(district, 'actions');

  const set = (search: Filters) =>
    void navigate({
      to: '/d/$district/actions',
      params: { district },
      search,
      replace: true,
      resetScroll: false,
    });
  const columns = columnsOf(filters);
  const school = filters.school && filters.school !== 'district' ? filters.school : null;

  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<AddItem school={school} added={({ id }) => setFocus(id)} />}
      />
      <FilterBar filters={filters} set={set} />
      {empty ? (
        <EmptyState
          icon={IconListCheck}
          title={t('emptyTitle')}
          action={
            <ButtonLink to="/d/$district/rounds" params={{ district }} variant="default">
              {t('emptyAction')}
            </ButtonLink>
          }
        >
          {t('empty')}
        </EmptyState>
      ) : (
        <div className={classes.board} data-columns={columns.length}>
          {columns.map((status) => (
            <BoardColumn
              key={status}
              status={status}
              filters={filters}
              focus={focus}
              move={(item, to) => {
                setFocus(null);
                move.mutate({ item, status: to }, { onSuccess: () => setFocus(item.id) });
              }}
              edit={setEditing}
            />
          ))}
        </div>
      )}
      <EditItem
        item={editing}
        close={() => setEditing(null)}
        removed={() => {
          setEditing(null);
          // The item is gone, and its button with it.
          document.querySelector<HTMLElement>('h1')?.focus();
        }}
      />
    </>
  );
}

/** No items at all, as opposed to none that match. */
function useNothingYet(filters: Filters): boolean {
  const { id: district } = useDistrict();
  const me = usePersonId();
  const enabled = !isFiltered(filters);
  const open = useInfiniteQuery({ ...columnQuery(district, 'open', filters, me), enabled });
  const doing = useInfiniteQuery({ ...columnQuery(district, 'doing', filters, me), enabled });
  const done = useInfiniteQuery({ ...columnQuery(district, 'done', filters, me), enabled });
  return enabled && [open, doing, done].every(({ data }) => data?.pages[0]?.items.length === 0);
}
