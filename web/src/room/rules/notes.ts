import type { Note, NoteKind } from './events';

/** Notes of one step, subject and kind, without those merged into others; most votes first. */
export function shownNotes(
  notes: readonly Note[],
  { step, subject, kind }: { step: string; subject: string; kind: NoteKind },
): Note[] {
  return notes
    .filter(
      (note) =>
        note.step === step &&
        note.subject === subject &&
        note.kind === kind &&
        note.merged_into === null,
    )
    .sort(
      (a, b) =>
        totalVotes(notes, b) - totalVotes(notes, a) ||
        a.at.localeCompare(b.at) ||
        a.id.localeCompare(b.id),
    );
}

/** What was merged into a note. */
export const mergedInto = (notes: readonly Note[], note: Note): Note[] =>
  notes.filter(({ merged_into }) => merged_into === note.id);

/** A note stands for those merged into it, and so do their votes. */
export const totalVotes = (notes: readonly Note[], note: Note): number =>
  mergedInto(notes, note).reduce((sum, { votes }) => sum + votes, note.votes);
