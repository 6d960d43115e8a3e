export const areas = [
  'plan',
  'balance',
  'team',
  'org',
  'people',
  'action',
  'need',
  'barrier',
  'communication',
  'agreement',
  'monitor',
  'workshop',
] as const;
export type Area = (typeof areas)[number];

/** What the history page shows, as it stands in the address. */
export interface HistoryFilter {
  area?: Area | undefined;
  school?: string | undefined;
  /** One record: its kind and id. */
  entity?: string | undefined;
  entity_id?: string | undefined;
}

export function historySearch(search: Record<string, unknown>): HistoryFilter {
  const { area, school, entity, entity_id } = search;
  return {
    ...(areas.includes(area as Area) ? { area: area as Area } : {}),
    ...(school ? { school: String(school) } : {}),
    ...(entity ? { entity: String(entity) } : {}),
    ...(entity_id ? { entity_id: String(entity_id) } : {}),
  };
}
