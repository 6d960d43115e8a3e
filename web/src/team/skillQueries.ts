import { queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Skill = Schema<'TeamSkill'>;
export type SkillFields = Schema<'TeamSkillFields'>;

export const skillStates = ['present', 'growing', 'missing'] as const;

export const skillsQuery = (district: string, team: string) =>
  queryOptions({
    queryKey: keyOf(district, 'teams', team, 'skills'),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/teams/{team}/skills', {
          params: { path: { district, team } },
        }),
      ),
    select: (list) => list.items,
  });

export const addSkill = (
  district: string,
  team: string,
  fields: SkillFields,
  header: { 'Idempotency-Key': string },
): Promise<Skill> =>
  body(
    api.POST('/districts/{district}/teams/{team}/skills', {
      params: { path: { district, team }, header },
      body: fields,
    }),
  );

export const putSkill = (
  district: string,
  { team_id, id }: Skill,
  fields: SkillFields,
  version: number,
): Promise<Skill> =>
  body(
    api.PUT('/districts/{district}/teams/{team}/skills/{skill}', {
      params: { path: { district, team: team_id, skill: id }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const removeSkill = (district: string, { team_id, id, version }: Skill) =>
  api.DELETE('/districts/{district}/teams/{team}/skills/{skill}', {
    params: { path: { district, team: team_id, skill: id }, header: ifMatch(version) },
  });
