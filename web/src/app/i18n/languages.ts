/**
 * Languages that Tandem can speak, each by its own name; offered when its strings are there.
 * The locale is for dates and numbers: districts are in the United States, where Spanish writes
 * 12,500.50, and Arabic is read beside English figures, so that it has the same digits.
 */
export const languages = {
  en: { name: 'English', direction: 'ltr', locale: 'en-US' },
  es: { name: 'Español', direction: 'ltr', locale: 'es-US' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
} as const;

export type Language = keyof typeof languages;

export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

export const directionOf = (code: string) => (isLanguage(code) ? languages[code].direction : 'ltr');

/**
 * A figure with its signs, or words of another direction, in a sentence that goes from right to
 * left: kept together, in its own direction (Unicode's first strong isolate). Elsewhere as it is,
 * and so is an address: sent on in a message, it must not end in a mark that nobody sees.
 */
export const isolated = (code: string, text: string) =>
  directionOf(code) === 'rtl' && text !== '' && !/^(\d+|https?:\S+)$/.test(text)
    ? `\u2068${text}\u2069`
    : text;

export const localeOf = (code: string) => (isLanguage(code) ? languages[code].locale : code);
