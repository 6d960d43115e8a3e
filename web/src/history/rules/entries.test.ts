import { describe, expect, it } from 'vitest';
import type { Change, HistoryEntry } from '../queries';
import { byDay, gathered, isLong, readable, verbOf } from './entries';

function entry(fields: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    seq: 1,
    at: '2026-11-24T10:00:00Z',
    person_id: 'p1',
    person_name: 'Ana Ruiz',
    operation: 'replaceGoal',
    entity: 'goal',
    entity_id: 'g1',
    school_id: null,
    title: 'Read',
    changes: [{ field: 'title', before: 'Read', after: 'Read well' }],
    ...fields,
  };
}

const change = (field: string, before: unknown, after: unknown): Change =>
  ({ field, before, after }) as Change;

describe('verbOf', () => {
  it.each([
    ['replaceGoal', [change('owner_name', null, 'Ana')], 'changed'],
    ['replaceGoal', [change('position', 1, 2)], 'moved'],
    ['createGoal', [change('title', null, 'Read')], 'added'],
    ['removeGoal', [change('title', 'Read', null)], 'removed'],
    ['setSchoolTargets', [change('baseline', null, { on: '2026-09-01', value: 1 })], 'changed'],
    ['setUp', [change('name', null, 'North')], 'added'],
    ['demo', [change('title', null, 'Read')], 'added'],
    ['importCsv', [change('pupils', 300, 310)], 'changed'],
  ] as const)('%s', (operation, changes, verb) => {
    expect(verbOf(entry({ operation, changes: [...changes] }))).toBe(verb);
  });

  it('knows the ways of a template', () => {
    expect(verbOf(entry({ operation: 'returnTemplate', entity: 'template' }))).toBe('returned');
  });
});

describe('gathered', () => {
  const saves = [
    entry({ seq: 3, at: '2026-11-24T10:20:00Z', changes: [change('title', 'b', 'c')] }),
    entry({
      seq: 2,
      at: '2026-11-24T10:10:00Z',
      changes: [change('title', 'a', 'b'), change('status', 'active', 'archived')],
    }),
    entry({ seq: 1, at: '2026-11-24T10:00:00Z', changes: [change('title', 'x', 'a')] }),
  ];

  it('makes one thing of the saves of one sitting', () => {
    const [told, ...others] = gathered(saves);
    expect(others).toEqual([]);
    expect(told?.saves).toBe(3);
    expect(told?.changes).toEqual([
      change('title', 'x', 'c'),
      change('status', 'active', 'archived'),
    ]);
  });

  it('keeps apart other people, other records, other times and other deeds', () => {
    expect(gathered([entry(), entry({ person_id: 'p2' })])).toHaveLength(2);
    expect(gathered([entry(), entry({ entity_id: 'g2' })])).toHaveLength(2);
    expect(gathered([entry(), entry({ at: '2026-11-24T09:30:00Z' })])).toHaveLength(2);
    expect(
      gathered([
        entry(),
        entry({ operation: 'createGoal', changes: [change('title', null, 'a')] }),
      ]),
    ).toHaveLength(2);
  });

  it('does not touch what it was given, and keeps a value that became nothing', () => {
    const cleared = [
      entry({ changes: [change('ends_on', '2027-01-01', null)] }),
      entry({ changes: [change('ends_on', '2028-01-01', '2027-01-01')] }),
    ];
    expect(gathered(cleared)[0]?.changes).toEqual([change('ends_on', '2028-01-01', null)]);
    expect(cleared[0]?.changes).toHaveLength(1);
  });

  it('drops what came back to where it was', () => {
    const back = [
      entry({ changes: [change('title', 'b', 'a')] }),
      entry({ changes: [change('title', 'a', 'b')] }),
    ];
    expect(gathered(back)[0]?.changes).toEqual([]);
  });
});

describe('readable', () => {
  it('makes one owner of an id and a name', () => {
    const changes = [
      change('owner_id', null, 'Ana Ruiz'),
      change('owner_name', 'Parent council', 'Ana Ruiz'),
      change('position', 1, 2),
    ];
    expect(readable(changes)).toEqual([change('owner', 'Parent council', 'Ana Ruiz')]);
  });

  it('says nothing when the owner is the same by another way', () => {
    expect(readable([change('owner_name', '', '')])).toEqual([]);
  });
});

it('tells long texts from short ones', () => {
  expect(isLong(change('statement', 'a'.repeat(70), 'b'))).toBe(true);
  expect(isLong(change('statement', null, 'a'.repeat(70)))).toBe(false);
  expect(isLong(change('title', 'Read', 'Read well'))).toBe(false);
});

it('groups by day, in order', () => {
  const days = byDay(gathered([entry(), entry({ at: '2026-11-23T10:00:00Z' })]), (at) =>
    at.slice(0, 10),
  );
  expect(days.map(([day, list]) => [day, list.length])).toEqual([
    ['2026-11-24', 1],
    ['2026-11-23', 1],
  ]);
});
