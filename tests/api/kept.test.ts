// A whole plan is kept from one reading to the next. What is kept must never outlive a change, a
// session or a permission, whichever process of the server took it away.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './harness/client';
import { TestDistrict } from './harness/district';
import { goalFields } from './harness/fields';
import { growBranch } from './harness/plan';

let district: TestDistrict;
let north: string;

beforeAll(async () => {
  district = await TestDistrict.start();
  north = district.schools.north.id;
  await growBranch(district.admin);
});
afterAll(() => district?.stop());

const grants = [{ role: 'district_member' as const, school_id: null }];

/** Somebody new who has read the plan twice, so that it is kept for them. */
async function reader(): Promise<Client> {
  const client = await district.signedInPerson({ grants });
  await client.ok('getPlan');
  await client.ok('getPlan');
  return client;
}

const titles = async (client: Client) => (await client.ok('getPlan')).goals.map((g) => g.title);

describe('a plan that is kept', () => {
  test('is the same bytes for everybody, compressed or not, and knows its tag', async () => {
    const [one, two] = [await reader(), await reader()];
    const first = await one.succeed('getPlan');
    expect((await two.succeed('getPlan')).body).toEqual(first.body);
    const plain = await one.succeed('getPlan', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.body).toEqual(first.body);
    const tag = first.headers.get('etag') ?? '';
    const again = await one.call('getPlan', { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('shows each change at once, also one made through another process', async () => {
    const client = await reader();
    const other = await district.server.another();
    try {
      const there = new Client(other);
      there.cookie = district.admin.cookie;
      there.csrf = district.admin.csrf;
      there.district = district.id;
      for (let i = 0; i < 5; i += 1) {
        const here = `Here ${i}`;
        await district.admin.ok('createGoal', { body: goalFields({ title: here }) });
        expect(await titles(client)).toContain(here);
        const elsewhere = `Elsewhere ${i}`;
        await there.ok('createGoal', { body: goalFields({ title: elsewhere }) });
        expect(await titles(client)).toContain(elsewhere);
      }
    } finally {
      await other.kill();
    }
  });

  test('is not for a session that has ended', async () => {
    const client = await reader();
    const { cookie } = client;
    await client.ok('signOut');
    client.cookie = cookie;
    await client.refused(401, 'getPlan');
  });

  test('is not for a role that was taken away, nor for somebody who has left', async () => {
    for (const change of [{ grants: [] }, { active: false }]) {
      const client = await reader();
      const me = await client.ok('getSession');
      const person = await district.admin.ok('getPerson', { path: { person: me.person.id } });
      const { email, name, title, active } = person;
      await district.admin.ok('replacePerson', {
        path: { person: person.id },
        body: { email, name, title, active, grants, ...change },
        seen: person.version,
      });
      await client.refused('active' in change ? 401 : 404, 'getPlan');
    }
  });

  test("is not another's: a school's plan is asked for anew", async () => {
    const client = await reader();
    const own = await client.ok('getSchoolPlan', { path: { school: north } });
    expect(await client.ok('getSchoolPlan', { path: { school: north } })).toEqual(own);
    await new Client(district.server).refused(401, 'getPlan', {
      path: { district: district.id },
    });
    await client.refused(404, 'getSchoolPlan', {
      path: { school: '00000000-0000-4000-8000-000000000000' },
    });
  });
});
