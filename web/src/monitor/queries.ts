import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useLive } from '@/live/useLive';

export type Cycle = Schema<'Cycle'>;
export type CycleFields = Schema<'CycleFields'>;
export type CycleView = Schema<'CycleView'>;
export type ReportGlance = Schema<'ReportGlance'>;
export type Standing = Schema<'Standing'>;
export type Report = Schema<'MonitoringReport'>;
export type ReportEntry = Schema<'ReportEntry'>;
export type ReportPart = Schema<'ReportPart'>;
export type StrategyReport = Schema<'StrategyReport'>;
export type ReportMeasure = Schema<'ReportMeasure'>;
export type MeasureValue = Schema<'MeasureValue'>;
export type ValueFields = Schema<'NewMeasureValueFields'>;
export type Track = Schema<'Track'>;
export type MeasurePlace = Schema<'MeasurePlace'>;
export type MeasureProgress = Schema<'MeasureProgress'>;
export type MeasureGlance = Schema<'MeasureGlance'>;
export type TrackCell = Schema<'TrackCell'>;
export type ProcessChart = Schema<'ProcessChart'>;
export type ChartSignal = Schema<'ChartSignal'>;
export type Adjustment = Schema<'Adjustment'>;
export type AdjustmentRow = Schema<'AdjustmentRow'>;
export type AdjustmentFields = Schema<'AdjustmentFields'>;
export type AdjustmentStatus = Schema<'AdjustmentStatus'>;
export type LearningCycle = Schema<'LearningCycle'>;
export type LearningFields = Schema<'LearningCycleFields'>;
export type Evaluation = Schema<'Evaluation'>;
export type EvaluationFields = Schema<'EvaluationFields'>;
export type GoalToEvaluate = Schema<'GoalToEvaluate'>;
export type StrategyToEvaluate = Schema<'StrategyToEvaluate'>;
export type RollOverFields = Schema<'RollOverFields'>;
export type RolloverPlan = Schema<'RolloverPlan'>;

/** All that monitoring shows is under this key, so that one live topic keeps it fresh. */
export const monitoringKey = (district: string) => keyOf(district, 'monitoring');
/** What a change in monitoring can make stale elsewhere. */
export const staleWithMonitoring = (district: string) => [
  monitoringKey(district),
  keyOf(district, 'home'),
];

/** Keeps what a page of monitoring shows up to date; the plan's names and targets are in it. */
export function useMonitoringLive(district: string): void {
  useLive(district, 'monitoring', [keyOf(district, 'home')]);
  useLive(district, 'plan', [monitoringKey(district)]);
}

export const cyclesQuery = (district: string, year: string | undefined) =>
  queryOptions({
    queryKey: keyOf(district, 'monitoring', 'cycles', year ?? 'now'),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/monitoring/cycles', {
          params: { path: { district }, query: year ? { year } : {} },
        }),
      ),
  });

export const reportKey = (district: string, report: string) =>
  keyOf(district, 'monitoring', 'report', report);

export const reportQuery = (district: string, report: string) =>
  queryOptions({
    queryKey: reportKey(district, report),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/monitoring/reports/{report}', {
          params: { path: { district, report } },
        }),
      ),
  });

export const progressQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'monitoring', 'progress'),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/monitoring/progress', { params: { path: { district } } }),
      ),
    select: ({ items }) => items,
  });

export const measureQuery = (district: string, measure: string) =>
  queryOptions({
    queryKey: keyOf(district, 'monitoring', 'measure', measure),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/monitoring/measures/{measure}', {
          params: { path: { district, measure } },
        }),
      ),
  });

export const adjustmentsQuery = (district: string, status: AdjustmentStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'monitoring', 'adjustments', status ?? 'all'),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/adjustments', {
          params: {
            path: { district },
            query: {
              limit: 50,
              ...(status ? { status } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const learningQuery = (district: string, school: string | undefined) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'monitoring', 'learning', school ?? 'all'),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/learning-cycles', {
          params: {
            path: { district },
            query: {
              limit: 50,
              ...(school ? { school_id: school } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const evaluationsQuery = (district: string, year: string | undefined) =>
  queryOptions({
    queryKey: keyOf(district, 'monitoring', 'evaluations', year ?? 'now'),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/evaluations', {
          params: { path: { district }, query: year ? { year } : {} },
        }),
      ),
  });

export const rolloverQuery = (district: string, year: string | undefined) =>
  queryOptions({
    queryKey: keyOf(district, 'monitoring', 'rollover', year ?? 'now'),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/rollover', {
          params: { path: { district }, query: year ? { year } : {} },
        }),
      ),
  });

export function useReport(district: string, report: string) {
  useMonitoringLive(district);
  return useQuery(reportQuery(district, report));
}
