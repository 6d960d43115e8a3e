import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import arabic from './ar.json';
import english from './en.json';
import spanish from './es.json';
import { translated, wordsOf } from './translated';

const server = new URL('../../../server', import.meta.url).pathname;

/** All string literals of the server, those that go on over several lines joined. */
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[ch]pp$/.test(name))
  .map((name) => readFileSync(join(server, name), 'utf8').replace(/"\s*\n\s*"/g, ''))
  .join('\n');

beforeAll(async () => {
  await i18next.init({
    lng: 'es',
    fallbackLng: 'en',
    resources: {
      en: { problem: english },
      es: { problem: spanish },
      ar: { problem: arabic },
    },
    interpolation: { escapeValue: false },
  });
});

const problem = (
  slug: string,
  detail: string,
  errors: { pointer: string; detail: string }[] = [],
) => ({
  type: `/problems/${slug}`,
  title: 'In English',
  status: 409,
  detail,
  errors,
});

describe('what the server says', () => {
  it.each([
    ...Object.values(english.said),
    ...Object.values(english.field),
    ...Object.values(english.kind),
  ])('is still said there: %s', (sentence) => {
    for (const piece of sentence.split(/\{\{\w+\}\}/)) expect(sources).toContain(piece);
  });

  it('is told apart, each sentence from all others', () => {
    const find = wordsOf(english);
    for (const [key, sentence] of Object.entries(english.said)) {
      expect(find(sentence)?.key).toBe(`said.${key}`);
    }
  });

  it('comes in the language of the page', async () => {
    const known = await translated(problem('conflict', 'The workshop has ended.'));
    expect(known.detail).toBe('El taller ha terminado.');
    expect(known.title).toBe('Esto no se puede hacer ahora');
    const filled = await translated(
      problem('invalid', 'See errors for each field.', [
        { pointer: '/title', detail: 'has 301 characters; at most 300 fit' },
        { pointer: '/x', detail: 'is not of this world' },
      ]),
    );
    expect(filled.errors?.map(({ detail }) => detail)).toEqual([
      'tiene 301 caracteres; caben como máximo 300',
      'is not of this world',
    ]);
  });

  it('begins with its kind where the sentence is not known', async () => {
    const { detail } = await translated(problem('conflict', 'Something rare.'));
    expect(detail).toBe('Esto no se puede hacer ahora: Something rare.');
  });
});
