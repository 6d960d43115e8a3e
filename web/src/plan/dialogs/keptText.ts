/**
 * What was typed into a form and not saved yet, on this device: closing the form, a reload or
 * a lost network costs nothing. The record is kept as it was when the typing began, so that
 * what others changed meanwhile is merged and not overwritten.
 */
export interface KeptText<Rec, Fields> {
  record: Rec;
  values: Fields;
  at: string;
}

const prefix = 'tandem.form.';
/** A text older than this surprises more than it helps. */
const longest = 30 * 86_400_000;

export function readKept<Rec, Fields>(key: string): KeptText<Rec, Fields> | null {
  try {
    const text = localStorage.getItem(prefix + key);
    const kept = text ? (JSON.parse(text) as KeptText<Rec, Fields>) : null;
    return kept && Date.now() - Date.parse(kept.at) < longest ? kept : null;
  } catch {
    return null;
  }
}

/** A browser that refuses (private window, full) costs the reload's safety, no more. */
export function keep<Rec, Fields>(key: string, record: Rec, values: Fields): void {
  try {
    const kept: KeptText<Rec, Fields> = { record, values, at: new Date().toISOString() };
    localStorage.setItem(prefix + key, JSON.stringify(kept));
  } catch {
    // The text stays in the form.
  }
}

export function dropKept(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // There was nothing to drop.
  }
}
