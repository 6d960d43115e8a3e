import { describe, expect, it } from 'vitest';
import { leading } from './results';

describe('what most chose', () => {
  it('is nobody’s when two are equal or nobody has chosen', () => {
    expect(
      leading([
        { value: 'a', count: 2 },
        { value: 'b', count: 3 },
      ]),
    ).toBe('b');
    expect(
      leading([
        { value: 'a', count: 3 },
        { value: 'b', count: 3 },
      ]),
    ).toBeNull();
    expect(leading([{ value: 'a', count: 0 }])).toBeNull();
    expect(leading([])).toBeNull();
  });
});
