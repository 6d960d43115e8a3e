import { localeOf } from '@/app/i18n/languages';

const easternDigits = /[٠-٩۰-۹]/g;
const western = (digit: string) => String(digit.charCodeAt(0) & 0xf);
const two = (n: number) => String(n).padStart(2, '0');

/** What a month is called in a language, long and short, without the dots of short forms. */
function namesOf(language: string, month: number): string[] {
  const day = new Date(Date.UTC(2026, month, 1));
  return (['long', 'short'] as const).map((form) =>
    plain(
      new Intl.DateTimeFormat(localeOf(language), { month: form, timeZone: 'UTC' }).format(day),
    ),
  );
}

const plain = (text: string) => text.toLowerCase().replaceAll('.', '').trim();

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month, day));
  const whole = date.getUTCMonth() === month && date.getUTCDate() === day;
  return whole ? `${year}-${two(month + 1)}-${two(day)}` : null;
}

/**
 * A day as people write it: '1 ene 2027', '١ يناير ٢٠٢٧', '2027-01-01', or in the order of the
 * United States '1/31/2027'. Null if it cannot be read.
 */
export function readDay(text: string, language: string): string | null {
  const clear = plain(text.replace(easternDigits, western));
  const numbers = (clear.match(/\d+/g) ?? []).map(Number);
  const [a = 0, b = 0, c = 0] = numbers;
  if (numbers.length === 3) {
    return /^\d{4}/.test(clear) ? dayOf(a, b - 1, c) : c > 999 ? dayOf(c, a - 1, b) : null;
  }
  if (numbers.length !== 2) return null;
  const words = clear.split(/[^\p{L}\p{M}]+/u);
  const month = [...Array(12).keys()].find((at) =>
    [...namesOf(language, at), ...namesOf('en', at)].some((name) => words.includes(name)),
  );
  if (month === undefined) return null;
  return b > 999 ? dayOf(b, month, a) : a > 999 ? dayOf(a, month, b) : null;
}
