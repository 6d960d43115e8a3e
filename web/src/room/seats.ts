import type { Schema } from '@/api/client';

/** A seat as this device keeps it: who comes back with it sits where they sat. */
export interface KeptSeat {
  code: string;
  district: string;
  workshop: string;
  seat: string;
  token: string;
}

const place = (code: string) => `tandem.seat.${code}`;
const lastFields = 'tandem.seat.last';

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the seat lasts as long as the page.
  }
}

const here = new Map<string, KeptSeat>();

export function keepSeat(code: string, taken: Schema<'TakenSeat'>): KeptSeat {
  const kept = {
    code,
    district: taken.district_id,
    workshop: taken.workshop_id,
    seat: taken.seat.id,
    token: taken.token,
  };
  here.set(code, kept);
  write(place(code), kept);
  return kept;
}

export const seatFor = (code: string): KeptSeat | null =>
  here.get(code) ?? read<KeptSeat>(place(code));

export function dropSeat(code: string): void {
  here.delete(code);
  localStorage.removeItem(place(code));
}

/** The token by the seat's id, for what is sent later than its page lived. */
export function tokenOf(seat: string): string | null {
  for (const kept of here.values()) if (kept.seat === seat) return kept.token;
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (!key?.startsWith(place(''))) continue;
    const kept = read<KeptSeat>(key);
    if (kept?.seat === seat) return kept.token;
  }
  return null;
}

export type SeatWish = Omit<Schema<'SeatFields'>, 'group_id'>;

/** What somebody said about themselves last time, so that they need not say it again. */
export const rememberWish = (wish: SeatWish): void => write(lastFields, wish);
export const lastWish = (): SeatWish | null => read<SeatWish>(lastFields);
