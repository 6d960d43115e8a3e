import { createContext, use } from 'react';
import type { Asked } from './dialogs/asked';
import type { Plan, SchoolPlan } from './queries';

/** What everything on a page of the plan needs to know. */
export interface PlanPageState {
  district: string;
  /** As it is shown: whole, or as one school sees it. */
  plan: Plan | SchoolPlan;
  /** On a school's page: that school. Only what is its own is edited there. */
  school: string | null;
  /** The district's part may be changed here, by this person. */
  edit: boolean;
  /** What one school adds may be changed by this person. */
  editSchool: (school: string | null | undefined) => boolean;
  schoolName: (school: string | null | undefined) => string;
  ownerName: (item: { owner_id?: string | null; owner_name: string }) => string;
  /** Opens a form. */
  ask: (what: Asked) => void;
}

const context = createContext<PlanPageState | null>(null);

export const PlanPageProvider = context.Provider;

export function usePlanPage(): PlanPageState {
  const state = use(context);
  if (!state) throw new Error('outside of a page of the plan');
  return state;
}
