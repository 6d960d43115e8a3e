import { describe, expect, it } from 'vitest';
import {
  type Continuum,
  gapOf,
  latestOfSchools,
  levelWords,
  lineOf,
  type Point,
  type Session,
  standing,
} from './rules';

const point = (more: Partial<Point> = {}): Point => ({
  subject: 'vision',
  answers: 12,
  consensus: '',
  desired: '',
  median: 2,
  district_median: null,
  school_median: null,
  agreement: 0.5,
  ...more,
});

const session = (id: string, school_id: string | null, rows: Point[]): Session => ({
  workshop_id: id,
  title: id,
  school_id,
  held_on: '2026-11-24',
  year: '2026-27',
  people: 12,
  alpha: null,
  rows,
});

const continuum = (sessions: Session[]): Continuum => ({
  levels: ['beginning', 'developing', 'evolving', 'accomplished'].map((id) => ({ id, title: id })),
  rows: [{ id: 'vision', title: 'Vision' }],
  sessions,
});

describe('the continuum over the years', () => {
  it('takes what the room agreed on before the middle of its ratings', () => {
    const all = continuum([]);
    expect(standing(all, point({ consensus: 'evolving', median: 1 }))).toBe(3);
    expect(standing(all, point({ median: 2.5 }))).toBe(2.5);
    expect(standing(all, point({ consensus: 'of another pack', median: null }))).toBeNull();
    expect(levelWords(all, 2.5)).toEqual({ low: 'developing', high: 'evolving' });
    expect(levelWords(all, 4)).toEqual({ one: 'accomplished' });
  });

  it('draws the district’s line from its own sessions only', () => {
    const all = continuum([
      session('2025', null, [point({ median: 1 })]),
      session('school', 's1', [point({ median: 4 })]),
      session('2026', null, [point({ median: 2 })]),
      session('other rows', null, [point({ subject: 'plans' })]),
    ]);
    expect(lineOf(all, 'vision').map(({ place }) => place)).toEqual([1, 2]);
  });

  it('keeps each school’s latest', () => {
    const all = continuum([
      session('first', 's1', []),
      session('second', 's1', []),
      session('third', 's2', []),
    ]);
    const latest = latestOfSchools(all);
    expect([...latest].map(([school, { workshop_id }]) => [school, workshop_id])).toEqual([
      ['s1', 'second'],
      ['s2', 'third'],
    ]);
  });

  it('says how far district and schools are apart, where both may be shown', () => {
    expect(gapOf(point({ district_median: 3, school_median: 1.5 }))).toBe(1.5);
    expect(gapOf(point({ district_median: 3 }))).toBeNull();
  });
});
