import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Team = Schema<'Team'>;
export type TeamFields = Schema<'TeamFields'>;
export type Member = Schema<'TeamMember'>;
export type MemberFields = Schema<'TeamMemberFields'>;
export type Represents = Schema<'Represents'>;
export type Gap = Schema<'TeamGap'>;

export const teamsQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'teams'),
    queryFn: () => body(api.GET('/districts/{district}/teams', { params: { path: { district } } })),
    select: (list) => list.items,
  });

export const teamQuery = (district: string, team: string) =>
  queryOptions({
    queryKey: keyOf(district, 'teams', team),
    queryFn: () =>
      body(api.GET('/districts/{district}/teams/{team}', { params: { path: { district, team } } })),
  });

export const replaceTeam = (
  district: string,
  team: string,
  fields: TeamFields,
  header: { 'If-Match': string },
) =>
  body(
    api.PUT('/districts/{district}/teams/{team}', {
      params: { path: { district, team }, header },
      body: fields,
    }),
  );

export const addMember = (district: string, team: string, fields: MemberFields, header: object) =>
  body(
    api.POST('/districts/{district}/teams/{team}/members', {
      params: { path: { district, team }, header },
      body: fields,
    }),
  );

export const replaceMember = (
  district: string,
  team: string,
  member: string,
  fields: MemberFields,
  header: { 'If-Match': string },
) =>
  body(
    api.PUT('/districts/{district}/teams/{team}/members/{member}', {
      params: { path: { district, team, member }, header },
      body: fields,
    }),
  );

export const removeMember = (
  district: string,
  team: string,
  member: string,
  header: { 'If-Match': string },
) =>
  api.DELETE('/districts/{district}/teams/{team}/members/{member}', {
    params: { path: { district, team, member }, header },
  });
