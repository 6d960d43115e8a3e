import { describe, expect, test } from 'vitest';
import type { ChartSignal, CycleView, MeasureValue, ReportGlance } from './queries';
import { chartRows, gridRows, newestSignal, showsRange, studentsTyped, tallies } from './rules';

const report = (school_id: string | null, standing: ReportGlance['standing']): ReportGlance => ({
  id: `${school_id}`,
  school_id,
  standing,
  submitted_at: null,
  submitted_by: '',
  rated: 0,
  of: 1,
});

const cycle = (id: string, reports: ReportGlance[]): CycleView => ({
  id,
  version: 1,
  created_at: '',
  updated_at: '',
  updated_by: '',
  name: id,
  opens_on: '2026-09-01',
  due_on: '2026-10-15',
  year: '2026-27',
  reports,
});

const value = (taken_on: string, changes: Partial<MeasureValue>): MeasureValue => ({
  id: taken_on,
  version: 1,
  updated_by: '',
  measure_id: 'm',
  school_id: null,
  report_id: 'r',
  taken_on,
  group_id: null,
  suppressed: false,
  value: 50,
  n: 200,
  low: 43,
  high: 57,
  ...changes,
});

const signal = (from: string, to: string): ChartSignal => ({
  kind: 'run',
  from,
  to,
  up: true,
  good: true,
});

test('the grid has the district first, then schools by name, with gaps where nothing was asked', () => {
  const cycles = [
    cycle('a', [report('2', 'late'), report(null, 'submitted'), report('1', 'missing')]),
    cycle('b', [report('1', 'waiting')]),
  ];
  const names: Record<string, string> = { '1': 'Cedar', '2': 'Birch' };
  const rows = gridRows(cycles, (school) => (school ? (names[school] ?? '') : 'The district'));
  expect(rows.map(({ school }) => school)).toEqual([null, '2', '1']);
  expect(rows.map(({ reports }) => reports.map((cell) => cell?.standing))).toEqual([
    ['submitted', undefined],
    ['late', undefined],
    ['missing', 'waiting'],
  ]);
  const [first] = cycles;
  expect(first && tallies(first)).toEqual({ late: 1, missing: 1 });
});

describe('few students', () => {
  test('one to nine never leave the device', () => {
    for (let n = 1; n <= 9; n += 1) expect(studentsTyped(` ${n} `)).toBe('few');
    expect(studentsTyped('007')).toBe('few');
    expect(['0', '10', '', '190'].map(studentsTyped)).toEqual(['0', '10', '', '190']);
  });

  test('a small group is shown as a range, a large one and a withheld one are not', () => {
    expect(showsRange(value('2026-10-01', { n: 49 }))).toBe(true);
    expect(showsRange(value('2026-10-01', { n: 50 }))).toBe(false);
    expect(showsRange(value('2026-10-01', { n: null, low: null, high: null }))).toBe(false);
  });
});

test('the newest signal is the last to end, and of those the longest', () => {
  const long = signal('2026-01-31', '2026-05-31');
  expect(newestSignal([signal('2026-05-31', '2026-05-31'), long])).toBe(long);
  expect(newestSignal([])).toBeUndefined();
});

test('rows of the chart go by day, leave out what is withheld and mark signals', () => {
  const rows = chartRows(
    [
      value('2026-03-31', { value: 40 }),
      value('2026-01-31', { value: 30 }),
      value('2026-02-28', { value: null, suppressed: true }),
    ],
    [signal('2026-03-01', '2026-04-30')],
    [{ on: '2026-03-31', value: 45 }],
  );
  expect(rows).toEqual([
    { time: Date.parse('2026-01-31'), value: 30 },
    { time: Date.parse('2026-03-31'), value: 40, signal: 40, target: 45 },
  ]);
});
