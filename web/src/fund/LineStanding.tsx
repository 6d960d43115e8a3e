import { useQuery } from '@tanstack/react-query';
import { Money } from '@/app/ui/Money';
import { useDistrict } from '@/identity/session';
import type { FundingLine } from '@/plan/queries';
import { OverBadge } from './OverNotice';
import { fundsQuery } from './queries';
import { usedOf } from './rules';

interface LineProps {
  line: FundingLine;
}

/** The year's money is asked for once, however many lines a page has. */
function useYear(year: string) {
  return useQuery(fundsQuery(useDistrict().id, year)).data;
}

/** Beside a line whose source is planned beyond what it has. */
export function LineOver({ line }: LineProps) {
  const stream = useYear(line.year)?.streams.find(({ source_id }) => source_id === line.source_id);
  if (!stream || stream.over_cents <= 0) return null;
  return (
    <div>
      <OverBadge cents={stream.over_cents} />
    </div>
  );
}

/** What was committed and spent from a line. */
export function LineUsed({ line }: LineProps) {
  const found = useYear(line.year)?.lines.find(({ line_id }) => line_id === line.id);
  return found ? <Money cents={usedOf(found)} /> : '–';
}
