import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { butForLanguage, keyOf } from '@/api/keys';
import { directionOf, isolated, localeOf } from './languages';

describe('a language', () => {
  it('has a direction and a locale with western figures', () => {
    expect([directionOf('en'), directionOf('es'), directionOf('ar')]).toEqual([
      'ltr',
      'ltr',
      'rtl',
    ]);
    expect(new Intl.NumberFormat(localeOf('ar')).format(12_345.6)).toBe('12,345.6');
    expect(new Intl.NumberFormat(localeOf('es')).format(12_345.6)).toBe('12,345.6');
    expect(localeOf('fr')).toBe('fr');
  });

  it('keeps what is filled into its sentences from turning them round', async () => {
    const i18n = i18next.createInstance();
    await i18n.init({
      lng: 'ar',
      resources: { ar: { t: { year: 'نماذج {{year}}', two: '{{a}} و{{b}}' } } },
      defaultNS: 't',
      interpolation: { escape: (text) => isolated('ar', text) },
    });
    const t = i18n.t as unknown as (key: string, values: object) => string;
    expect(t('year', { year: '2026-27' })).toBe('نماذج \u20682026-27\u2069');
    // Plain figures need nothing, and no text is nothing.
    expect(t('two', { a: 7, b: '' })).toBe('7 و');
    expect(isolated('en', '2026-27')).toBe('2026-27');
    expect(isolated('ar', 'https://tandem.example/join')).toBe('https://tandem.example/join');
  });
});

it('is the only difference between two keys', () => {
  const key = keyOf('d', 'toolkit', 'a', '1.0.0', 'es');
  expect(butForLanguage(keyOf('d', 'toolkit', 'a', '1.0.0', 'ar'), key)).toBe(true);
  expect(butForLanguage(keyOf('d', 'toolkit', 'b', '1.0.0', 'ar'), key)).toBe(false);
  expect(butForLanguage(undefined, key)).toBe(false);
});
