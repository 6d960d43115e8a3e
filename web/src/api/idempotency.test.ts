import { expect, it } from 'vitest';
import { IdempotencyKeys } from './idempotency';

it('keeps its key over retries of the same body and renews it for another', () => {
  let n = 0;
  const keys = new IdempotencyKeys(() => `k${++n}`);
  expect(keys.keyFor({ name: 'A' })).toBe('k1');
  expect(keys.keyFor({ name: 'A' })).toBe('k1');
  expect(keys.keyFor({ name: 'B' })).toBe('k2');
  keys.done();
  expect(keys.keyFor({ name: 'B' })).toBe('k3');
});
