import type { StudentGroup } from './queries';

/** In the order in which they are offered. */
export const studentGroups = [
  'all',
  'female',
  'male',
  'american_indian',
  'asian',
  'black',
  'hispanic',
  'multiracial',
  'pacific_islander',
  'white',
  'disadvantaged',
  'not_disadvantaged',
  'english_learner',
  'not_english_learner',
  'with_disability',
  'without_disability',
] as const satisfies readonly StudentGroup[];
