import { describe, expect, it } from 'vitest';
import { draftOf, noPoint, problemsOf, targetOf } from './targets';

const stored = {
  baseline: { on: '2026-09-01', value: 52.5 },
  interim: [
    { on: '2027-06-01', value: 60 },
    { on: '2028-06-01', value: 66 },
  ],
  end_target: { on: '2029-06-01', value: 75 },
};

describe('targets', () => {
  it('come back from the form as they were', () => {
    for (const language of ['en', 'es', 'ar']) {
      expect(targetOf(draftOf(stored, language), language)).toEqual(stored);
      expect(problemsOf(draftOf(stored, language), language).size).toBe(0);
    }
  });

  it('may be partly empty', () => {
    const draft = { baseline: noPoint, interim: [noPoint], end_target: noPoint };
    expect(problemsOf(draft, 'en').size).toBe(0);
    expect(targetOf(draft, 'en')).toEqual({ baseline: null, interim: [], end_target: null });
  });

  it('need both parts of a point, and dates that rise', () => {
    const draft = {
      baseline: { on: '2027-06-01', value: '' },
      interim: [{ on: '2027-06-01', value: '60' }, noPoint],
      end_target: { on: null, value: '7o' },
    };
    expect([...problemsOf(draft, 'en')]).toEqual([
      ['baseline.value', 'value'],
      ['interim.0.on', 'order'],
      ['end_target.value', 'value'],
      ['end_target.on', 'date'],
    ]);
  });
});
