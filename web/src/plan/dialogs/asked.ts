/** Which form is open. Without the record's own id, something new is added. */
export type Asked =
  | { form: 'plan' }
  | { form: 'goal'; goal?: string }
  | { form: 'measure'; goal: string; measure?: string }
  | { form: 'targets'; measure: string; school: string | null; group?: string }
  | { form: 'reason'; goal: string; school: string }
  | { form: 'readiness'; strategy: string }
  | { form: 'group'; group?: string }
  | { form: 'strategy'; goal: string; strategy?: string }
  | { form: 'activity'; strategy: string; school: string | null; activity?: string }
  | { form: 'line'; strategy: string; line?: string }
  | { form: 'source'; source?: string };
