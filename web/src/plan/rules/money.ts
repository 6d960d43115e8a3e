import { decimalMark, readDecimal } from './decimal';

/** The contract's largest amount. */
const mostCents = 1_000_000_000_000;

/** Dollars as typed ('12,500.50', '$ 800') to whole cents; null when that cannot be read. */
export function readDollars(text: string, language: string): number | null {
  const read = readDecimal(text.replace(/US|USD|\$/g, ''), language, 2);
  if (!read || read.negative || read.whole.length > 11) return null;
  const cents = Number(read.whole) * 100 + Number(read.fraction.padEnd(2, '0'));
  return cents <= mostCents ? cents : null;
}

/** Whole cents as a person would type them: '12500', '12500.50'. */
export function writeDollars(cents: number, language: string): string {
  const rest = cents % 100;
  const whole = String((cents - rest) / 100);
  return rest === 0 ? whole : `${whole}${decimalMark(language)}${String(rest).padStart(2, '0')}`;
}
