import { describe, expect, it } from 'vitest';
import type { Home } from './queries';
import { alike, beginnings, pathOf } from './rules';

describe('pathOf', () => {
  it('stays in the district', () => {
    expect(pathOf({ link: '/d/x/plan' }, 'x')).toBe('/d/x/plan');
    expect(pathOf({ link: '/templates/7' }, 'x')).toBe('/d/x/templates/7');
    expect(pathOf({ link: '/' }, 'x')).toBe('/d/x');
    expect(pathOf({ link: '/join/ABC234' }, 'x')).toBe('/join/ABC234');
  });
});

describe('beginnings', () => {
  const home: Home = {
    waiting: [],
    changed: [],
    plan: {
      title: '',
      goals: 0,
      strategies: 0,
      activities: { not_started: 0, in_progress: 0, done: 0, overdue: 0 },
      schools: 3,
      funding_cents: 0,
    },
    round: null,
  };

  it('asks of a lead only what a lead can do', () => {
    expect(beginnings(home, 1, false).map(({ step }) => step)).toEqual(['round', 'goals']);
  });

  it('ticks off what is there', () => {
    expect(beginnings(home, 1, true).map(({ done }) => done)).toEqual([true, false, false, false]);
    expect(beginnings(home, 2, true)[1]?.done).toBe(true);
  });
});

describe('alike', () => {
  const deed = (person_id: string, verb: string, entity: string) => ({ person_id, verb, entity });

  it('folds a run of like deeds of one person, and no other', () => {
    const runs = alike([
      deed('a', 'changed', 'report'),
      deed('a', 'changed', 'report'),
      deed('b', 'changed', 'report'),
      deed('b', 'added', 'report'),
      deed('b', 'added', 'value'),
      deed('a', 'changed', 'report'),
    ]);
    expect(runs.map(({ more }) => more)).toEqual([1, 0, 0, 0, 0]);
    expect(runs[0]?.deed.person_id).toBe('a');
  });
});
