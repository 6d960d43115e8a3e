import { describe, expect, it } from 'vitest';
import { ApiProblem, fieldErrors, isUnreachable, problemFrom } from './problem';

const refused = (errors: { pointer: string; detail: string }[]) =>
  new ApiProblem({ type: '/problems/invalid', title: 'Invalid', status: 422, errors });

describe('fieldErrors', () => {
  it('turns pointers into form paths and keeps the first of each', () => {
    const error = refused([
      { pointer: '/grants/0/role', detail: 'unknown role' },
      { pointer: '/grants/0/role', detail: 'second' },
      { pointer: '/a~1b', detail: 'slash' },
    ]);
    expect(fieldErrors(error)).toEqual({ 'grants.0.role': 'unknown role', 'a/b': 'slash' });
  });

  it('has nothing to say about other errors', () => {
    expect(fieldErrors(new TypeError('Failed to fetch'))).toEqual({});
  });
});

describe('problemFrom', () => {
  it('reads problem details', async () => {
    const response = new Response(
      '{"type":"/problems/stale","title":"Changed","current":{"id":"x"}}',
      {
        status: 412,
        headers: { 'content-type': 'application/problem+json' },
      },
    );
    const problem = await problemFrom(response);
    expect(problem.status).toBe(412);
    expect(problem.slug).toBe('stale');
    expect(problem.details.current).toEqual({ id: 'x' });
  });

  it('survives an answer that is not JSON, whatever its label', async () => {
    const page = new Response('<h1>Bad gateway</h1>', {
      status: 502,
      headers: { 'content-type': 'application/json' },
    });
    const problem = await problemFrom(page);
    expect(problem.status).toBe(502);
    expect(isUnreachable(problem)).toBe(true);
  });
});
