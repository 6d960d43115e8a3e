import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './Loading';
import { More } from './More';
import { Trouble } from './QueryView';

interface ListViewProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  /** How many blocks its skeleton has. */
  rows?: number;
  /** What stands there when nothing does. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** As QueryView, of a list that comes a page at a time: with the way to its next page. */
export function ListView<T>({ query, rows = 5, empty, children }: ListViewProps<T>) {
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items && query.isError) {
    return <Trouble error={query.error} again={() => void query.refetch()} />;
  }
  if (!items) return <Loading rows={rows} />;
  return (
    <>
      {items.length > 0 ? children(items) : empty}
      <More query={query} />
    </>
  );
}
