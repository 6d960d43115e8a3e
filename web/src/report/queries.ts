import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type PublicPage = Schema<'PublicPage'>;
export type PublicPageFields = Schema<'PublicPageFields'>;

export const publicPageQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'public-page'),
    queryFn: () =>
      body(api.GET('/districts/{district}/public-page', { params: { path: { district } } })),
  });

export const replacePublicPage = (
  district: string,
  fields: PublicPageFields,
  header: { 'If-Match': string },
) =>
  body(
    api.PUT('/districts/{district}/public-page', {
      params: { path: { district }, header },
      body: fields,
    }),
  );

/** Addresses of the documents that the server makes. */
const apiOf = (district: string) => `/api/v1/districts/${district}`;
export const goalFiles = (district: string, goal: string) => {
  const base = `${apiOf(district)}/plan/goals/${goal}/document`;
  return { html: `${base}.html`, pdf: `${base}.pdf` };
};
export const monitoringFiles = (district: string, school: string | null) => {
  const base = `${apiOf(district)}${school ? `/schools/${school}` : ''}/monitoring-report`;
  return { html: `${base}.html`, pdf: `${base}.pdf` };
};
export const boardFiles = (district: string) => ({
  html: `${apiOf(district)}/board-summary.html`,
  pdf: `${apiOf(district)}/board-summary.pdf`,
});
export const tableFiles = (district: string) => ({
  xlsx: `${apiOf(district)}/tables.xlsx`,
  zip: `${apiOf(district)}/tables.zip`,
});
