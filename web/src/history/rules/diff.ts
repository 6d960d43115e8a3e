export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Past this many comparisons two texts are told apart as a whole. */
const mostCells = 4_000_000;

const words = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

/** What stayed, what went and what came, word by word. */
export function difference(before: string, after: string): Piece[] {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end += 1;
  }
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) pieces.push({ kind, text });
  };
  add('same', a.slice(0, start).join(''));
  for (const { kind, text } of middle(
    a.slice(start, a.length - end),
    b.slice(start, b.length - end),
  )) {
    add(kind, text);
  }
  add('same', a.slice(a.length - end).join(''));
  return tidy(pieces);
}

/** The longest common subsequence, walked from its table. */
function middle(a: string[], b: string[]): Piece[] {
  if (a.length * b.length > mostCells) {
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ];
  }
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** A lone space between two changed words is no reason to start a new piece. */
function tidy(pieces: Piece[]): Piece[] {
  const tidied: Piece[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone) tidied.push({ kind: 'gone', text: gone });
    if (fresh) tidied.push({ kind: 'new', text: fresh });
    gone = '';
    fresh = '';
  };
  pieces.forEach(({ kind, text }, index) => {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') fresh += text;
    else if (text.trim() === '' && (gone || fresh) && index < pieces.length - 1) {
      gone += text;
      fresh += text;
    } else {
      flush();
      tidied.push({ kind, text });
    }
  });
  flush();
  return tidied;
}

const around = 60;

/** Long stretches that stayed the same are shortened; null stands for what is left out. */
export function shortened(pieces: Piece[]): (Piece | null)[] {
  return pieces.flatMap((piece, index): (Piece | null)[] => {
    if (piece.kind !== 'same' || piece.text.length < 3 * around) return [piece];
    const first = index === 0;
    const last = index === pieces.length - 1;
    const head = first ? '' : piece.text.slice(0, around);
    const tail = last ? '' : piece.text.slice(-around);
    return [
      ...(head ? [{ kind: 'same' as const, text: head }] : []),
      null,
      ...(tail ? [{ kind: 'same' as const, text: tail }] : []),
    ];
  });
}
