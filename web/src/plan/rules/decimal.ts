import { localeOf } from '@/app/i18n/languages';

/** What separates thousands and decimals in a language: ',' and '.' in English. */
function separatorsOf(language: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(localeOf(language), { useGrouping: true }).formatToParts(
    12_345.6,
  );
  const of = (type: string) => parts.find((part) => part.type === type)?.value;
  return { group: of('group') ?? ',', decimal: of('decimal') ?? '.' };
}

const easternDigits = /[٠-٩۰-۹]/g;
const western = (digit: string) => String(digit.charCodeAt(0) & 0xf);

export interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

/**
 * A number as a person types it, taken apart without becoming a float. What could be read in
 * two ways is refused (null), never guessed: in English '12.500' is not twelve thousand.
 */
export function readDecimal(text: string, language: string, decimals: number): Decimal | null {
  const { group, decimal } = separatorsOf(language);
  const plain = text
    .replace(easternDigits, western)
    .replace(/[\s\u00a0\u202f\u200e\u200f\u061c\u2066-\u2069'’]/g, '')
    .replaceAll('٬', group)
    .replaceAll('٫', decimal);
  const found = /^([-−]?)(\d+(?:[.,]\d+)*|[.,]\d+)$/.exec(plain);
  if (!found?.[2]) return null;
  const negative = found[1] !== '';
  const marks = [...found[2].matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (!last) return { negative, whole: trimZeros(found[2]), fraction: '' };

  const after = found[2].length - last.index - 1;
  // Three digits after a language's thousands separator are thousands; all else is a fraction.
  const isGroup = last[0] !== decimal && after === 3 && last.index > 0;
  const whole = isGroup ? found[2] : found[2].slice(0, last.index);
  const fraction = isGroup ? '' : found[2].slice(last.index + 1);
  const groups = whole.split(/[.,]/);
  const mark = /[.,]/.exec(whole)?.[0];
  if (groups.length > 1) {
    if (!isGroup && mark === last[0]) return null;
    if (whole.includes('.') && whole.includes(',')) return null;
    if ((groups[0] ?? '').length > 3 || groups.slice(1).some((part) => part.length !== 3)) {
      return null;
    }
  }
  if (fraction.length > decimals) return null;
  return { negative, whole: trimZeros(groups.join('')), fraction };
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '') || '0';
}

/** A value of a measure, null when it cannot be read. */
export function readNumber(text: string, language: string): number | null {
  const read = readDecimal(text, language, 6);
  if (!read || read.whole.length > 12) return null;
  const size = Number(`${read.whole}.${read.fraction || '0'}`);
  return read.negative && size !== 0 ? -size : size;
}

/** The other way round, for an input: no thousands separators, the language's decimal one. */
export function writeNumber(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), {
    useGrouping: false,
    maximumFractionDigits: 6,
  }).format(value);
}

export const decimalMark = (language: string) => separatorsOf(language).decimal;
