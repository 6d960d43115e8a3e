import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schema } from '@/api/client';
import { QueryView } from '@/app/ui/QueryView';
import { useRoomHere } from '../RoomContext';
import { resultsQuery } from '../useRoom';

export type Results = Schema<'Results'>;
export type ResultRow = Schema<'ResultRow'>;

/** What a step came to; asked for anew when more answers are in or the room was led on. */
export function ResultsView({
  step,
  children,
}: {
  step: string;
  children: (r: Results) => ReactNode;
}) {
  const { place, room } = useRoomHere();
  const answers = room.answered
    .filter((a) => a.step === step)
    .reduce((sum, { count }) => sum + count, 0);
  const phase = room.stage.steps.find((s) => s.step === step)?.phase ?? '';
  const query = useQuery({
    ...resultsQuery(place, step, answers),
    queryKey: [...resultsQuery(place, step, answers).queryKey, phase],
    placeholderData: (before) => before,
  });
  return (
    <QueryView query={query} rows={3}>
      {children}
    </QueryView>
  );
}
