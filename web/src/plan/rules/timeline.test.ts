import { describe, expect, it } from 'vitest';
import type { Activity, PlanGoal } from '../queries';
import { placeOf, scaleOf, spanOf, ticksOf, timeline } from './timeline';

const activity = (
  id: string,
  starts_on: string | null,
  due_on: string | null,
  school_id: string | null = null,
) => ({ id, title: id, starts_on, due_on, school_id }) as Activity;

const goal = (id: string, position: number, activities: Activity[]) =>
  ({
    id,
    title: `Goal ${id}`,
    position,
    strategies: [{ id: `s-${id}`, title: `Strategy of ${id}`, position: 0, activities }],
  }) as unknown as PlanGoal;

const goals = [
  goal('b', 2, [activity('late', '2027-03-01', '2027-04-15', 'north')]),
  goal('a', 1, [
    activity('none', null, null),
    activity('second', '2026-10-05', '2026-12-01'),
    activity('first', '2026-09-10', null, 'south'),
  ]),
];
const nameOf = (school: string | null) => school ?? 'The district';

describe('the timeline', () => {
  it('has every activity once, by goal in order and by date, undated ones last', () => {
    const groups = timeline(goals, 'goal', nameOf);
    expect(groups.map(({ title }) => title)).toEqual(['Goal a', 'Goal b']);
    expect(groups[0]?.rows.map((row) => row.activity.id)).toEqual(['first', 'second', 'none']);
  });

  it('has the same by school, the district first', () => {
    const groups = timeline(goals, 'school', nameOf);
    expect(groups.map(({ title }) => title)).toEqual(['The district', 'north', 'south']);
    const ids = (by: 'goal' | 'school') =>
      timeline(goals, by, nameOf)
        .flatMap(({ rows }) => rows.map((row) => row.activity.id))
        .sort();
    expect(ids('school')).toEqual(ids('goal'));
  });

  it('does not depend on the order of what it is given', () => {
    const turned = [...goals].reverse();
    expect(timeline(turned, 'goal', nameOf)).toEqual(timeline(goals, 'goal', nameOf));
  });

  it('reaches over whole months', () => {
    const scale = scaleOf(timeline(goals, 'goal', nameOf));
    expect(scale && placeOf(scale, '2026-09-01')).toBe(0);
    expect(scale && placeOf(scale, '2027-05-01')).toBe(100);
    expect(scale && ticksOf(scale)).toHaveLength(8);
    expect(scale && ticksOf(scale, 4)).toEqual([
      '2026-09-01',
      '2026-11-01',
      '2027-01-01',
      '2027-03-01',
    ]);
    expect(scaleOf([])).toBeNull();
  });

  it('takes one date alone for a day', () => {
    expect(spanOf({ starts_on: null, due_on: '2026-10-01' })).toEqual({
      from: '2026-10-01',
      to: '2026-10-01',
    });
    expect(spanOf({ starts_on: null, due_on: null })).toBeNull();
  });
});
