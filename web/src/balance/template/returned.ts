import type { Template } from '../queries';

/** Why a template is open again, in the words of whoever opened it. */
export interface Returned {
  how: 'returned' | 'reopened';
  who: string;
  at: string | null;
  message: string;
  /** The submission that it was about. */
  submission: number;
}

/**
 * The last decision counts, also when a later submission was taken back. Opening an accepted
 * or completed template again is no decision: its reason is the newest comment on the whole.
 */
export function whyReturned(template: Pick<Template, 'history' | 'comments' | 'kind'>): Returned {
  const newest = [...template.history].sort((a, b) => b.number - a.number);
  const decided =
    template.kind === 'district' ? newest[0] : newest.find(({ decision }) => decision !== null);
  const submission = decided?.number ?? 0;
  if (decided?.decision === 'returned') {
    return {
      how: 'returned',
      who: decided.decided_by ?? '',
      at: decided.decided_at ?? null,
      message: decided.message,
      submission,
    };
  }
  const since = decided?.decided_at ?? decided?.submitted_at ?? '';
  const reason = template.comments
    .filter((c) => (c.function_id ?? null) === null && c.created_at >= since)
    .sort((a, b) => b.created_at.localeCompare(a.created_at))[0];
  return {
    how: 'reopened',
    who: reason?.person_name ?? '',
    at: reason?.created_at ?? null,
    message: reason?.body ?? '',
    submission,
  };
}
