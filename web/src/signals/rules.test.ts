import { expect, test } from 'vitest';
import { changeOf, firstStep, standingOf, toneOf } from './rules';

test('a score is said in words at the same bounds as in colour', () => {
  for (let score = 0; score <= 100; score += 1) {
    const pairs = { good: 'good', partly: 'progress', weak: 'attention', none: 'neutral' };
    expect(toneOf(score)).toBe(pairs[standingOf(score)]);
  }
  expect([standingOf(79), standingOf(80), standingOf(49), standingOf(50)]).toEqual([
    'partly',
    'good',
    'weak',
    'partly',
  ]);
  expect(standingOf(null)).toBe('none');
});

test('a change needs two months', () => {
  const month = (name: string, score: number) => ({ month: name, score });
  expect(changeOf({ months: [] })).toBeNull();
  expect(changeOf({ months: [month('2026-11', 60)] })).toBeNull();
  expect(changeOf({ months: [month('2026-10', 70), month('2026-11', 60)] })).toBe(-10);
});

test('the next action leads to the first record that is missing', () => {
  const slot = { title: 'Goal', school_id: null, link: '/plan/goals/1', met: false };
  const checks = [
    { key: 'a', met: 1, of: 1, missing: [] },
    { key: 'b', met: 0, of: 1, missing: [slot] },
  ];
  expect(firstStep({ checks, next: 'b' })).toBe('/plan/goals/1');
  expect(firstStep({ checks, next: null })).toBeNull();
});
