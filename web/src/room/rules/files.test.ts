import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, sizeOf } from './files';

describe('a file on its way', () => {
  it('is the same after base64, whatever its bytes and size', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000, size: 'max' }), (bytes) => {
        const back = Buffer.from(base64(bytes.slice().buffer), 'base64');
        expect(back.equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('tells its size in round figures', () => {
    expect(sizeOf(1, 'en')).toBe('1 kB');
    expect(sizeOf(12_345, 'en')).toBe('12 kB');
    expect(sizeOf(1_540_000, 'en')).toBe('1.5 MB');
  });
});
