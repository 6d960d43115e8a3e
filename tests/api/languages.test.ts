// The toolkit's words come in the reader's language; what people answer is the same in all.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestDistrict } from './harness/district';
import { Phone } from './harness/room';
import { planWorkshop } from './harness/workshop';

let district: TestDistrict;

beforeAll(async () => {
  district = await TestDistrict.start();
});
afterAll(() => district?.stop());

const reading = (language: string) => ({ headers: { 'accept-language': language } });
const builtIn = { pack_id: 'district-school-toolkit', pack_version: '1.0.0' };

/** What is not words: keys and ids, in order. */
function bones(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(bones);
  if (part === null || typeof part !== 'object') return typeof part;
  return Object.entries(part).map(([name, value]) =>
    name === 'id' ? [name, value] : [name, bones(value)],
  );
}

describe('the built-in pack', () => {
  test.each([
    ['es-US,es;q=0.9', 'es'],
    ['ar', 'ar'],
    ['en', 'en'],
    ['fr, es', 'en'],
  ])('for %s is in %s', async (asked, language) => {
    const english = await district.admin.ok('getPack', { path: builtIn, ...reading('en') });
    const pack = await district.admin.ok('getPack', { path: builtIn, ...reading(asked) });
    expect(pack.language).toBe(language);
    expect(bones(pack)).toEqual(bones(english));
  });

  test('is so on the phones of one room, each in its own', async () => {
    const { id, code } = await planWorkshop(district.admin, null);
    const phone = await Phone.join(district.stranger(), code);
    const packIn = (language: string) =>
      phone.client.ok('getRoomPack', {
        path: { workshop: id, district: phone.path.district },
        headers: { ...phone.headers, 'accept-language': language },
      });
    const [spanish, arabic] = [await packIn('es'), await packIn('ar')];
    expect([spanish.language, arabic.language]).toEqual(['es', 'ar']);
    expect(bones(arabic)).toEqual(bones(spanish));
  });

  test('names the rows of the continuum and of what was seen of them', async () => {
    const rows = async (language: string) => {
      const continuum = await district.admin.ok('getContinuum', reading(language));
      const { continuum: seen } = await district.admin.ok('getSignals', reading(language));
      return { rows: continuum.rows, seen: seen.map(({ title }) => title) };
    };
    const [english, spanish] = [await rows('en'), await rows('es')];
    expect(spanish.rows.map(({ id }) => id)).toEqual(english.rows.map(({ id }) => id));
    expect(spanish.rows[0]?.title).toBe('Visión, misión y creencias');
    expect(spanish.seen).toEqual(spanish.rows.map(({ title }) => title));
  });
});
