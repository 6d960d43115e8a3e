import type * as q from '../queries';

/** The editable part of each record: what a PUT replaces, whole. */
export const planFields = (p: q.PlanFields): q.PlanFields => ({
  title: p.title,
  summary: p.summary,
  starts_on: p.starts_on,
  ends_on: p.ends_on,
});

export const goalFields = (g: q.GoalFields): q.GoalFields => ({
  position: g.position,
  title: g.title,
  statement: g.statement,
  status: g.status,
  starts_on: g.starts_on ?? null,
  ends_on: g.ends_on ?? null,
  owner_id: g.owner_id ?? null,
  owner_name: g.owner_name,
  all_schools: g.all_schools,
  schools: g.schools,
  challenge: g.challenge ?? null,
  need_id: g.need_id ?? null,
  for_whom: g.for_whom ?? null,
});

export const measureFields = (m: q.MeasureFields): q.MeasureFields => ({
  position: m.position,
  name: m.name,
  unit: m.unit,
  direction: m.direction,
  source: m.source,
});

export const strategyFields = (s: q.StrategyFields): q.StrategyFields => ({
  position: s.position,
  title: s.title,
  description: s.description,
  evidence_tier: s.evidence_tier,
  systems: s.systems,
  owner_id: s.owner_id ?? null,
  owner_name: s.owner_name,
  library_id: s.library_id ?? null,
});

export const activityFields = (a: q.ActivityFields): q.ActivityFields => ({
  position: a.position,
  title: a.title,
  detail: a.detail,
  owner_id: a.owner_id ?? null,
  owner_name: a.owner_name,
  starts_on: a.starts_on ?? null,
  due_on: a.due_on ?? null,
  status: a.status,
  waits_for: a.waits_for ?? null,
});

/** In forms an owner is one thing, so that two people's choices never mix. */
export interface Owner {
  person_id: string | null;
  name: string;
}

export const nobody: Owner = { person_id: null, name: '' };

type Owned = { owner_id?: string | null; owner_name: string };

export function withOwner<T extends Owned>(fields: T) {
  const { owner_id, owner_name, ...rest } = fields;
  return { ...rest, owner: { person_id: owner_id ?? null, name: owner_name } as Owner };
}

export function withoutOwner<T extends { owner: Owner }>(draft: T) {
  const { owner, ...rest } = draft;
  return { ...rest, owner_id: owner.person_id, owner_name: owner.name.trim() };
}
