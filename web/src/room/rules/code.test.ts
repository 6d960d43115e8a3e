import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spacedCode, tidyCode } from './code';

describe('join codes', () => {
  it('can be typed as they are read out', () => {
    expect(tidyCode(' abc-12 3 ')).toBe('ABC123');
    expect(spacedCode('ABC123')).toBe('ABC 123');
  });

  it('mean the same however they are spaced', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{4,10}$/), (code) => {
        expect(tidyCode(spacedCode(code).toLowerCase())).toBe(code);
      }),
    );
  });
});
