import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clock, isPaused, remaining, urgency } from './timer';

const noon = Date.parse('2026-11-24T12:00:00Z');

describe('timer', () => {
  it('counts by the server, whatever the clock of the phone says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), (wrong) => {
        const timer = { ends_at: '2026-11-24T12:04:05Z' };
        expect(remaining(timer, noon + wrong, -wrong)).toBe(245_000);
      }),
    );
  });

  it('stands still while paused', () => {
    const timer = { left_ms: 61_000 };
    expect(isPaused(timer)).toBe(true);
    expect(remaining(timer, noon, 0)).toBe(61_000);
    expect(remaining(timer, noon + 9_000, 0)).toBe(61_000);
    expect(isPaused({ ends_at: '2026-11-24T12:00:00Z' })).toBe(false);
    expect(remaining(null, noon, 0)).toBeNull();
  });

  it('reads as a clock, and says how far it has run over', () => {
    expect(clock(245_000)).toBe('4:05');
    expect(clock(59_001)).toBe('1:00');
    expect(clock(0)).toBe('0:00');
    expect(clock(-12_900)).toBe('+0:12');
    expect(clock(3_600_000)).toBe('60:00');
  });

  it('turns urgent in the last minute', () => {
    expect([90_000, 60_000, 0, -1].map(urgency)).toEqual(['calm', 'soon', 'over', 'over']);
  });
});
