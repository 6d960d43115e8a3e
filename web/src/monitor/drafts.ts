import { api, body, ifMatch } from '@/api/client';
import { bothTexts } from '@/api/merge';
import { currentOf } from '@/api/problem';
import { queryClient } from '@/api/queryClient';
import { defineSavedField, type Stored } from '@/offline/savedField';
import { type Report, type ReportEntry, type ReportPart, reportKey } from './queries';

export interface EntryTarget {
  district: string;
  report: string;
  strategy: string;
  part: ReportPart;
}

const words = new Set<ReportPart>(['evidence', 'meaning', 'advice']);

/** One part of what a report says about a strategy: saved as one types, with its own version. */
export const entryField = defineSavedField<EntryTarget, string>({
  kind: 'monitor.entry',
  key: (at) => `${at.district}/${at.report}/${at.strategy}/${at.part}`,
  send: async ({ district, ...path }, typed, version) => {
    try {
      const entry = await body(
        api.PUT('/districts/{district}/monitoring/reports/{report}/strategies/{strategy}/{part}', {
          params: { path: { district, ...path }, header: ifMatch(version) },
          body: { value: typed },
          keepalive: true,
        }),
      );
      remember(district, entry);
      // The server trims; the space after a word just typed must not vanish under the fingers.
      const same = entry.value === typed.trim();
      return { kind: 'saved', ...storedOf(entry), ...(same ? { value: typed } : {}) };
    } catch (error) {
      const current = currentOf<ReportEntry>(error);
      if (!current) throw error;
      remember(district, current);
      return { kind: 'conflict', ...storedOf(current) };
    }
  },
  both: bothTexts,
});

export const canKeepBoth = (part: ReportPart) => words.has(part);

export function storedOf(entry: ReportEntry | undefined): Stored<string> {
  return entry
    ? { value: entry.value, version: entry.version, by: entry.updated_by }
    : { value: '', version: 0 };
}

function remember(district: string, entry: ReportEntry): void {
  queryClient.setQueryData<Report>(reportKey(district, entry.report_id), (known) =>
    known
      ? {
          ...known,
          strategies: known.strategies.map((strategy) =>
            strategy.strategy_id === entry.strategy_id
              ? {
                  ...strategy,
                  entries: [...strategy.entries.filter(({ part }) => part !== entry.part), entry],
                }
              : strategy,
          ),
        }
      : known,
  );
}
