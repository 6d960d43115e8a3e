/** Languages that Tandem can speak, each by its own name; offered when its strings are there. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const;

export type Language = keyof typeof languages;

export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

export const directionOf = (code: string) => (isLanguage(code) ? languages[code].direction : 'ltr');
