import type { Home, WaitingItem } from './queries';

/** The page's address: the server may leave out the district, which is the one we are in. */
export function pathOf({ link }: Pick<WaitingItem, 'link'>, district: string): string {
  // A survey's door is outside of the district's pages.
  return /^\/(d|join)\//.test(link) ? link : `/d/${district}${link === '/' ? '' : link}`;
}

export type Step = 'schools' | 'people' | 'round' | 'goals';

export interface Beginning {
  step: Step;
  done: boolean;
}

/** What a new district does first, in this order; `people` null: not known yet. */
export function beginnings(
  { plan, round }: Home,
  people: number | null,
  isAdmin: boolean,
): Beginning[] {
  const steps: Beginning[] = [
    { step: 'schools', done: plan.schools > 0 },
    // The administrator alone is nobody to work with.
    { step: 'people', done: people === null || people > 1 },
    { step: 'round', done: round !== null },
    { step: 'goals', done: plan.goals > 0 },
  ];
  return steps.filter(({ step }) => isAdmin || (step !== 'schools' && step !== 'people'));
}

export const templatesIn = ({ templates }: NonNullable<Home['round']>): number =>
  templates.draft + templates.submitted + templates.returned + templates.accepted;

interface Deed {
  person_id?: string | null;
  verb: string;
  entity: string;
}

/** Of several like deeds of one person in a row the newest, and how many more there are. */
export function alike<T extends Deed>(deeds: readonly T[]): { deed: T; more: number }[] {
  const runs: { deed: T; more: number }[] = [];
  for (const deed of deeds) {
    const last = runs.at(-1);
    const same =
      last?.deed.person_id === deed.person_id &&
      last?.deed.verb === deed.verb &&
      last?.deed.entity === deed.entity;
    if (last && same) last.more += 1;
    else runs.push({ deed, more: 0 });
  }
  return runs;
}
