import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, type Piece, shortened } from './diff';

const text = fc
  .array(fc.constantFrom('read', 'well', 'by', 'grade', '3', ' ', '\n', '  '), { maxLength: 40 })
  .map((parts) => parts.join(''));
const joined = (pieces: Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map((piece) => piece.text)
    .join('');

describe('difference', () => {
  it('holds both texts, whole', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = difference(before, after);
        expect(joined(pieces, 'new')).toBe(before);
        expect(joined(pieces, 'gone')).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  it('names the words that changed', () => {
    expect(difference('two of three students', 'three of four students')).toEqual([
      { kind: 'gone', text: 'two' },
      { kind: 'new', text: 'three' },
      { kind: 'same', text: ' of ' },
      { kind: 'gone', text: 'three' },
      { kind: 'new', text: 'four' },
      { kind: 'same', text: ' students' },
    ]);
  });

  it('has nothing to say about equal texts', () => {
    expect(difference('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(difference('', '')).toEqual([]);
  });

  it('is quick with the longest texts', () => {
    const long = (word: string) => Array.from({ length: 2000 }, (_, i) => `${word}${i}`).join(' ');
    expect(difference(long('a'), long('b')).length).toBe(2);
  });
});

it('leaves out long stretches that stayed', () => {
  const same = 'word '.repeat(100);
  const pieces = shortened(difference(`${same}old ${same}`, `${same}new ${same}`));
  expect(pieces[0]).toBeNull();
  expect(pieces.at(-1)).toBeNull();
  expect(pieces.map((piece) => piece?.kind)).toContain('gone');
});
