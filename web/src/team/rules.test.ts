import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member, Team } from './queries';
import { missingCount, representsFor, sortMembers, sortTeams } from './rules';

const member = (
  name: string,
  represents: Member['represents'],
  decision_maker = false,
): Member => ({
  id: name,
  version: 1,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  updated_by: 'A',
  person_id: null,
  name,
  role: '',
  represents,
  decision_maker,
});

const team = (fields: Partial<Team>): Team => ({
  id: 't',
  version: 1,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  updated_by: 'A',
  school_id: null,
  name: 'Team',
  charge: '',
  members: [],
  gaps: [],
  needs_decision_maker: false,
  complete: true,
  ...fields,
});

describe('representsFor', () => {
  it('offers everything once, what is usual first', () => {
    for (const school_id of [null, 's1']) {
      const { usual, also } = representsFor({ school_id });
      expect(new Set([...usual, ...also]).size).toBe(8);
      expect(usual.includes('board')).toBe(school_id === null);
    }
  });
});

describe('missingCount', () => {
  it('counts people, never less than none', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.boolean(), (have, need, maker) => {
        const gaps = [{ represents: 'board' as const, label: 'Board', have, need }];
        const missing = missingCount(team({ gaps, needs_decision_maker: maker }));
        expect(missing).toBe(Math.max(0, need - have) + (maker ? 1 : 0));
      }),
    );
  });
});

it('leads with the decision maker, then follows the order of the team', () => {
  const members = [
    member('Cy', 'community'),
    member('Bo', 'district-systems'),
    member('Al', 'district-systems'),
    member('Di', 'board', true),
  ];
  expect(sortMembers(team({ members })).map(({ name }) => name)).toEqual(['Di', 'Al', 'Bo', 'Cy']);
});

it("puts the district's team before the schools'", () => {
  const teams = [
    team({ id: 'b', school_id: 'b' }),
    team({ id: 'a', school_id: 'a' }),
    team({ id: 'd' }),
  ];
  expect(sortTeams(teams, (id) => id ?? '').map(({ id }) => id)).toEqual(['d', 'a', 'b']);
});
