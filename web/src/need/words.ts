import type { Bone, Cause, Component, DataSet, Subject } from './queries';

export const subjects = [
  'reading',
  'mathematics',
  'science',
  'social_studies',
  'attendance',
  'behavior',
  'well_being',
  'climate',
  'readiness',
  'staff',
  'other',
] as const satisfies Subject[];

export const components = [
  'health_education',
  'physical_activity',
  'nutrition',
  'health_services',
  'counseling',
  'social_climate',
  'physical_environment',
  'employee_wellness',
  'family_engagement',
  'community_involvement',
] as const satisfies Component[];

export const bones = [
  'instruction',
  'materials',
  'people',
  'time',
  'policies',
  'environment',
  'families',
  'information',
] as const satisfies Bone[];

export const canActs = ['unknown', 'yes', 'partly', 'no'] as const satisfies Cause['can_act'][];

export const betters = ['higher', 'lower', 'neither'] as const satisfies DataSet['better'][];

/** A school looks at building level or together with the district, the district likewise. */
export const levelsFor = (ofSchool: boolean) =>
  ofSchool ? (['building', 'collaborative'] as const) : (['district', 'collaborative'] as const);
