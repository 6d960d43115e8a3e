import { translated } from '@/problem/translated';

/** What the server said no with (RFC 9457), or what stood in the way of asking it. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  errors?: { pointer: string; detail: string }[];
  /** With 412: the record as it is now. */
  current?: unknown;
}

export class ApiProblem extends Error {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail || details.title);
    this.name = 'ApiProblem';
    this.details = details;
  }

  get status(): number {
    return this.details.status;
  }

  /** The last part of the type, e.g. 'version-mismatch'. */
  get slug(): string {
    return this.details.type.split('/').at(-1) ?? '';
  }
}

export function isProblem(error: unknown, status?: number): error is ApiProblem {
  return error instanceof ApiProblem && (status === undefined || error.status === status);
}

/** The request never got an answer: no network, or the server is away. Worth trying again. */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    isProblem(error, 502) ||
    isProblem(error, 503) ||
    isProblem(error, 504)
  );
}

/** A 412's current record, when this error is one. */
export function currentOf<T>(error: unknown): T | undefined {
  return isProblem(error, 412) ? (error.details.current as T | undefined) : undefined;
}

/**
 * Field errors as a Mantine form takes them: '/grants/0/role' becomes 'grants.0.role'.
 * JSON pointers escape '~' and '/' (RFC 6901).
 */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!isProblem(error)) return {};
  const found: Record<string, string> = {};
  for (const { pointer, detail } of error.details.errors ?? []) {
    const path = pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .join('.');
    if (path && !(path in found)) found[path] = detail;
  }
  return found;
}

export async function problemFrom(response: Response): Promise<ApiProblem> {
  const fallback: ProblemDetails = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
  };
  if (!response.headers.get('content-type')?.includes('json')) return new ApiProblem(fallback);
  try {
    const body = (await response.clone().json()) as Partial<ProblemDetails>;
    return new ApiProblem(await translated({ ...fallback, ...body, status: response.status }));
  } catch {
    return new ApiProblem(fallback);
  }
}
