import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type LibraryStrategy = Schema<'LibraryStrategy'>;
export type LibraryStrategyFields = Schema<'LibraryStrategyFields'>;
export type Initiative = Schema<'Initiative'>;
export type InitiativeFields = Schema<'InitiativeFields'>;

/** Below the plan's keys: a change anywhere in the plan is told under one topic. */
export const libraryQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'plan', 'library'),
    queryFn: () =>
      body(api.GET('/districts/{district}/strategy-library', { params: { path: { district } } })),
    select: (list) => list.items,
  });

export const initiativesQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'plan', 'initiatives'),
    queryFn: () =>
      body(api.GET('/districts/{district}/initiatives', { params: { path: { district } } })),
    select: (list) => list.items,
  });

export const useLibrary = (district: string) => useQuery(libraryQuery(district));
export const useInitiatives = (district: string) => useQuery(initiativesQuery(district));

interface Write<Fields> {
  district: string;
  id: string | null;
  fields: Fields;
  version: number;
  create: { 'Idempotency-Key': string };
}

export const saveEntry = (w: Write<LibraryStrategyFields>): Promise<LibraryStrategy> => {
  const { district, id, fields, version, create } = w;
  return id
    ? body(
        api.PUT('/districts/{district}/strategy-library/{entry}', {
          params: { path: { district, entry: id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/strategy-library', {
          params: { path: { district }, header: create },
          body: fields,
        }),
      );
};

export const removeEntry = (district: string, { id, version }: LibraryStrategy) =>
  api.DELETE('/districts/{district}/strategy-library/{entry}', {
    params: { path: { district, entry: id }, header: ifMatch(version) },
  });

export const saveInitiative = (
  w: Write<InitiativeFields> & { school: string | null },
): Promise<Initiative> => {
  const { district, id, school, fields, version, create } = w;
  if (id) {
    return body(
      api.PUT('/districts/{district}/initiatives/{initiative}', {
        params: { path: { district, initiative: id }, header: ifMatch(version) },
        body: fields,
      }),
    );
  }
  return school
    ? body(
        api.POST('/districts/{district}/schools/{school}/initiatives', {
          params: { path: { district, school }, header: create },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/initiatives', {
          params: { path: { district }, header: create },
          body: fields,
        }),
      );
};

export const removeInitiative = (district: string, { id, version }: Initiative) =>
  api.DELETE('/districts/{district}/initiatives/{initiative}', {
    params: { path: { district, initiative: id }, header: ifMatch(version) },
  });
