import { describe, expect, it } from 'vitest';
import type { AgendaStep } from './queries';
import { freeId, localTime, momentOf, surveySteps } from './rules';

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
