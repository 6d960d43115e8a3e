import { api, body, ifMatch } from '@/api/client';
import type * as q from './queries';

type Create = { 'Idempotency-Key': string };

export const saveBudget = (
  district: string,
  source: string,
  year: string,
  version: number,
  fields: q.StreamBudgetFields,
) =>
  body(
    api.PUT('/districts/{district}/funding-sources/{source}/budgets/{year}', {
      params: { path: { district, source, year }, header: ifMatch(version) },
      body: fields,
    }),
  );

interface SpendingWrite {
  district: string;
  line: string;
  id: string | null;
  version: number;
  fields: q.SpendingFields;
  create: Create;
}

export const saveSpending = (w: SpendingWrite): Promise<q.Spending> =>
  w.id
    ? body(
        api.PUT('/districts/{district}/plan/spending/{spending}', {
          params: { path: { district: w.district, spending: w.id }, header: ifMatch(w.version) },
          body: w.fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/plan/funding/{line}/spending', {
          params: { path: { district: w.district, line: w.line }, header: w.create },
          body: w.fields,
        }),
      );

export const removeSpending = (district: string, { id, version }: q.Spending) =>
  api.DELETE('/districts/{district}/plan/spending/{spending}', {
    params: { path: { district, spending: id }, header: ifMatch(version) },
  });

interface NeedWrite {
  district: string;
  id: string | null;
  version: number;
  fields: q.NeedWeightFields;
  create: Create;
}

export const saveNeed = (w: NeedWrite): Promise<q.NeedWeight> =>
  w.id
    ? body(
        api.PUT('/districts/{district}/need-weights/{need_weight}', {
          params: { path: { district: w.district, need_weight: w.id }, header: ifMatch(w.version) },
          body: w.fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/need-weights', {
          params: { path: { district: w.district }, header: w.create },
          body: w.fields,
        }),
      );

export const removeNeed = (district: string, { id, version }: q.NeedWeight) =>
  api.DELETE('/districts/{district}/need-weights/{need_weight}', {
    params: { path: { district, need_weight: id }, header: ifMatch(version) },
  });

interface Reallocate {
  district: string;
  year: string;
  /** Of the plan, as the what-if answered it. */
  revision: number;
  reason: string;
  moves: q.FundingMove[];
}

export const reallocate = (
  { district, year, revision, reason, moves }: Reallocate,
  create: Create,
) =>
  body(
    api.POST('/districts/{district}/funds/{year}/reallocations', {
      params: { path: { district, year }, header: { ...ifMatch(revision), ...create } },
      body: { reason, moves },
    }),
  );
