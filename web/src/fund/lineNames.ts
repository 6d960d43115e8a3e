import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { usePlanPage } from '@/plan/PlanContext';
import type { Plan } from '@/plan/queries';
import type { LineFunds } from './queries';
import { freeOf } from './rules';

/** How a line is called where lines of many strategies stand together. */
export function useLineNames(plan: Plan) {
  const { t } = useTranslation('fund');
  const format = useFormat();
  const { schoolName } = usePlanPage();
  const sources = new Map(plan.funding_sources.map(({ id, name }) => [id, name]));
  const strategies = new Map(
    plan.goals.flatMap((goal) => goal.strategies.map(({ id, title }) => [id, title] as const)),
  );
  const place = (school: string | null, strategy: string) =>
    t('whatIf.place', {
      school: school ? schoolName(school) : t('wholeDistrict'),
      strategy: strategies.get(strategy) ?? '',
    });
  return {
    place,
    source: (id: string) => sources.get(id) ?? '',
    of: (line: LineFunds) =>
      t('whatIf.line', {
        source: sources.get(line.source_id) ?? '',
        place: place(line.school_id, line.strategy_id),
        free: format.money(freeOf(line)),
      }),
  };
}
