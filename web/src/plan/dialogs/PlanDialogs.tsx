import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef } from 'react';
import { schoolYearOf, today } from '@/app/ui/format';
import { usePlanPage } from '../PlanContext';
import { fundingSourcesQuery, type Plan, type SchoolPlan } from '../queries';
import { indexOf } from '../rules/find';
import { linesOf, yearsToOffer } from '../rules/funding';
import { nextPosition } from '../rules/order';
import { ActivityDialog } from './ActivityDialog';
import type { Asked } from './asked';
import { GoalDialog } from './GoalDialog';
import { GroupDialog } from './GroupDialog';
import { HeadDialog } from './HeadDialog';
import { LineDialog } from './LineDialog';
import { MeasureDialog } from './MeasureDialog';
import { ReadinessDialog } from './ReadinessDialog';
import { ReasonDialog } from './ReasonDialog';
import { SourceDialog } from './SourceDialog';
import { StrategyDialog } from './StrategyDialog';
import { TargetsDialog } from './TargetsDialog';

interface PlanDialogsProps {
  plan: Plan | SchoolPlan;
  asked: Asked;
  onClose: () => void;
}

/**
 * The form that is open. It stands beside the page and not in it: when somebody removes the
 * record meanwhile, the form stays with what was typed, and says so.
 */
export function PlanDialogs({ plan, asked, onClose }: PlanDialogsProps): ReactNode {
  const index = useMemo(() => indexOf(plan.goals), [plan.goals]);
  const seen = useRef(index);
  const { district } = usePlanPage();
  const { data: sources = plan.funding_sources } = useQuery(fundingSourcesQuery(district));
  const navigate = useNavigate();

  function known<K extends keyof typeof index>(kind: K, id: string | undefined) {
    type Item = (typeof index)[K] extends Map<string, infer T> ? T : never;
    const now = id ? (index[kind].get(id) as Item | undefined) : undefined;
    if (now && id) (seen.current[kind] as Map<string, Item>).set(id, now);
    const last = id ? (seen.current[kind].get(id) as Item | undefined) : undefined;
    return { now, last, gone: !!id && !now };
  }

  switch (asked.form) {
    case 'plan':
      return <HeadDialog plan={plan} onClose={onClose} />;
    case 'goal': {
      const { last, gone } = known('goals', asked.goal);
      return (
        <GoalDialog
          goal={last ?? { ...newGoal, position: nextPosition(plan.goals) }}
          gone={gone}
          onSaved={({ id }) => {
            if (!asked.goal) {
              void navigate({
                to: '/d/$district/plan/goals/$goal',
                params: { district, goal: id },
              });
            }
          }}
          onClose={onClose}
        />
      );
    }
    case 'measure': {
      const { last, gone } = known('measures', asked.measure);
      const siblings = known('goals', asked.goal);
      return (
        <MeasureDialog
          goal={asked.goal}
          measure={last ?? { ...newMeasure, position: nextPosition(siblings.last?.measures ?? []) }}
          gone={gone || siblings.gone}
          onClose={onClose}
        />
      );
    }
    case 'targets': {
      const { last, gone } = known('measures', asked.measure);
      if (!last) return null;
      const group = plan.student_groups.find(({ id }) => id === asked.group) ?? null;
      return (
        <TargetsDialog
          measure={last}
          school={asked.school}
          group={group}
          gone={gone}
          onClose={onClose}
        />
      );
    }
    case 'reason': {
      const { last, gone } = known('goals', asked.goal);
      if (!last) return null;
      return <ReasonDialog goal={last} school={asked.school} gone={gone} onClose={onClose} />;
    }
    case 'readiness': {
      const { last, gone } = known('strategies', asked.strategy);
      if (!last) return null;
      return <ReadinessDialog strategy={last} gone={gone} onClose={onClose} />;
    }
    case 'group':
      return (
        <GroupDialog
          group={
            plan.student_groups.find(({ id }) => id === asked.group) ?? {
              ...newGroup,
              position: nextPosition(plan.student_groups),
            }
          }
          onClose={onClose}
        />
      );
    case 'strategy': {
      const { last, gone } = known('strategies', asked.strategy);
      const siblings = known('goals', asked.goal);
      return (
        <StrategyDialog
          goal={asked.goal}
          strategy={
            last ?? { ...newStrategy, position: nextPosition(siblings.last?.strategies ?? []) }
          }
          gone={gone || siblings.gone}
          onClose={onClose}
        />
      );
    }
    case 'activity': {
      const strategy = known('strategies', asked.strategy);
      const { last, gone } = known('activities', asked.activity);
      if (!strategy.last) return null;
      const siblings = strategy.last.activities.filter(
        ({ school_id }) => (school_id ?? null) === asked.school,
      );
      return (
        <ActivityDialog
          strategy={strategy.last}
          activity={last ?? { ...newActivity, position: nextPosition(siblings) }}
          school={asked.school}
          gone={gone || strategy.gone}
          onClose={onClose}
        />
      );
    }
    case 'line': {
      const strategy = known('strategies', asked.strategy);
      const { last, gone } = known('lines', asked.line);
      const goal = known('goals', strategy.last?.goal_id);
      if (!strategy.last || !goal.last) return null;
      const used = linesOf(plan.goals).map(({ year }) => year);
      const years = yearsToOffer(plan.starts_on, plan.ends_on, used);
      const year = schoolYearOf(today());
      return (
        <LineDialog
          goal={goal.last}
          strategy={strategy.last}
          line={last ?? { ...newLine, year: years.includes(year) ? year : (years[0] ?? '') }}
          sources={sources}
          years={years}
          gone={gone || strategy.gone}
          onClose={onClose}
        />
      );
    }
    case 'source':
      return (
        <SourceDialog
          source={sources.find(({ id }) => id === asked.source) ?? newSource}
          onClose={onClose}
        />
      );
  }
}

const owned = { owner_id: null, owner_name: '' };
const newGoal = {
  ...owned,
  version: 0,
  title: '',
  statement: '',
  status: 'active' as const,
  starts_on: null,
  ends_on: null,
  all_schools: true,
  schools: [],
  challenge: null,
  need_id: null,
  for_whom: null,
};
const newMeasure = { version: 0, name: '', unit: '%', direction: 'increase' as const, source: '' };
const newStrategy = {
  ...owned,
  version: 0,
  title: '',
  description: '',
  evidence_tier: 'unknown' as const,
  systems: [],
  library_id: null,
};
const newActivity = {
  ...owned,
  version: 0,
  title: '',
  detail: '',
  starts_on: null,
  due_on: null,
  status: 'not_started' as const,
  waits_for: null,
};
const newLine = {
  version: 0,
  school_id: null,
  source_id: '',
  amount_cents: 0,
  note: '',
  over_reason: null,
};
const newGroup = { version: 0, name: '', active: true, category: '' };
const newSource = { version: 0, name: '', kind: 'other' as const, active: true };
