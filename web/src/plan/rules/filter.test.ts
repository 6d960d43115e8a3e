import { describe, expect, it } from 'vitest';
import type { Activity, FundingLine, PlanGoal, PlanStrategy } from '../queries';
import { apart } from './bySchool';
import { activitiesOf, filtered, namelessOwners, ownersOf } from './filter';
import { belowGoal, indexOf } from './find';
import { bySchool, bySource, linesOf, moneyTable, totalOf, yearsToOffer } from './funding';

const head = { version: 1, created_at: '', updated_at: '', updated_by: '' };

function activity(id: string, owner: string, school: string | null = null): Activity {
  return {
    ...head,
    id,
    strategy_id: 's',
    school_id: school,
    position: 0,
    title: id,
    detail: '',
    owner_id: null,
    owner_name: owner,
    starts_on: null,
    due_on: null,
    status: 'done',
    waits_for: null,
  };
}

function line(id: string, cents: number, year: string, school: string | null = null): FundingLine {
  return {
    ...head,
    id,
    strategy_id: 's',
    school_id: school,
    source_id: cents > 100 ? 'title-1' : 'general',
    year,
    amount_cents: cents,
    note: '',
    over_reason: null,
  };
}

function strategy(id: string, fields: Partial<PlanStrategy>): PlanStrategy {
  return {
    ...head,
    id,
    goal_id: 'g',
    stopped_on: null,
    stopped_why: '',
    position: 0,
    title: id,
    description: '',
    evidence_tier: 'strong',
    systems: [],
    owner_id: null,
    owner_name: '',
    library_id: null,
    activities: [],
    funding: [],
    readiness: null,
    ...fields,
  };
}

function goal(id: string, fields: Partial<PlanGoal>): PlanGoal {
  return {
    ...head,
    id,
    position: 0,
    title: id,
    statement: '',
    status: 'active',
    starts_on: null,
    ends_on: null,
    owner_id: null,
    owner_name: '',
    all_schools: true,
    schools: [],
    challenge: null,
    need_id: null,
    for_whom: null,
    reasons: [],
    measures: [],
    strategies: [],
    findings: [],
    ...fields,
  };
}

const goals = [
  goal('everywhere', {
    owner_id: 'ana',
    owner_name: 'Ana',
    strategies: [
      strategy('a', {
        activities: [activity('1', 'Bill'), activity('2', 'Chen', 'n'), activity('3', 'Bill', 's')],
        funding: [line('x', 100, '2026-27'), line('y', 250, '2027-28', 'n')],
      }),
      strategy('b', { owner_name: 'Bill', activities: [activity('4', 'Chen')] }),
    ],
  }),
  goal('north', { all_schools: false, schools: ['n'] }),
];
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('filtered', () => {
  it('leaves everything as it is without a filter', () => {
    expect(filtered(goals, {})).toBe(goals);
  });

  it('keeps for a school what applies there, the district’s part and its own', () => {
    const [first, ...others] = filtered(goals, { school: 's' });
    expect(others).toEqual([]);
    expect(first && ids(activitiesOf(first))).toEqual(['1', '3', '4']);
    expect(ids(linesOf(filtered(goals, { school: 'n' })))).toEqual(['x', 'y']);
    expect(ids(filtered(goals, { school: 'n' }))).toEqual(['everywhere', 'north']);
  });

  it('keeps for an owner what they own and all below it', () => {
    const whole = filtered(goals, { owner: 'ana' })[0];
    expect(whole && ids(activitiesOf(whole))).toEqual(['1', '2', '3', '4']);
    const bills = filtered(goals, { owner: 'Bill' })[0];
    expect(bills && ids(activitiesOf(bills))).toEqual(['1', '3', '4']);
    const chens = filtered(goals, { owner: 'Chen', school: 's' })[0];
    expect(chens && ids(activitiesOf(chens))).toEqual(['4']);
    expect(filtered(goals, { owner: 'nobody' })).toEqual([]);
  });
});

it('lists owners once, by person or by name', () => {
  const owners = ownersOf(goals, ({ owner_name }) => owner_name);
  expect([...owners]).toEqual([
    ['ana', 'Ana'],
    ['Bill', 'Bill'],
    ['Chen', 'Chen'],
  ]);
  expect(namelessOwners(goals)).toBe(false);
  expect(namelessOwners([goal('g', { owner_id: 'ana' })])).toBe(true);
});

it('finds records by id and counts what goes along', () => {
  const index = indexOf(goals);
  expect(index.activities.get('3')?.owner_name).toBe('Bill');
  expect(index.lines.size).toBe(2);
  expect(goals[0] && belowGoal(goals[0])).toEqual({
    measures: 0,
    targets: 0,
    strategies: 2,
    activities: 4,
    lines: 2,
  });
});

it('sets the district’s activities apart from the schools’, by name', () => {
  const names: Record<string, string> = { n: 'Zeta', s: 'Alpha' };
  const { district, schools } = apart(
    goals[0]?.strategies[0]?.activities ?? [],
    (id) => names[id] ?? '',
  );
  expect(ids(district)).toEqual(['1']);
  expect(schools.map(({ school }) => school)).toEqual(['s', 'n']);
});

describe('money', () => {
  const lines = [...linesOf(goals), line('z', 5, '2026-27', 'n')];

  it('adds up the same by row, by year and in all', () => {
    for (const rowOf of [bySource, bySchool]) {
      const table = moneyTable(lines, rowOf);
      expect(table.total).toBe(totalOf(lines));
      expect(table.rows.reduce((sum, { total }) => sum + total, 0)).toBe(355);
      expect(table.years).toEqual(['2026-27', '2027-28']);
      expect([...table.byYear.values()].reduce((a, b) => a + b, 0)).toBe(355);
    }
    expect(moneyTable(lines, bySchool).rows.map(({ key, total }) => [key, total])).toEqual([
      ['', 100],
      ['n', 255],
    ]);
  });

  it('offers the plan’s school years and those in use', () => {
    expect(yearsToOffer('2026-07-01', '2029-06-30', ['2025-26', '2026-27'])).toEqual([
      '2025-26',
      '2026-27',
      '2027-28',
      '2028-29',
    ]);
  });
});
