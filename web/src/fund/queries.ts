import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useLive } from '@/live/useLive';

export type Funds = Schema<'Funds'>;
export type StreamFunds = Schema<'StreamFunds'>;
export type LineFunds = Schema<'LineFunds'>;
export type Spending = Schema<'Spending'>;
export type SpendingFields = Schema<'SpendingFields'>;
export type StreamBudgetFields = Schema<'StreamBudgetFields'>;
export type NeedWeight = Schema<'NeedWeight'>;
export type NeedWeightFields = Schema<'NeedWeightFields'>;
export type Equity = Schema<'Equity'>;
export type SchoolEquity = Schema<'SchoolEquity'>;
export type EquityStatistics = Schema<'EquityStatistics'>;
export type FundingMove = Schema<'FundingMove'>;
export type WhatIf = Schema<'WhatIf'>;
export type Reallocation = Schema<'Reallocation'>;
export type UsualFunding = Schema<'UsualFunding'>;

/** All below the topic of the plan: whatever changes money is announced with it. */
const key = (district: string, ...what: unknown[]) => keyOf(district, 'plan', 'funds', ...what);

export const fundsQuery = (district: string, year: string) =>
  queryOptions({
    queryKey: key(district, 'year', year),
    queryFn: () =>
      body(api.GET('/districts/{district}/funds/{year}', { params: { path: { district, year } } })),
  });

export const spendingQuery = (district: string, line: string) =>
  queryOptions({
    queryKey: key(district, 'spending', line),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/plan/funding/{line}/spending', {
          params: { path: { district, line } },
        }),
      ),
    select: (list) => list.items,
  });

export interface EquityQuestion {
  year: string;
  source: string | null;
  amounts: 'planned' | 'used';
}

export const equityQuery = (district: string, { year, source, amounts }: EquityQuestion) =>
  queryOptions({
    queryKey: key(district, 'equity', year, source, amounts),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/funds/{year}/equity', {
          params: {
            path: { district, year },
            query: { amounts, ...(source ? { source_id: source } : {}) },
          },
        }),
      ),
  });

export const needsQuery = (district: string) =>
  queryOptions({
    queryKey: key(district, 'needs'),
    queryFn: () =>
      body(api.GET('/districts/{district}/need-weights', { params: { path: { district } } })),
    select: (list) => list.items,
  });

export const usualQuery = (district: string) =>
  queryOptions({
    queryKey: key(district, 'usual'),
    queryFn: () =>
      body(api.GET('/districts/{district}/usual-funding', { params: { path: { district } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What the moves would change. Asked anew whenever the moves or the plan change. */
export const whatIfQuery = (district: string, year: string, moves: FundingMove[]) =>
  queryOptions({
    queryKey: key(district, 'what-if', year, moves),
    queryFn: () =>
      body(
        api.POST('/districts/{district}/funds/{year}/what-if', {
          params: { path: { district, year } },
          body: { moves },
        }),
      ),
    enabled: moves.length > 0,
    retry: false,
  });

/** The newest first, a page at a time. */
export const reallocationsQuery = (district: string) =>
  infiniteQueryOptions({
    queryKey: key(district, 'reallocations'),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/reallocations', {
          params: {
            path: { district },
            query: { limit: 20, ...(pageParam && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** A year's money, kept up to date while the page is open. */
export function useFunds(district: string, year: string) {
  useLive(district, 'plan');
  return useQuery(fundsQuery(district, year));
}
