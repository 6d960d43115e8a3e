import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';
import { api, body, type Schema } from '@/api/client';
import { butForLanguage, keyOf } from '@/api/keys';

export type Round = Schema<'Round'>;
export type RoundDetail = Schema<'RoundDetail'>;
export type Template = Schema<'Template'>;
export type Comment = Schema<'Comment'>;
export type SubmissionEntry = Schema<'SubmissionEntry'>;

export const roundsQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'rounds'),
    queryFn: () =>
      body(api.GET('/districts/{district}/rounds', { params: { path: { district } } })),
    select: (list) => list.items,
  });

/** Answers that a school is typing move its progress, but are not told to everybody. */
const lookAgain = 60_000;

export const roundQuery = (district: string, round: string) =>
  queryOptions({
    queryKey: keyOf(district, 'rounds', round),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/rounds/{round}', { params: { path: { district, round } } }),
      ),
    refetchInterval: lookAgain,
  });

/** Each building's latest submitted words about one function. */
export const functionAnswersQuery = (district: string, round: string, function_id: string) =>
  queryOptions({
    queryKey: keyOf(district, 'rounds', round, 'functions', function_id),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/rounds/{round}/functions/{function_id}', {
          params: { path: { district, round, function_id } },
        }),
      ),
    select: (list) => list.items,
  });

export const templateKey = (district: string, template: string) =>
  keyOf(district, `template:${template}`);

export const templateQuery = (district: string, template: string) =>
  queryOptions({
    queryKey: templateKey(district, template),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/templates/{template}', {
          params: { path: { district, template } },
        }),
      ),
  });

/** A submission never changes, except for what is decided about it. */
export const submissionQuery = (district: string, template: string, number: number) =>
  queryOptions({
    queryKey: [...templateKey(district, template), 'submissions', number],
    queryFn: () =>
      body(
        api.GET('/districts/{district}/templates/{template}/submissions/{number}', {
          params: { path: { district, template, number } },
        }),
      ),
  });

/** A version of a pack never changes; the built-in one is in the reader's language. */
export const packQuery = (district: string, pack_id: string, pack_version: string) => {
  const queryKey = keyOf(district, 'toolkit', pack_id, pack_version, i18next.language);
  return queryOptions({
    queryKey,
    placeholderData: (before, query) =>
      butForLanguage(query?.queryKey, queryKey) ? before : undefined,
    queryFn: () =>
      body(
        api.GET('/districts/{district}/toolkit/packs/{pack_id}/{pack_version}', {
          params: { path: { district, pack_id, pack_version } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
};
