// Who may do what: every operation of the contract, as every role, on records of the own
// school, another school and the district, in the own district and in a foreign one. What is
// expected follows from x-roles; nothing is listed by hand.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Problem } from './harness/client';
import { apiOperations, type Operation, type Role } from './harness/contract';
import { allRoles, password, TestDistrict } from './harness/district';
import { buildForeignDistrict, type ForeignDistrict } from './harness/foreign';
import { seatFields } from './harness/workshop';
import { buildWorld, type Scope, scopes, type World } from './harness/world';

let district: TestDistrict;
let world: World;
let foreign: ForeignDistrict;

beforeAll(async () => {
  district = await TestDistrict.start();
  world = await buildWorld(district);
  foreign = await buildForeignDistrict(district.server);
  for (const role of allRoles) await district.as(role, 'north');
});
afterAll(() => district?.stop());

type Verdict = 'allowed' | 'refused (403)' | 'hidden (404)' | 'signed out (401)' | 'unknown route';

const below = apiOperations.filter(({ path }) => path.startsWith('/districts/{district}'));
const inDistrict = below.filter(({ roles }) => roles !== 'seat');
const fromSeats = below.filter(
  ({ roles }) => roles === 'seat' || (typeof roles === 'object' && roles.seat),
);
const others = apiOperations.filter((operation) => !below.includes(operation));

/** The scopes in which an operation has a path: one, unless it names somebody's record. */
function scopesOf({ path }: Operation): Scope[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const owned = names.filter((name) => name in world.scoped.north);
  if (owned.length === 0) return ['district'];
  return scopes.filter((scope) => owned.every((name) => name in world.scoped[scope]));
}

function mayRole({ roles }: Operation, role: Role, scope: Scope): boolean {
  if (typeof roles === 'string') return true;
  return roles.district.includes(role) || (scope === 'north' && !!roles.school?.includes(role));
}

/**
 * What the server makes of a request without If-Match and with an empty body: a writer who is
 * let in gets no further than 428 or 422, so the walk changes nothing.
 */
async function walk(
  client: Client,
  operation: Operation,
  path: Record<string, string>,
): Promise<Verdict> {
  const body = operation.method === 'GET' || !operation.body ? undefined : {};
  const { status, body: answer } = await client.callLoosely(operation.id, { path, body });
  if (status === 401) return 'signed out (401)';
  if (status === 403) return 'refused (403)';
  if (status !== 404) return 'allowed';
  return (answer as Problem).type === '/problems/no-such-route' ? 'unknown route' : 'hidden (404)';
}

describe.each(inDistrict.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    test('lets in exactly the roles that the contract names', async () => {
      const found: string[] = [];
      const expected: string[] = [];
      for (const scope of scopesOf(operation)) {
        const path = { ...world.common, ...world.scoped[scope] };
        for (const role of allRoles) {
          const wanted: Verdict = mayRole(operation, role, scope) ? 'allowed' : 'refused (403)';
          expected.push(`${role} on ${scope}: ${wanted}`);
          found.push(
            `${role} on ${scope}: ${await walk(await district.as(role), operation, path)}`,
          );
        }
      }
      expect(found).toEqual(expected);
    });

    test('shows nothing of a district one has no role in', async () => {
      const found: string[] = [];
      for (const role of allRoles) {
        const client = await district.as(role);
        const scope = scopesOf(operation)[0] ?? 'district';
        const own = { ...world.common, ...world.scoped[scope] };
        found.push(await walk(client, operation, { ...own, district: foreign.district }));
        found.push(await walk(client, operation, { ...own, ...foreign.ids }));
      }
      expect(new Set(found)).toEqual(new Set<Verdict>(['hidden (404)']));
    });

    test('does not find a foreign record in the own district', async () => {
      const names = Object.keys(foreign.ids).filter(
        (name) => name !== 'district' && operation.path.includes(`{${name}}`),
      );
      const scope = scopesOf(operation)[0] ?? 'district';
      for (const name of names) {
        const path = { ...world.common, ...world.scoped[scope], [name]: foreign.ids[name] ?? '' };
        expect(await walk(district.admin, operation, path), name).toBe<Verdict>('hidden (404)');
      }
    });

    test('wants somebody who is signed in', async () => {
      const scope = scopesOf(operation)[0] ?? 'district';
      const path = { ...world.common, ...world.scoped[scope] };
      expect(await walk(district.stranger(), operation, path)).toBe<Verdict>('signed out (401)');
    });
  },
);

describe.each(others.map((operation) => [operation.id, operation] as const))(
  '%s',
  (_, operation) => {
    const path = { token: 'no-such-token', code: 'ZZZZZZ' };

    test('is open to those whom the contract names', async () => {
      const verdict = await walk(district.stranger(), operation, path);
      if (operation.roles !== 'public') expect(verdict).toBe<Verdict>('signed out (401)');
      else if (operation.path.includes('{')) expect(verdict).toBe<Verdict>('hidden (404)');
      else expect(verdict).toBe<Verdict>('allowed');
    });

    test('is open to everybody who is signed in', async () => {
      if (operation.roles !== 'signed-in') return;
      // A session of its own, because signing out ends it.
      const client = await district.signedInPerson({
        grants: [{ role: 'viewer', school_id: null }],
      });
      expect(await walk(client, operation, path)).toBe<Verdict>('allowed');
    });
  },
);

describe.each(fromSeats.map((operation) => [operation.id, operation] as const))(
  '%s from a seat',
  (_, operation) => {
    // A seat of its own, because leaving ends it.
    const sit = async (scope: Scope) => {
      const { workshop = '', code = '' } = world.scoped[scope];
      const { token } = await district.stranger().ok('takeSeat', {
        path: { code },
        body: seatFields(),
      });
      const path: Record<string, string> = { ...world.common, ...world.scoped[scope], workshop };
      return { path, headers: { 'x-seat': token } };
    };
    const call = async (path: Record<string, string>, headers: Record<string, string>) => {
      const body = operation.method === 'GET' || !operation.body ? undefined : {};
      const stranger = district.stranger();
      const { status } = await stranger.callLoosely(operation.id, { path, body, headers });
      return status;
    };

    test('lets in whoever sits in that room', async () => {
      const { path, headers } = await sit('north');
      const status = await call(path, headers);
      expect([401, 403, 404]).not.toContain(status);
    });

    test('does not let in a seat of another room, or one that nobody has', async () => {
      const { path, headers } = await sit('south');
      const north = { ...path, ...world.scoped.north };
      expect(await call(north, headers)).toBe(404);
      expect(await call(north, { 'x-seat': 'no-such-seat' })).toBe(401);
      expect(await call({ ...north, district: foreign.district }, headers)).toBe(401);
    });

    test('needs a seat where roles do not suffice', async () => {
      if (operation.roles !== 'seat') return;
      const { path } = await sit('north');
      expect(await call(path, {})).toBe(401);
      for (const role of allRoles) {
        expect(await walk(await district.as(role), operation, path)).toBe<Verdict>(
          'signed out (401)',
        );
      }
    });
  },
);

describe('somebody without any role', () => {
  test('finds nothing in the district', async () => {
    const nobody = await district.signedInPerson({ grants: [] });
    const found = new Set<string>();
    for (const operation of inDistrict) {
      const scope = scopesOf(operation)[0] ?? 'district';
      found.add(await walk(nobody, operation, { ...world.common, ...world.scoped[scope] }));
    }
    expect([...found]).toEqual<Verdict[]>(['hidden (404)']);
  });

  test('loses access with the grant, in the session that is open', async () => {
    const fields = {
      email: 'leaving@example.org',
      grants: [{ role: 'viewer' as const, school_id: null }],
    };
    const client = await district.signedInPerson(fields);
    const { person } = await client.ok('getSession');
    const now = await district.admin.ok('getPerson', { path: { person: person.id } });
    await district.admin.ok('replacePerson', {
      path: { person: person.id },
      body: { email: now.email, name: now.name, title: now.title, active: true, grants: [] },
      seen: now.version,
    });
    await client.refused(404, 'getDistrict');
  });

  test('loses the session when the account is switched off', async () => {
    const fields = {
      email: 'gone@example.org',
      grants: [{ role: 'viewer' as const, school_id: null }],
    };
    const client = await district.signedInPerson(fields);
    const { person } = await client.ok('getSession');
    const now = await district.admin.ok('getPerson', { path: { person: person.id } });
    await district.admin.ok('replacePerson', {
      path: { person: person.id },
      body: {
        email: now.email,
        name: now.name,
        title: now.title,
        active: false,
        grants: now.grants,
      },
      seen: now.version,
    });
    await client.refused(401, 'getSession');
    await district.stranger().refused(401, 'signIn', { body: { email: now.email, password } });
  });
});

test('the walk has changed nothing', async () => {
  const { items } = await district.admin.ok('listHistory', { query: { limit: 200 } });
  const names = new Set(allRoles.filter((role) => role !== 'administrator').map(nameInHistory));
  const changed = items.filter(
    ({ person_name, operation }) => names.has(person_name) && operation !== 'acceptInvitation',
  );
  expect(changed).toEqual([]);
});

function nameInHistory(role: Role): string {
  return role.startsWith('school') ? `north ${role.replace('_', ' ')}` : role.replace('_', ' ');
}
