import type { Activity, FundingSource, Strategy, System } from '../queries';

/** The contract's lists in the order in which people read them. */
export const tiers: Strategy['evidence_tier'][] = [
  'strong',
  'moderate',
  'promising',
  'rationale',
  'unknown',
];

export const systems: System[] = [
  'leadership',
  'curriculum',
  'data',
  'student_support',
  'technology',
  'communication',
  'human_resources',
  'finance',
  'transportation',
  'food_service',
];

export const activityStatuses: Activity['status'][] = [
  'not_started',
  'in_progress',
  'done',
  'dropped',
];

export const sourceKinds: FundingSource['kind'][] = ['federal', 'state', 'local', 'grant', 'other'];
