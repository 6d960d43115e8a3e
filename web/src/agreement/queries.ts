import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Commitment = Schema<'Commitment'>;
export type CommitmentFields = Schema<'CommitmentFields'>;
export type ReviewFields = Schema<'CommitmentReviewFields'>;
export type Decision = Schema<'Decision'>;
export type DecisionFields = Schema<'DecisionFields'>;
export type Procedure = Schema<'Procedure'>;
export type ProcedureFields = Schema<'ProcedureFields'>;

export const outcomes = ['kept', 'partly', 'not_kept'] as const;
export const deciders = ['district_team', 'building_team', 'executive', 'board'] as const;
/** Changes of the plan, as monitoring proposes them. */
export const planChanges = [
  'end_target',
  'activity_due',
  'activity_drop',
  'new_activity',
  'stop_strategy',
  'note',
] as const;
export const directions = ['district_to_school', 'school_to_district'] as const;

/** What the address of each list says: a school's id, or 'district'. */
export interface Filters {
  school?: string | undefined;
}
export const filtersFrom = (search: Record<string, unknown>): Filters => ({
  school: typeof search.school === 'string' ? search.school : undefined,
});

type List = 'commitments' | 'decisions' | 'procedures';

const page = 200;
const query = (filters: Filters, after: string) => ({
  limit: page,
  ...(filters.school ? { school_id: filters.school } : {}),
  ...(after ? { after } : {}),
});

/** One of the lists, page by page. */
const listOf = <Item>(
  district: string,
  list: List,
  filters: Filters,
  fetchPage: (after: string) => Promise<{ items: Item[]; next: string | null }>,
) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'agreements', list, filters),
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const commitmentsQuery = (district: string, filters: Filters) =>
  listOf<Commitment>(district, 'commitments', filters, (after) =>
    body(
      api.GET('/districts/{district}/commitments', {
        params: { path: { district }, query: query(filters, after) },
      }),
    ),
  );

export const decisionsQuery = (district: string, filters: Filters) =>
  listOf<Decision>(district, 'decisions', filters, (after) =>
    body(
      api.GET('/districts/{district}/decisions', {
        params: { path: { district }, query: query(filters, after) },
      }),
    ),
  );

export const proceduresQuery = (district: string, filters: Filters) =>
  listOf<Procedure>(district, 'procedures', filters, (after) =>
    body(
      api.GET('/districts/{district}/procedures', {
        params: { path: { district }, query: query(filters, after) },
      }),
    ),
  );

export const staleAgreements = (district: string) => [
  keyOf(district, 'agreements'),
  keyOf(district, 'home'),
];

type Create = { 'Idempotency-Key': string };

export const addCommitment = (
  district: string,
  school: string,
  fields: CommitmentFields,
  header: Create,
): Promise<Commitment> =>
  body(
    api.POST('/districts/{district}/schools/{school}/commitments', {
      params: { path: { district, school }, header },
      body: fields,
    }),
  );

export const putCommitment = (
  district: string,
  commitment: string,
  fields: CommitmentFields,
  version: number,
): Promise<Commitment> =>
  body(
    api.PUT('/districts/{district}/commitments/{commitment}', {
      params: { path: { district, commitment }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const removeCommitment = (district: string, { id, version }: Commitment) =>
  api.DELETE('/districts/{district}/commitments/{commitment}', {
    params: { path: { district, commitment: id }, header: ifMatch(version) },
  });

export const acknowledge = (
  district: string,
  commitment: string,
  fields: Schema<'AcknowledgeFields'>,
  version: number,
): Promise<Commitment> =>
  body(
    api.PUT('/districts/{district}/commitments/{commitment}/acknowledgement', {
      params: { path: { district, commitment }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const review = (
  district: string,
  commitment: string,
  fields: ReviewFields,
  version: number,
): Promise<Commitment> =>
  body(
    api.PUT('/districts/{district}/commitments/{commitment}/review', {
      params: { path: { district, commitment }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const addDecision = (
  district: string,
  school: string | null,
  fields: DecisionFields,
  header: Create,
): Promise<Decision> =>
  school
    ? body(
        api.POST('/districts/{district}/schools/{school}/decisions', {
          params: { path: { district, school }, header },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/decisions', {
          params: { path: { district }, header },
          body: fields,
        }),
      );

export const putDecision = (
  district: string,
  decision: string,
  fields: DecisionFields,
  version: number,
): Promise<Decision> =>
  body(
    api.PUT('/districts/{district}/decisions/{decision}', {
      params: { path: { district, decision }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const removeDecision = (district: string, { id, version }: Decision) =>
  api.DELETE('/districts/{district}/decisions/{decision}', {
    params: { path: { district, decision: id }, header: ifMatch(version) },
  });

export const addProcedure = (
  district: string,
  school: string | null,
  fields: ProcedureFields,
  header: Create,
): Promise<Procedure> =>
  school
    ? body(
        api.POST('/districts/{district}/schools/{school}/procedures', {
          params: { path: { district, school }, header },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/procedures', {
          params: { path: { district }, header },
          body: fields,
        }),
      );

export const putProcedure = (
  district: string,
  procedure: string,
  fields: ProcedureFields,
  version: number,
): Promise<Procedure> =>
  body(
    api.PUT('/districts/{district}/procedures/{procedure}', {
      params: { path: { district, procedure }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const removeProcedure = (district: string, { id, version }: Procedure) =>
  api.DELETE('/districts/{district}/procedures/{procedure}', {
    params: { path: { district, procedure: id }, header: ifMatch(version) },
  });
