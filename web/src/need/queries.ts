import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Need = Schema<'Need'>;
export type NeedFields = Schema<'NeedFields'>;
export type NeedDetail = Schema<'NeedDetail'>;
export type Cause = Schema<'Cause'>;
export type CauseFields = Schema<'CauseFields'>;
export type DataSet = Schema<'DataSet'>;
export type DataSetFields = Schema<'DataSetFields'>;
export type DataSetDetail = Schema<'DataSetDetail'>;
export type DataValue = Schema<'DataValue'>;
export type ReadValues = Schema<'DataValuesRead'>;
export type Covered = Schema<'CoveredComponent'>;
export type NeedReport = Schema<'NeedReport'>;
export type NeedReportHead = Schema<'NeedReportHead'>;
export type Gathered = Schema<'GatheredNeeds'>;
export type GatheredNeed = Schema<'GatheredNeed'>;
export type Proposal = Schema<'NeedProposal'>;
export type Drawn = Schema<'DrawnFrom'>;
export type Component = Schema<'WholeChildComponent'>;
export type Subject = Schema<'SubjectArea'>;
export type Bone = Schema<'FishBone'>;

/** Whose: a school's id, or null for the district. */
export type Scope = string | null;

const most = 200;
const asked = (scope: Scope) => ({ school_id: scope ?? ('district' as const), limit: most });

/** All of a scope, page by page: there are at most 300. */
async function whole<T>(
  page: (after?: string) => Promise<{ items: T[]; next?: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const part = await page(after);
    items.push(...part.items);
    after = part.next ?? undefined;
  } while (after);
  return items;
}

export const needsQuery = (district: string, scope: Scope) =>
  queryOptions({
    queryKey: keyOf(district, 'needs', 'list', scope),
    queryFn: () =>
      whole<Need>((after) =>
        body(
          api.GET('/districts/{district}/needs', {
            params: { path: { district }, query: { ...asked(scope), ...(after ? { after } : {}) } },
          }),
        ),
      ),
  });

export const dataSetsQuery = (district: string, scope: Scope) =>
  queryOptions({
    queryKey: keyOf(district, 'needs', 'data', scope),
    queryFn: () =>
      whole<DataSet>((after) =>
        body(
          api.GET('/districts/{district}/data-sets', {
            params: { path: { district }, query: { ...asked(scope), ...(after ? { after } : {}) } },
          }),
        ),
      ),
  });

export const needQuery = (district: string, need: string) =>
  queryOptions({
    queryKey: keyOf(district, 'needs', 'one', need),
    queryFn: () =>
      body(api.GET('/districts/{district}/needs/{need}', { params: { path: { district, need } } })),
  });

export const dataSetQuery = (district: string, data_set: string) =>
  queryOptions({
    queryKey: keyOf(district, 'needs', 'data-set', data_set),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/data-sets/{data_set}', {
          params: { path: { district, data_set } },
        }),
      ),
  });

export const wholeChildQuery = (district: string, scope: Scope) =>
  queryOptions({
    queryKey: keyOf(district, 'needs', 'whole-child', scope),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/whole-child', {
          params: { path: { district }, query: { school_id: scope ?? ('district' as const) } },
        }),
      ),
    select: (list) => list.items,
  });

export const reportsQuery = (district: string, school: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'needs', 'reports', school),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/need-reports', {
          params: {
            path: { district },
            query: { school_id: school, limit: 10, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const reportQuery = (district: string, need_report: string) =>
  queryOptions({
    // A report never changes.
    queryKey: keyOf(district, 'needs', 'report', need_report),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      body(
        api.GET('/districts/{district}/need-reports/{need_report}', {
          params: { path: { district, need_report } },
        }),
      ),
  });

export const gatheredQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'needs', 'gathered'),
    queryFn: () =>
      body(api.GET('/districts/{district}/gathered-needs', { params: { path: { district } } })),
  });

/** For whoever picks one, such as a goal that answers a challenge. */
export function useNeeds(district: string, scope: Scope) {
  return useQuery(needsQuery(district, scope));
}

/** What any change here makes stale. */
export const staleNeeds = (district: string) => [keyOf(district, 'needs')];

type Create = { 'Idempotency-Key': string };

export function saveNeed(
  district: string,
  scope: Scope,
  record: { id: string },
  fields: NeedFields,
  version: number,
  header: Create,
): Promise<Need> {
  if (version > 0) {
    return body(
      api.PUT('/districts/{district}/needs/{need}', {
        params: { path: { district, need: record.id }, header: ifMatch(version) },
        body: fields,
      }),
    );
  }
  return scope
    ? body(
        api.POST('/districts/{district}/schools/{school}/needs', {
          params: { path: { district, school: scope }, header },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/needs', {
          params: { path: { district }, header },
          body: fields,
        }),
      );
}

export function saveDataSet(
  district: string,
  scope: Scope,
  record: { id: string },
  fields: DataSetFields,
  version: number,
  header: Create,
): Promise<DataSet> {
  if (version > 0) {
    return body(
      api.PUT('/districts/{district}/data-sets/{data_set}', {
        params: { path: { district, data_set: record.id }, header: ifMatch(version) },
        body: fields,
      }),
    );
  }
  return scope
    ? body(
        api.POST('/districts/{district}/schools/{school}/data-sets', {
          params: { path: { district, school: scope }, header },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/data-sets', {
          params: { path: { district }, header },
          body: fields,
        }),
      );
}

export function saveCause(
  district: string,
  need: string,
  record: { id: string },
  fields: CauseFields,
  version: number,
  header: Create,
): Promise<Cause> {
  return version > 0
    ? body(
        api.PUT('/districts/{district}/causes/{cause}', {
          params: { path: { district, cause: record.id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/needs/{need}/causes', {
          params: { path: { district, need }, header },
          body: fields,
        }),
      );
}

export function saveValues(
  district: string,
  data_set: string,
  values: DataValue[],
  version: number,
): Promise<DataSetDetail> {
  return body(
    api.PUT('/districts/{district}/data-sets/{data_set}/values', {
      params: { path: { district, data_set }, header: ifMatch(version) },
      body: { values },
    }),
  );
}

export function readValues(district: string, data_set: string, text: string): Promise<ReadValues> {
  return body(
    api.POST('/districts/{district}/data-sets/{data_set}/values/read', {
      params: { path: { district, data_set } },
      body: { text },
    }),
  );
}
