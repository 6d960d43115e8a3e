import { describe, expect, test } from 'vitest';
import type { Cause, DataValue } from '../queries';
import { challengeParts, gapOf, nextPosition, whyTrees } from './causes';
import { newCause, newNeed } from './fields';
import { chartOf, mergedValues, withTheirs } from './values';

const cause = (id: string, parent: string | null = null, more: Partial<Cause> = {}): Cause => ({
  ...newCause(newNeed(null, 'need'), { parent_id: parent, statement: id, ...more }),
  id,
});

describe('five whys', () => {
  test('stand below each other, and none is lost', () => {
    const trees = whyTrees([cause('a'), cause('b', 'a'), cause('c', 'b'), cause('d', 'gone')]);
    expect(trees.map((why) => why.cause.id)).toEqual(['a', 'd']);
    expect(trees[0]?.below[0]?.below[0]).toMatchObject({ cause: { id: 'c' }, depth: 3 });
  });
  test('a new one comes last', () => {
    expect(nextPosition([])).toBe(10);
    expect(nextPosition([cause('a', null, { position: 40 }), cause('b')])).toBe(50);
  });
});

describe('the gap', () => {
  test('is stated in numbers only where both are', () => {
    expect(gapOf({ present_value: 45, desired_value: 45.1 })).toBe(0.1);
    expect(gapOf({ present_value: 60, desired_value: 40 })).toBe(-20);
    expect(gapOf({ present_value: null, desired_value: 40 })).toBeNull();
    expect(gapOf({ present_value: 0, desired_value: 0 })).toBe(0);
  });
});

describe('a challenge', () => {
  const list = (items: string[]) => items.join(' and ');
  test('needs a root cause', () => {
    expect(challengeParts({ title: 'Few read' }, [cause('a')], list)).toBeNull();
  });
  test('puts need and root causes together', () => {
    const roots = [
      cause('a', null, { root: true, statement: 'Lessons differ from room to room.' }),
      cause('b', null, { root: true, statement: 'ELA time is cut' }),
    ];
    expect(challengeParts({ title: 'Few third graders read.' }, roots, list)).toEqual({
      need: 'Few third graders read',
      cause: 'lessons differ from room to room and ELA time is cut',
    });
  });
});

const row = (day: string, group: string, value: number | null, category = 'G'): DataValue => ({
  day,
  category,
  student_group: group,
  students: value === null ? null : 20,
  value,
  suppressed: value === null,
});

describe('values', () => {
  test('read again replace the same group of the same day', () => {
    const rows = [row('2026-05-15', 'Girls', 40), row('2026-05-15', 'Boys', 41)];
    const merged = mergedValues(rows, [
      row('2026-05-15', 'girls', 44),
      row('2025-05-15', 'Girls', 1),
    ]);
    expect(merged.map(({ value }) => value)).toEqual([44, 41, 1]);
  });
  test('of two people are both kept', () => {
    const mine = [row('2026-05-15', 'Girls', 40)];
    const theirs = [row('2026-05-15', 'Girls', 39), row('2026-05-15', 'Boys', 41)];
    expect(withTheirs(mine, theirs).map(({ value }) => value)).toEqual([40, 41]);
  });
});

describe('the chart', () => {
  test('is bars at one or two days, lines over more', () => {
    const two = [row('2025-05-15', 'Girls', 40), row('2026-05-15', 'Girls', 44)];
    expect(chartOf(two, 'G')).toEqual({
      kind: 'bars',
      left: 0,
      rows: [{ x: 'Girls', '2025-05-15': 40, '2026-05-15': 44 }],
      series: ['2025-05-15', '2026-05-15'],
    });
    expect(chartOf([...two, row('2024-05-15', 'Girls', 38)], 'G')).toMatchObject({
      kind: 'line',
      series: ['Girls'],
      rows: [{ x: '2024-05-15', Girls: 38 }, {}, {}],
    });
  });
  test('lies down where groups are many, with the newest days', () => {
    const many = ['2024-05-15', '2025-05-15', '2026-05-15'].flatMap((day) =>
      ['a', 'b', 'c', 'd', 'e', 'f'].map((group) => row(day, group, 1)),
    );
    expect(chartOf(many, 'G')).toMatchObject({
      kind: 'lying',
      series: ['2025-05-15', '2026-05-15'],
      left: 1,
    });
  });
  test('draws nothing that is withheld', () => {
    const values = [row('2026-05-15', 'Girls', 40), row('2026-05-15', 'Boys', null)];
    expect(JSON.stringify(chartOf(values, 'G'))).not.toContain('Boys');
    expect(chartOf([row('2026-05-15', 'Boys', null)], 'G')).toBeNull();
  });
});
