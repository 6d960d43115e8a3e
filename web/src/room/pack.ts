import type { Schema } from '@/api/client';

/** The parts of a toolkit pack that a workshop is made of (content/pack.schema.json). */
export interface Titled {
  id: string;
  title: string;
}

export type StepKind =
  | 'read'
  | 'gather'
  | 'discuss'
  | 'pick'
  | 'rate'
  | 'compare'
  | 'sort'
  | 'plan';

export interface PackStep extends Titled {
  text: string;
  minutes: number;
  kind: StepKind;
  about: string[];
  template?: 'building' | 'district';
  prompts: string[];
  facilitator_notes: { say: string; watch_for: string };
}

export interface PackActivity extends Titled {
  number: number;
  purpose: string;
  minutes: { from: number; to: number };
  handout: string;
  small_groups: boolean;
  steps: PackStep[];
}

export interface Level extends Titled {
  note?: string;
}

export interface Row extends Titled {
  cells: Record<string, string>;
}

export type Column = 'building' | 'collaborative' | 'district';

export interface FunctionItem extends Titled {
  area: string;
  column: Column;
  text: string;
  details: string[];
}

export interface Question {
  id: string;
  when?: 'rating' | 'shift';
  column?: Column;
  text: string;
}

export interface RoomPack {
  title: string;
  purpose: string;
  language: string;
  outcomes: { id: string; text: string }[];
  sections: (Titled & { paragraphs: string[] })[];
  consequences: (Titled & { description: string })[];
  activities: PackActivity[];
  handouts: (Titled & { text: string; sections: string[]; shows: string[] })[];
  continuum: {
    title: string;
    reading_order: string;
    levels: Level[];
    rows: Row[];
    questions: Question[];
  };
  functions: {
    title: string;
    columns: { id: Column; title: string }[];
    areas: Titled[];
    items: FunctionItem[];
  };
  questions: Question[];
  readiness: {
    intro: string;
    checklist: { id: string; text: string }[];
    mindset: { id: string; text: string }[];
    other_packs: string;
  };
  readings: (Titled & { author: string; note?: string })[];
}

/** The contract says of a pack only that it follows its schema; this says what is in it. */
export const roomPack = (pack: Schema<'Pack'>): RoomPack => pack as unknown as RoomPack;

export function stepOf(pack: RoomPack, step_id: string | null | undefined): PackStep | undefined {
  for (const activity of pack.activities) {
    const found = activity.steps.find(({ id }) => id === step_id);
    if (found) return found;
  }
  return undefined;
}

export const activityOf = (pack: RoomPack, id: string | null | undefined) =>
  pack.activities.find((activity) => activity.id === id);

/** What is read in a step: the sections of its activity's handout. */
export function sectionsOf(pack: RoomPack, activity: string | null | undefined) {
  const handout = pack.handouts.find(({ id }) => id === activityOf(pack, activity)?.handout);
  return (handout?.sections ?? []).flatMap((id) => pack.sections.find((s) => s.id === id) ?? []);
}

/** What a `compare` step compares: the ratings of a continuum or the sorting of functions. */
export const compares = (step: PackStep | undefined): 'continuum' | 'functions' =>
  step?.about.includes('functions') ? 'functions' : 'continuum';

/** The questions of the shift, in the pack's order. */
export const shiftQuestions = (pack: RoomPack): Question[] =>
  pack.continuum.questions.filter(({ when }) => when === 'shift');

export const ratingQuestions = (pack: RoomPack): Question[] =>
  pack.continuum.questions.filter(({ when }) => when === 'rating');
