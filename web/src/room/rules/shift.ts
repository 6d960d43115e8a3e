import type { NoteKind } from './events';

/** The pack's questions of the shift, and the kind of note that answers each. */
const kinds: Record<string, NoteKind> = {
  'causal-theories': 'cause',
  barriers: 'barrier',
  'desired-state': 'desired',
  'actions-begin': 'begin',
  'actions-maintain': 'keep',
};

/** Another toolkit's question gathers ideas. */
export const kindOfQuestion = (question: string): NoteKind => kinds[question] ?? 'idea';
