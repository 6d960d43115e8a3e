import { type ReactNode, useCallback, useState } from 'react';
import { EDIT, may, SCHOOL, useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import type { Asked } from './dialogs/asked';
import { PlanDialogs } from './dialogs/PlanDialogs';
import { PlanPageProvider, type PlanPageState } from './PlanContext';
import type { Plan, SchoolPlan } from './queries';
import { useOwnerNames } from './useOwnerNames';

interface PlanFrameProps {
  plan: Plan | SchoolPlan;
  /** On a school's page: that school. */
  school?: string;
  children: ReactNode;
}

/** Around every page of the plan: what its parts need to know, and the form that is open. */
export function PlanFrame({ plan, school, children }: PlanFrameProps) {
  const { id: district, grants } = useDistrict();
  const [asked, setAsked] = useState<{ what: Asked; nth: number } | null>(null);
  const ask = useCallback(
    (what: Asked) => setAsked((last) => ({ what, nth: (last?.nth ?? 0) + 1 })),
    [],
  );
  const state: PlanPageState = {
    district,
    plan,
    school: school ?? null,
    edit: !school && may(grants, { district: EDIT }),
    editSchool: (which) => may(grants, { district: EDIT, school: SCHOOL }, which),
    schoolName: useSchoolName(district),
    ownerName: useOwnerNames(district, plan.goals),
    ask,
  };
  return (
    <PlanPageProvider value={state}>
      {children}
      {asked && (
        <PlanDialogs
          key={asked.nth}
          plan={plan}
          asked={asked.what}
          onClose={() => setAsked((now) => (now?.nth === asked.nth ? null : now))}
        />
      )}
    </PlanPageProvider>
  );
}
