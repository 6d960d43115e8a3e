import { describe, expect, test } from 'vitest';
import type { LineFunds, SchoolEquity, StreamFunds } from './queries';
import { byNeed, freeOf, leftOf, overWith, partnersOf } from './rules';

const stream = (available: number | null, planned: number) =>
  ({ source_id: 's', available_cents: available, planned_cents: planned }) as StreamFunds;

describe('overWith', () => {
  const claim = (amount_cents: number) => ({ source_id: 's', year: '2026-27', amount_cents });

  test('is nothing while a source has enough, or nobody knows what it has', () => {
    expect(overWith(stream(100, 60), '2026-27', claim(40), null)).toBe(0);
    expect(overWith(stream(null, 60), '2026-27', claim(1000), null)).toBe(0);
    expect(overWith(undefined, '2026-27', claim(1000), null)).toBe(0);
  });

  test('counts what is beyond, once', () => {
    expect(overWith(stream(100, 60), '2026-27', claim(50), null)).toBe(10);
    expect(overWith(stream(100, 60), '2026-27', claim(50), claim(20))).toBe(0);
    expect(overWith(stream(100, 60), '2026-27', claim(70), claim(20))).toBe(10);
    const elsewhere = { ...claim(20), year: '2025-26' };
    expect(overWith(stream(100, 60), '2026-27', claim(50), elsewhere)).toBe(10);
  });
});

test('only what is neither committed nor spent is free', () => {
  expect(freeOf({ planned_cents: 100, committed_cents: 30, spent_cents: 50 })).toBe(20);
  expect(freeOf({ planned_cents: 100, committed_cents: 60, spent_cents: 50 })).toBe(0);
});

test('a source that nobody budgeted has no rest', () => {
  expect(leftOf(stream(null, 5))).toBeNull();
  expect(leftOf(stream(3, 5))).toBe(-2);
});

test('money stays with its source', () => {
  const line = (line_id: string, source_id: string) => ({ line_id, source_id }) as LineFunds;
  const lines = [line('a', 's'), line('b', 's'), line('c', 'other')];
  expect(partnersOf(lines[0], lines).map(({ line_id }) => line_id)).toEqual(['b']);
  expect(partnersOf(undefined, lines)).toEqual([]);
});

test('schools with the most need come first, those not counted last', () => {
  const school = (school_id: string, need: number | null) => ({ school_id, need }) as SchoolEquity;
  const sorted = byNeed(
    [school('x', null), school('b', 1.1), school('a', 1.1), school('c', 1.3)],
    (id) => id,
  );
  expect(sorted.map(({ school_id }) => school_id)).toEqual(['c', 'a', 'b', 'x']);
});
