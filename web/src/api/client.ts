import i18next from 'i18next';
import createClient, { type Middleware } from 'openapi-fetch';
import { sessionKey } from './keys';
import { problemFrom } from './problem';
import { queryClient } from './queryClient';
import type { components, paths } from './schema';

/** A schema of the contract by its name: `Schema<'School'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

const csrf: Middleware = {
  onRequest({ request }) {
    if (safe.has(request.method)) return;
    const session = queryClient.getQueryData<{ csrf_token: string } | null>(sessionKey);
    if (session) request.headers.set('X-CSRF-Token', session.csrf_token);
  },
};

/** The toolkit's words come in the language that was chosen here, not the browser's. */
const language: Middleware = {
  onRequest({ request }) {
    if (i18next.language) request.headers.set('Accept-Language', i18next.language);
  },
};

const problems: Middleware = {
  async onResponse({ request, response }) {
    if (response.ok || response.status === 304) return;
    const problem = await problemFrom(response);
    // The session ended elsewhere: the shell sees it in the cache and asks to sign in again.
    const signingIn = new URL(request.url).pathname.endsWith('/session');
    if (problem.status === 401 && !signingIn) queryClient.setQueryData(sessionKey, null);
    throw problem;
  },
};

/** The one client. Every answer that is not a success is thrown as an `ApiProblem`. */
export const api = createClient<paths>({
  baseUrl: `${globalThis.location?.origin ?? ''}/api/v1`,
  credentials: 'same-origin',
});
api.use(csrf, language, problems);

/** The body of a successful answer: `await body(api.GET('/districts/{district}/schools', …))`. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** Header parameters of a write that must not overwrite what it has not seen. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
