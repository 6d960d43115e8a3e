import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import appEnglish from '../en.json';
import { directionOf, isLanguage, isolated, type Language, languages } from './languages';

/** One file per feature and language: `src/<feature>/<language>.json`; the feature is the namespace. */
const files = import.meta.glob<Record<string, unknown>>('../../*/{en,es,ar}.json', {
  import: 'default',
});

/** Names are relative to this folder, so the app's own files are only one up. */
const fileOf = (language: string, feature: string) =>
  files[feature === 'app' ? `../${language}.json` : `../../${feature}/${language}.json`];

/** The app's own file of a language decides whether it is offered. */
export const offered = (Object.keys(languages) as Language[]).filter((code) => {
  return code === 'en' || fileOf(code, 'app') !== undefined;
});

const loader: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, feature, done) => {
    const load = fileOf(language, feature);
    // A feature not translated yet speaks English: an empty file falls back key by key.
    if (!load) done(null, {});
    else
      load().then(
        (strings) => done(null, strings),
        (error: Error) => done(error, false),
      );
  },
};

const remembered = 'tandem.language';

function preferred(): Language {
  const wishes = [localStorage.getItem(remembered), ...navigator.languages];
  for (const wish of wishes) {
    const code = wish?.split('-')[0] ?? '';
    if (isLanguage(code) && offered.includes(code)) return code;
  }
  return 'en';
}

/** What month and day names in date pickers come from; English is built in. */
const calendars: Partial<Record<Language, () => Promise<unknown>>> = {
  es: () => import('dayjs/locale/es'),
  ar: () => import('dayjs/locale/ar'),
};

/** A picker in English is better than no page. */
const loadCalendar = (code: Language) => calendars[code]?.().catch(() => undefined);

function applyToPage(code: string): void {
  document.documentElement.lang = code;
  document.documentElement.dir = directionOf(code);
}

i18next.on('languageChanged', applyToPage);

const language = preferred();
await loadCalendar(language);
await i18next
  .use(loader)
  .use(initReactI18next)
  .init({
    lng: language,
    fallbackLng: 'en',
    ns: ['app'],
    defaultNS: 'app',
    resources: { en: { app: appEnglish } },
    partialBundledLanguages: true,
    // React escapes. What is put into a sentence of another direction must not turn it round.
    interpolation: { escape: (text) => isolated(i18next.language, text) },
  });

export async function speak(code: Language): Promise<void> {
  localStorage.setItem(remembered, code);
  await loadCalendar(code);
  await i18next.changeLanguage(code);
}

export { i18next };
