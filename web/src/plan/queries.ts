import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useLive } from '@/live/useLive';

export type Plan = Schema<'Plan'>;
export type SchoolPlan = Schema<'SchoolPlan'>;
export type PlanHead = Schema<'PlanHead'>;
export type PlanFields = Schema<'PlanFields'>;
export type PlanGoal = Schema<'PlanGoal'>;
export type Goal = Schema<'Goal'>;
export type GoalFields = Schema<'GoalFields'>;
export type PlanMeasure = Schema<'PlanMeasure'>;
export type Measure = Schema<'Measure'>;
export type MeasureFields = Schema<'MeasureFields'>;
export type Target = Schema<'Target'>;
export type TargetFields = Schema<'TargetFields'>;
export type TargetPoint = Schema<'TargetPoint'>;
export type PlanStrategy = Schema<'PlanStrategy'>;
export type Strategy = Schema<'Strategy'>;
export type StrategyFields = Schema<'StrategyFields'>;
export type System = Schema<'System'>;
export type Activity = Schema<'Activity'>;
export type ActivityFields = Schema<'ActivityFields'>;
export type FundingLine = Schema<'FundingLine'>;
export type FundingLineFields = Schema<'FundingLineFields'>;
export type FundingSource = Schema<'FundingSource'>;
export type FundingSourceFields = Schema<'FundingSourceFields'>;
export type GoalReason = Schema<'GoalReason'>;
export type GoalReasonFields = Schema<'GoalReasonFields'>;
export type GroupTarget = Schema<'GroupTarget'>;
export type GroupTargetFields = Schema<'GroupTargetFields'>;
export type StudentGroup = Schema<'StudentGroup'>;
export type StudentGroupFields = Schema<'StudentGroupFields'>;
export type Readiness = Schema<'Readiness'>;
export type ReadinessFields = Schema<'ReadinessFields'>;
export type JudgedReadiness = Schema<'JudgedReadiness'>;
export type Finding = Schema<'Finding'>;
export type WaitWarning = Schema<'WaitWarning'>;

export const planQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'plan', 'whole'),
    queryFn: () => body(api.GET('/districts/{district}/plan', { params: { path: { district } } })),
  });

export const schoolPlanQuery = (district: string, school: string) =>
  queryOptions({
    queryKey: keyOf(district, 'plan', 'school', school),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/schools/{school}/plan', {
          params: { path: { district, school } },
        }),
      ),
  });

export const studentGroupsQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'plan', 'student-groups'),
    queryFn: () =>
      body(api.GET('/districts/{district}/student-groups', { params: { path: { district } } })),
  });

export const fundingSourcesQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'funding-sources'),
    queryFn: () =>
      body(api.GET('/districts/{district}/funding-sources', { params: { path: { district } } })),
    select: (list) => list.items,
  });

/** What a change of the plan makes stale. */
export const staleWithPlan = (district: string) => [
  keyOf(district, 'plan'),
  keyOf(district, 'funding-sources'),
  keyOf(district, 'home'),
];

/** The district's plan, kept up to date while the page is open. */
export function usePlan(district: string) {
  useLive(district, 'plan', [keyOf(district, 'funding-sources')]);
  return useQuery(planQuery(district));
}

export function useSchoolPlan(district: string, school: string) {
  useLive(district, 'plan', [keyOf(district, 'funding-sources')]);
  return useQuery(schoolPlanQuery(district, school));
}

/** The documents that the server makes of a plan, to open in a tab of their own. */
export function documentsOf(district: string, school?: string) {
  const base = `/api/v1/districts/${district}${school ? `/schools/${school}` : ''}/plan`;
  return { html: `${base}.html`, pdf: `${base}.pdf`, xlsx: `${base}.xlsx` };
}
