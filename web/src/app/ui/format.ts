import { useTranslation } from 'react-i18next';
import { isolated, localeOf } from '../i18n/languages';

const day = /^\d{4}-\d\d-\d\d$/;

/** A date without a time belongs to no time zone: it is shown as written. */
function parse(text: string): { date: Date; timeZone?: string } {
  return day.test(text)
    ? { date: new Date(`${text}T00:00:00Z`), timeZone: 'UTC' }
    : { date: new Date(text) };
}

/** Making a formatter costs far more than using it, and a long table uses the same one often. */
const made = new Map<string, unknown>();

function once<T>(kind: string, language: string, options: object, make: () => T): T {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known as T;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

const dates = (language: string, options: Intl.DateTimeFormatOptions) =>
  once('date', language, options, () => new Intl.DateTimeFormat(localeOf(language), options));

const numbers = (language: string, options: Intl.NumberFormatOptions = {}) =>
  once('number', language, options, () => new Intl.NumberFormat(localeOf(language), options));

export type DateForm = 'date' | 'long' | 'time' | 'clock' | 'relative';

export function formatDate(language: string, text: string, form: DateForm = 'date'): string {
  const { date, timeZone } = parse(text);
  if (Number.isNaN(date.getTime())) return text;
  if (form === 'relative') return relative(language, date, day.test(text));
  if (form === 'clock') return dates(language, { timeStyle: 'short' }).format(date);
  // Arabic's medium form is all figures, and 5/11 is two days to people who also read English.
  const dateStyle = form === 'long' || language === 'ar' ? 'long' : 'medium';
  const options: Intl.DateTimeFormatOptions =
    form === 'time' ? { dateStyle, timeStyle: 'short' } : { dateStyle };
  return dates(language, timeZone ? { ...options, timeZone } : options).format(date);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function relative(language: string, date: Date, wholeDay: boolean): string {
  const words = once(
    'relative',
    language,
    {},
    () => new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }),
  );
  const from = wholeDay ? Date.parse(`${today()}T00:00:00Z`) : Date.now();
  const seconds = Math.round((date.getTime() - from) / 1000);
  for (const [unit, size] of units) {
    if (wholeDay && size < 86_400) break;
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return words.format(0, wholeDay ? 'day' : 'minute');
}

/** Today where the person is, as the contract writes dates. */
export function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function isPast(date: string | null | undefined): boolean {
  return !!date && date < today();
}

export function formatMoney(language: string, cents: number): string {
  const whole = cents % 100 === 0;
  // Arabic's own form has the sign as 'US$' at the end; money here is as on the districts' papers.
  const shown = numbers(language === 'ar' ? 'en' : language, {
    style: 'currency',
    currency: 'USD',
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  }).format(cents / 100);
  return isolated(language, shown);
}

/** '2026-11' or a day in it: 'Nov 26' or, long, 'November 2026'. */
export function formatMonth(language: string, month: string, form: 'short' | 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    form === 'short' ? { month: 'short', year: '2-digit' } : { month: 'long', year: 'numeric' };
  const date = new Date(`${month.slice(0, 7)}-01T00:00:00Z`);
  return dates(language, { ...options, timeZone: 'UTC' }).format(date);
}

/** One after the other without an 'and': for what is read aloud or stands in a narrow place. */
export const withCommas = (language: string, items: string[]) =>
  items.join(language === 'ar' ? '، ' : ', ');

/** The school year a date falls in: 1 July to 30 June, '2026-27'. */
export function schoolYearOf(date: string): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '07' ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    date: (text: string, form?: DateForm) => formatDate(language, text, form),
    money: (cents: number) => formatMoney(language, cents),
    month: (month: string, form: 'short' | 'long' = 'short') => formatMonth(language, month, form),
    percent: (percent: number, options?: Intl.NumberFormatOptions) =>
      numbers(language, { style: 'percent', ...options }).format(percent / 100),
    number: (n: number, options?: Intl.NumberFormatOptions) => numbers(language, options).format(n),
    list: (items: string[]) =>
      new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items),
    commas: (items: string[]) => withCommas(language, items),
  };
}
