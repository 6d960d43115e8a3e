import { type KeyboardEvent, useRef, useState } from 'react';

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * One tab stop for a whole table of buttons; the arrow keys go from cell to cell, Home and End
 * to the ends of a row, with Control to the corners.
 */
export function useCells(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null);
  const [[row, column], setHere] = useState<[number, number]>([0, 0]);
  const clamp = (n: number, count: number) => Math.max(0, Math.min(n, count - 1));

  const go = (toRow: number, toColumn: number) => {
    const next: [number, number] = [clamp(toRow, rows), clamp(toColumn, columns)];
    setHere(next);
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${next.join(',')}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'center' });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target as HTMLElement).dataset.cell) return;
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const step = steps[event.key];
    if (step) go(row + step[0], column + step[1] * rtl);
    else if (event.key === 'Home') go(event.ctrlKey ? 0 : row, 0);
    else if (event.key === 'End') go(event.ctrlKey ? rows - 1 : row, columns - 1);
    else return;
    event.preventDefault();
  };

  const cell = (atRow: number, atColumn: number) => ({
    'data-cell': `${atRow},${atColumn}`,
    tabIndex: atRow === clamp(row, rows) && atColumn === clamp(column, columns) ? 0 : -1,
    onFocus: () => setHere([atRow, atColumn]),
  });
  return { table, onKeyDown, cell };
}
