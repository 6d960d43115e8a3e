import { describe, expect, it } from 'vitest';
import type { AgendaStep } from './queries';
import { freeId, localTime, mailto, momentOf, surveySteps } from './rules';

const step = (id: string, kind: AgendaStep['kind'], by: AgendaStep['by'] = 'seat'): AgendaStep => ({
  id,
  kind,
  by,
  activity_id: '',
  step_id: '',
  title: id,
  minutes: 5,
  prompts: [],
});

describe('planning', () => {
  it('leaves out of a survey what a room does together', () => {
    const all = [step('a', 'read'), step('b', 'compare'), step('c', 'rate', 'group')];
    expect(surveySteps(all)).toEqual([step('a', 'read'), step('c', 'rate')]);
  });

  it('gives own steps ids that are free', () => {
    expect(freeId([], 'own')).toBe('own-1');
    expect(freeId([{ id: 'own-1' }, { id: 'own-3' }], 'own')).toBe('own-2');
  });

  it('shows a moment as it is typed, and back', () => {
    const at = '2026-11-24T17:30:00.000Z';
    expect(momentOf(localTime(at))).toBe(at);
    expect(localTime(null)).toBe('');
    expect(momentOf('')).toBeNull();
    expect(momentOf('soon')).toBeNull();
  });
});

describe('a mail that reminds', () => {
  it('goes to all as blind copies, and says what it says', () => {
    const url = new URL(mailto(['ana@x.example', 'b+c@x.example'], 'A & B', 'Line 1\nLine 2'));
    expect(url.pathname).toBe('');
    expect(url.searchParams.get('bcc')).toBe('ana@x.example,b+c@x.example');
    expect(url.searchParams.get('subject')).toBe('A & B');
    expect(url.searchParams.get('body')).toBe('Line 1\nLine 2');
  });

  it('stays as short as mail programs want it', () => {
    const many = Array.from({ length: 500 }, (_, i) => `person${i}@district.example`);
    expect(mailto(many, 'Survey', 'Please').length).toBeLessThanOrEqual(1_900);
  });
});
