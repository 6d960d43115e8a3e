// An HTTP client that knows the contract: it finds an operation by its id, sends it, and
// refuses an answer that the contract does not describe.
import {
  type BodyOf,
  faults,
  type Operation,
  type OperationId,
  operationOf,
  type PathOf,
  type QueryOf,
  type ResultOf,
  type Schemas,
  schemaFaults,
} from './contract';
import type { Server } from './server';

export type Problem = Schemas['Problem'];

/** The client knows its district, so that a path need not name it. */
type Path<Id extends OperationId> = Omit<PathOf<Id>, 'district'> & { district?: string };

export interface Request<Id extends OperationId> {
  path?: Path<Id>;
  query?: { [Name in keyof QueryOf<Id>]?: QueryOf<Id>[Name] };
  body?: BodyOf<Id>;
  /** The version seen: sent as If-Match. */
  seen?: number;
  headers?: Record<string, string>;
}

/** The same without types, for what a well-behaved client would not send. */
export interface LooseRequest {
  path?: Record<string, string | number | undefined>;
  query?: Record<string, unknown>;
  body?: unknown;
  seen?: number;
  headers?: Record<string, string>;
}

export interface Answer<Body> {
  operation: Operation;
  status: number;
  headers: Headers;
  body: Body;
}

export class ContractBreach extends Error {
  constructor(what: string, request: string, status: number, answer: string) {
    super(`${what}\n  ${request} -> ${status}\n  ${answer.slice(0, 2000)}`);
    this.name = 'ContractBreach';
  }
}

export class Unexpected extends Error {
  constructor(wanted: string, answer: Answer<unknown>) {
    const { operation, status, body } = answer;
    super(`${operation.id}: ${wanted}, not ${status}\n  ${JSON.stringify(body)?.slice(0, 2000)}`);
    this.name = 'Unexpected';
  }
}

const unsafe = new Set(['POST', 'PUT', 'DELETE', 'PATCH']);
const givesSession = new Set<OperationId>(['setUp', 'signIn', 'acceptInvitation', 'getSession']);

export class Client {
  cookie: string | null = null;
  csrf: string | null = null;
  /** The district that paths are in unless they name one. */
  district: string | null = null;

  constructor(readonly server: Server) {}

  /** Any answer that the contract describes. */
  call<Id extends OperationId>(id: Id, request: Request<Id> = {}): Promise<Answer<unknown>> {
    return this.callLoosely(id, request as LooseRequest);
  }

  /** The body of a success; anything else is a failure of the test. */
  async ok<Id extends OperationId>(id: Id, request: Request<Id> = {}): Promise<ResultOf<Id>> {
    return (await this.succeed(id, request)).body;
  }

  /** A success with its headers. */
  async succeed<Id extends OperationId>(
    id: Id,
    request: Request<Id> = {},
  ): Promise<Answer<ResultOf<Id>>> {
    const answer = await this.call(id, request);
    if (answer.status >= 300) throw new Unexpected('a success was expected', answer);
    return answer as Answer<ResultOf<Id>>;
  }

  /** The problem that the request is refused with; another status is a failure of the test. */
  async refused<Id extends OperationId>(
    status: number,
    id: Id,
    request: Request<Id> = {},
  ): Promise<Problem> {
    return this.refusedLoosely(status, id, request as LooseRequest);
  }

  async refusedLoosely(
    status: number,
    id: OperationId,
    request: LooseRequest = {},
  ): Promise<Problem> {
    const answer = await this.callLoosely(id, request);
    if (answer.status !== status) throw new Unexpected(`${status} was expected`, answer);
    return answer.body as Problem;
  }

  async callLoosely(id: OperationId, request: LooseRequest = {}): Promise<Answer<unknown>> {
    const operation = operationOf(id);
    const url = this.server.origin + operation.base + this.target(operation, request);
    const headers: Record<string, string> = { ...this.ownHeaders(operation.method) };
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    if (request.seen !== undefined) headers['if-match'] = `"${request.seen}"`;
    Object.assign(headers, request.headers);
    const response = await fetch(url, {
      method: operation.method,
      headers,
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      redirect: 'manual',
    });
    const answer = await check(operation, url, response);
    this.keepSession(answer);
    return answer;
  }

  /** What signs a request in: the cookie, and for an unsafe one the token. */
  ownHeaders(method: string): Record<string, string> {
    const headers: Record<string, string> = {};
    if (this.cookie) headers.cookie = this.cookie;
    if (this.csrf && unsafe.has(method)) headers['x-csrf-token'] = this.csrf;
    return headers;
  }

  /** Path and query of an operation, relative to its base. */
  target(operation: Operation, request: LooseRequest): string {
    const values: LooseRequest['path'] = { district: this.district ?? undefined, ...request.path };
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${operation.id} needs a '${name}' in its path`);
      return encodeURIComponent(value);
    });
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) query.set(name, String(value));
    }
    return query.size > 0 ? `${path}?${query}` : path;
  }

  private keepSession({ operation, status, headers, body }: Answer<unknown>): void {
    if (status >= 300) return;
    const cookie = headers.get('set-cookie');
    if (cookie?.startsWith('tandem_session=')) this.cookie = cookie.split(';')[0] ?? null;
    if (!givesSession.has(operation.id)) return;
    const session = body as Schemas['Session'];
    this.csrf = session.csrf_token;
    this.district ??= session.districts[0]?.id ?? null;
  }
}

/** The answer, if the contract describes it: status, type, headers and body. */
async function check(
  operation: Operation,
  url: string,
  response: Response,
): Promise<Answer<unknown>> {
  const text = await response.text();
  const breach = (what: string) =>
    new ContractBreach(what, `${operation.method} ${url}`, response.status, text);
  const documented = operation.responses[String(response.status)];
  if (!documented) throw breach(`${operation.id} does not document ${response.status}`);

  for (const [name, { required, schema }] of Object.entries(documented.headers)) {
    const value = response.headers.get(name);
    if (value === null) {
      if (required) throw breach(`${operation.id} has to send ${name}`);
      continue;
    }
    const wrong = faults(schema, schema.type === 'integer' ? Number(value) : value);
    if (wrong.length > 0) throw breach(`${name}: ${wrong.join('; ')}`);
  }

  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  const types = Object.keys(documented.content);
  if (types.length === 0) {
    if (text !== '') throw breach(`${operation.id} ${response.status} has no body`);
    return { operation, status: response.status, headers: response.headers, body: undefined };
  }
  const content = documented.content[type];
  if (!content) throw breach(`the type has to be ${types.join(' or ')}, not '${type}'`);
  if (!type.endsWith('json')) {
    return { operation, status: response.status, headers: response.headers, body: text };
  }
  const body = parseJson(text, breach);
  const wrong = faults(content.schema, body);
  if (wrong.length > 0) throw breach(wrong.join('\n  '));
  if (type === 'application/problem+json') checkStatus(body as Problem, response.status, breach);
  return { operation, status: response.status, headers: response.headers, body };
}

function parseJson(text: string, breach: (what: string) => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw breach('the body is not JSON');
  }
}

function checkStatus(problem: Problem, status: number, breach: (what: string) => Error): void {
  if (problem.status !== status) throw breach(`the problem says ${problem.status}`);
}

/** Checks a problem that did not come through an operation of the contract. */
export function problemFaults(status: number, type: string | null, text: string): string[] {
  if (status < 400) return [`${status} is no refusal`];
  if (!type?.startsWith('application/problem+json')) return [`the type is '${type}'`];
  try {
    const problem = JSON.parse(text) as Problem;
    const wrong = schemaFaults('Problem', problem);
    return problem.status === status ? wrong : [...wrong, `the problem says ${problem.status}`];
  } catch {
    return ['the body is not JSON'];
  }
}
