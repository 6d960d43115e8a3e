import type { AgendaStep } from './queries';

/** Steps that make sense alone and at any time: nothing that the room does together. */
export const surveySteps = (steps: readonly AgendaStep[]): AgendaStep[] =>
  steps
    .filter(({ kind }) => ['read', 'gather', 'pick', 'rate'].includes(kind))
    .map((step) => ({ ...step, by: 'seat' }));

/** An id for a step of one's own that the agenda does not have yet. */
export function freeId(agenda: readonly { id: string }[], stem: string): string {
  const taken = new Set(agenda.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** What `datetime-local` shows of a moment, where the person is. */
export function localTime(at: string | null | undefined): string {
  if (!at) return '';
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that was typed there; null while it is none. */
export function momentOf(local: string): string | null {
  const date = new Date(local);
  return local === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Mail programs take no more; whoever is left out is among the copied addresses. */
const longestMailto = 1_900;

/** To nobody in the open: those asked do not learn who else is. */
export function mailto(emails: readonly string[], subject: string, text: string): string {
  const start = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  let bcc = '';
  for (const email of emails) {
    const next = bcc ? `${bcc},${encodeURIComponent(email)}` : encodeURIComponent(email);
    if (start.length + 5 + next.length > longestMailto) break;
    bcc = next;
  }
  return bcc ? `${start}&bcc=${bcc}` : start;
}
