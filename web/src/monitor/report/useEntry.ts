import { useDistrict } from '@/identity/session';
import { type SavedFieldControl, useSavedField } from '@/offline/useSavedField';
import { entryField, storedOf } from '../drafts';
import type { Report, ReportPart, StrategyReport } from '../queries';

export interface EntryPlace {
  report: Report;
  strategy: StrategyReport;
  part: ReportPart;
}

export const entryOf = ({ entries }: StrategyReport, part: ReportPart) =>
  entries.find((entry) => entry.part === part);

/** One part of what is said about a strategy. */
export function useEntry({ report, strategy, part }: EntryPlace): SavedFieldControl<string> {
  const { id: district } = useDistrict();
  return useSavedField(
    entryField,
    { district, report: report.id, strategy: strategy.strategy_id, part },
    storedOf(entryOf(strategy, part)),
  );
}
