import { describe, expect, it } from 'vitest';
import { columnsOf, filtersFrom, isOverdue, plusDays, queryOf } from './filters';

const today = '2026-11-24';

describe('filtersFrom', () => {
  it('takes what it knows and drops the rest', () => {
    expect(
      filtersFrom({
        school: 'district',
        owner: 'me',
        due: 'soon',
        status: 'doing',
        q: 'bus',
        x: 1,
      }),
    ).toEqual({ school: 'district', owner: 'me', due: 'soon', status: 'doing', q: 'bus' });
    expect(filtersFrom({ owner: 'you', due: 7, status: 'gone', q: '  ' })).toEqual({
      school: undefined,
      owner: undefined,
      due: undefined,
      status: undefined,
      q: undefined,
    });
  });
});

describe('queryOf', () => {
  it('asks for what was due before today', () => {
    expect(queryOf({ due: 'overdue' }, 'p1', today)).toEqual({ due_before: '2026-11-24' });
  });

  it('includes the thirtieth day', () => {
    expect(queryOf({ due: 'soon' }, 'p1', today)).toEqual({ due_before: '2026-12-25' });
  });

  it("knows whose 'mine' is", () => {
    expect(queryOf({ owner: 'me', school: 'district' }, 'p1', today)).toEqual({
      owner_id: 'p1',
      school_id: 'district',
    });
  });
});

it('shows only what can be late when asked for what is due', () => {
  expect(columnsOf({})).toEqual(['open', 'doing', 'done']);
  expect(columnsOf({ due: 'overdue' })).toEqual(['open', 'doing']);
  expect(columnsOf({ status: 'dropped' })).toEqual(['dropped']);
});

it('counts days across months and leap years', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
});

it('is overdue from the day after', () => {
  const item = (due_on: string | null, status: 'open' | 'done') =>
    ({ due_on, status }) as Parameters<typeof isOverdue>[0];
  expect(isOverdue(item('2026-11-23', 'open'), today)).toBe(true);
  expect(isOverdue(item('2026-11-24', 'open'), today)).toBe(false);
  expect(isOverdue(item('2026-11-23', 'done'), today)).toBe(false);
  expect(isOverdue(item(null, 'open'), today)).toBe(false);
});
