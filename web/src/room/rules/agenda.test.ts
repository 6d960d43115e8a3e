import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoomPack } from '../pack';
import {
  agendaOf,
  comparedStep,
  groupProgress,
  minutesOf,
  moved,
  phaseOf,
  progressOf,
  stuckGroups,
  subjectsOf,
  viewOf,
} from './agenda';
import type { AgendaStep, Room } from './events';
import { emptyRoom, seat } from './samples';

const pack = JSON.parse(
  readFileSync(
    new URL('../../../../content/district-school-toolkit.en.json', import.meta.url),
    'utf8',
  ),
) as RoomPack;
const all = pack.activities.map(({ id }) => id);
const agenda = agendaOf(pack, all);
const byId = (id: string) => agenda.find((step) => step.id === id) as AgendaStep;

describe('agenda', () => {
  it('takes over the three activities with their times', () => {
    expect(agenda.length).toBe(11);
    expect(minutesOf(agenda)).toBe(94);
    expect(new Set(agenda.map(({ id }) => id)).size).toBe(11);
    expect(byId('sort-functions').by).toBe('group');
  });

  it('knows what each step asks', () => {
    expect(agenda.map((step) => viewOf(pack, step))).toEqual([
      'read',
      'gather',
      'discuss',
      'pick',
      'rate',
      'compare',
      'shift',
      'sort',
      'compare-sorting',
      'plan',
      'plan',
    ]);
    expect(subjectsOf(pack, byId('rate-rows'))).toHaveLength(6);
    expect(subjectsOf(pack, byId('sort-functions'))).toHaveLength(19);
    expect(subjectsOf(pack, byId('relate-outcomes'))).toEqual(['1']);
    expect(subjectsOf(pack, byId('plan-shift'))).toEqual([]);
  });

  it('compares what was rated or sorted before', () => {
    expect(comparedStep(agenda, byId('compare-ratings'), 'rate')?.id).toBe('rate-rows');
    expect(comparedStep(agenda, byId('compare-sorting'), 'sort')?.id).toBe('sort-functions');
    expect(comparedStep(agenda, byId('read-why'), 'rate')).toBeUndefined();
  });

  it('moves a step without losing or doubling one', () => {
    const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(list, fc.nat(19), fc.integer({ min: -25, max: 25 }), (items, from, by) => {
        const at = from % items.length;
        const after = moved(items, at, by);
        expect([...after].sort()).toEqual([...items].sort());
        expect(after.indexOf(items[at] as number)).toBe(
          Math.min(items.length - 1, Math.max(0, at + by)),
        );
      }),
    );
  });
});

describe('progress', () => {
  const groups = [
    { id: 'oak', name: 'Oak' },
    { id: 'elm', name: 'Elm' },
  ];
  const rating = (counts: [string, string, number][]): Room => ({
    ...emptyRoom(),
    workshop: { ...emptyRoom().workshop, groups },
    seats: [
      seat('a', { group_id: 'oak' }),
      seat('b', { group_id: 'oak' }),
      seat('c', { group_id: 'elm' }),
      seat('gone', { group_id: 'elm', left: true }),
    ],
    answered: counts.map(([subject, group_id, count]) => ({
      step: 'rate-rows',
      subject,
      group_id,
      count,
      seats: [],
    })),
  });

  it('counts people who are here, and each question once', () => {
    const room = rating([
      ['vision', 'oak', 2],
      ['plans', 'oak', 1],
      ['vision', 'elm', 1],
      ['not a row', 'elm', 9],
    ]);
    const step = byId('rate-rows');
    expect(progressOf(room, pack, step)).toEqual({ of: 3, begun: 3, answers: 4, questions: 18 });
    expect(progressOf(room, pack, { ...step, by: 'group' })).toMatchObject({
      of: 2,
      questions: 12,
    });
  });

  it('finds the group that is stuck, and none while all are at the start', () => {
    const rows = pack.continuum.rows.map(({ id }) => id);
    const ahead = rating(rows.map((row) => [row, 'oak', 2]));
    expect(stuckGroups(groupProgress(ahead, pack, byId('rate-rows')))).toEqual(['elm']);
    const early = rating([['vision', 'oak', 1]]);
    expect(stuckGroups(groupProgress(early, pack, byId('rate-rows')))).toEqual([]);
  });

  it('opens a step that is current, and all of a survey', () => {
    const room = emptyRoom();
    const at = { ...room, stage: { ...room.stage, step: 'rate-rows' } };
    expect(phaseOf(at, 'rate-rows')).toBe('open');
    expect(phaseOf(at, 'read-why')).toBe('locked');
    const survey = { ...room, stage: { ...room.stage, state: 'survey' as const } };
    expect(phaseOf(survey, 'read-why')).toBe('open');
    const revealed = { step: 'rate-rows', phase: 'revealed' as const };
    expect(phaseOf({ ...at, stage: { ...at.stage, steps: [revealed] } }, 'rate-rows')).toBe(
      'revealed',
    );
  });
});
