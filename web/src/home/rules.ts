import type { Home, WaitingItem } from './queries';

/** The page's address: the server may leave out the district, which is the one we are in. */
export function pathOf({ link }: Pick<WaitingItem, 'link'>, district: string): string {
  return link.startsWith('/d/') ? link : `/d/${district}${link === '/' ? '' : link}`;
}

const did = {
  create: 'added',
  add: 'added',
  open: 'opened',
  load: 'added',
  set: 'set',
  save: 'wrote',
  submit: 'submitted',
  withdraw: 'tookBack',
  return: 'returned',
  accept: 'accepted',
  reopen: 'reopened',
  remove: 'removed',
  import: 'broughtIn',
  invite: 'invited',
  replace: 'changed',
} as const;

export type Deed = (typeof did)[keyof typeof did];

/** What somebody did, from the name of the operation: its first word is the verb. */
export function deedOf(operation: string): Deed {
  const verb = /^[a-z]+/.exec(operation)?.[0] ?? '';
  return Object.hasOwn(did, verb) ? did[verb as keyof typeof did] : 'changed';
}

export const things = [
  'action',
  'activity',
  'answer',
  'comment',
  'district',
  'funding_line',
  'funding_source',
  'goal',
  'measure',
  'pack',
  'person',
  'plan',
  'round',
  'school',
  'strategy',
  'submission',
  'target',
  'team',
  'team_member',
  'template',
] as const;

export type Thing = (typeof things)[number];

export const thingOf = (entity: string): Thing | null =>
  things.find((thing) => thing === entity) ?? null;

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
