import { describe, expect, it } from 'vitest';
import { mergedInto, shownNotes, totalVotes } from './notes';
import { note } from './samples';

const place = { step: 'gather-examples', subject: 'incomplete-data', kind: 'example' as const };

describe('notes', () => {
  it('stand for what was merged into them, and are sorted by all their votes', () => {
    const all = [
      note('a', { votes: 2 }),
      note('b', { votes: 1 }),
      note('c', { votes: 2, merged_into: 'b' }),
      note('elsewhere', { subject: 'lost-engagement' }),
      note('cause', { kind: 'cause' }),
    ];
    expect(shownNotes(all, place).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(mergedInto(all, note('b')).map(({ id }) => id)).toEqual(['c']);
    expect(totalVotes(all, note('b', { votes: 1 }))).toBe(3);
  });

  it('come in the order of writing where votes are alike', () => {
    const all = [
      note('late', { at: '2026-11-24T17:12:00Z' }),
      note('early', { at: '2026-11-24T17:11:00Z' }),
    ];
    expect(shownNotes(all, place).map(({ id }) => id)).toEqual(['early', 'late']);
  });
});
