// Every text is there in every language, with the same places to fill in and all plural forms.
import { describe, expect, it } from 'vitest';
import { languages } from './languages';

type Texts = { [key: string]: string | Texts | string[] };

const files = import.meta.glob<Texts>('../../*/{en,es,ar}.json', {
  eager: true,
  import: 'default',
});
const nameOf = (path: string) => {
  const [, feature = 'app', language = ''] = /([a-z]+)?\/([a-z]{2})\.json$/.exec(path) ?? [];
  return { feature: feature || 'app', language };
};

function flat(texts: Texts | string[], path: string[] = []): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[[...path, key].join('.'), text] as [string, string]]
      : flat(text, [...path, key]),
  );
}

const all = new Map<string, Map<string, string>>();
for (const [path, texts] of Object.entries(files)) {
  const { feature, language } = nameOf(path);
  all.set(`${feature} ${language}`, new Map(flat(texts)));
}
const features = [...all.keys()]
  .filter((name) => name.endsWith(' en'))
  .map((name) => name.slice(0, -3));

const plural = /^(.+)_(zero|one|two|few|many|other)$/;

/** Keys without their plural forms; `_one` and the others count only where `_other` is there. */
function forms(texts: Map<string, string>): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [key, text] of texts) {
    const [, base, form] = plural.exec(key) ?? [];
    const name = base && form && texts.has(`${base}_other`) ? base : key;
    const those = found.get(name) ?? new Map<string, string>();
    those.set(name === key ? '' : (form ?? ''), text);
    found.set(name, those);
  }
  return found;
}

const holes = (text: string) => (text.match(/\{\{.*?\}\}|<\/?\d+>|\$t\(.*?\)/g) ?? []).sort();
/** 'One school' needs no figure. */
const figures = new Set(['{{count}}', '{{number}}']);
const words = (text: string) => text.replace(/\{\{.*?\}\}/g, '').replace(/[^\p{L}]/gu, '');

/** The same word in both, a name, or a format. */
const alike: Record<string, ReadonlySet<string>> = {
  es: new Set([
    'No',
    'no',
    'Roles',
    'Plan',
    'Total',
    'Local',
    'Federal',
    'Ideas',
    'Agenda',
    'min',
    'C',
    'n',
  ]),
  ar: new Set(['peoplecsv', 'schoolscsv']),
};
const names = new Set(['Tandem', 'PDF', 'K', 'English', 'Español', 'العربية']);

it('finds the files', () => {
  expect(features.length).toBeGreaterThan(20);
  expect(features).toContain('app');
});

describe.each(
  features.flatMap((feature) =>
    Object.keys(languages)
      .filter((language) => language !== 'en')
      .map((language) => [feature, language] as const),
  ),
)('%s in %s', (feature, language) => {
  const english = forms(all.get(`${feature} en`) ?? new Map());
  const theirs = forms(all.get(`${feature} ${language}`) ?? new Map());

  it('has every key and no other', () => {
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has all plural forms where it has any, and some where English has', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking: string[] = [];
    for (const [key, ours] of english) {
      const has = theirs.get(key) ?? new Map();
      // A word for nothing at all is extra: no rule of English or Spanish asks for it.
      const must = ours.has('other') || has.has('other') ? [...needed] : [''];
      if (ours.has('zero')) must.push('zero');
      lacking.push(...must.filter((form) => !has.has(form)).map((form) => `${key} ${form}`));
    }
    expect(lacking).toEqual([]);
  });

  it('fills in the same places', () => {
    const wrong: string[] = [];
    for (const [key, ours] of english) {
      const expected = holes(ours.get('other') ?? ours.get('') ?? '');
      for (const [form, text] of theirs.get(key) ?? []) {
        const less = ['zero', 'one', 'two'].includes(form)
          ? expected.filter((hole) => !figures.has(hole))
          : expected;
        const found = JSON.stringify(holes(text));
        if (found !== JSON.stringify(expected) && found !== JSON.stringify(less)) {
          wrong.push(`${key} ${form}: ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is translated', () => {
    const allowed = (bare: string) => bare === '' || names.has(bare) || alike[language]?.has(bare);
    const same: string[] = [];
    const empty: string[] = [];
    for (const [key, ours] of english) {
      const known = new Set([...ours.values()]);
      for (const text of theirs.get(key)?.values() ?? []) {
        if (text === '' && !known.has('')) empty.push(key);
        if (known.has(text) && !allowed(words(text))) {
          same.push(`${key}: ${text}`);
        }
      }
    }
    expect(empty).toEqual([]);
    expect(same).toEqual([]);
  });
});
