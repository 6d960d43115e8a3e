// Fewer than ten students, over everything that is published: the API, CSV, XLSX, the documents,
// the public page. Looked for as text, and then worked for: by adding and subtracting all that is
// shown of schools, groups and the district.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Attacker, randomFrom } from './harness/attacker';
import type { Client } from './harness/client';
import { allOperations, type Operation, type Schemas } from './harness/contract';
import { TestDistrict } from './harness/district';
import {
  cycleFields,
  dataSetFields,
  dataValue,
  groupTargetFields,
  publicPageFields,
  schoolFields,
  targetFields,
} from './harness/fields';
import { type Branch, growBranch } from './harness/plan';
import { buildWorld, scopes, type World } from './harness/world';
import { textOfXlsx } from './harness/xlsx';

let district: TestDistrict;
let world: World;
let branch: Branch;
/** Every place that reports: the schools by id, and '' for the district. */
const reports = new Map<string, string>();
let groups: Schemas['StudentGroup'][];

beforeAll(async () => {
  district = await TestDistrict.start();
  const { admin } = district;
  for (const code of ['00104', '00105']) {
    await admin.ok('createSchool', { body: schoolFields({ code }) });
  }
  branch = await growBranch(admin);
  groups = (await admin.ok('listStudentGroups')).items;
  const cycle = await admin.ok('createCycle', { body: cycleFields() });
  const { items } = await admin.ok('listCycles', { query: { year: '2026-27' } });
  for (const { id, school_id } of items.find(({ id }) => id === cycle.id)?.reports ?? []) {
    reports.set(school_id ?? '', id);
  }
  world = await buildWorld(district);
  await admin.ok('replacePublicPage', { seen: 0, body: publicPageFields() });
});
afterAll(() => district?.stop());

const named = (name: string) => groups.find((group) => group.name === name)?.id ?? '';

async function measure(
  place: string,
  group: string | null,
  n: number,
  value: number,
  taken_on = '2026-05-15',
): Promise<Schemas['MeasureValue']> {
  return district.admin.ok('addMeasureValue', {
    path: { report: reports.get(place) ?? '' },
    body: {
      measure_id: branch.measure.id,
      taken_on,
      group_id: group,
      value,
      count: null,
      n,
    },
  });
}

/** What one reads of an operation that only reads, as text; null: there is nothing. */
async function read(
  client: Client,
  operation: Operation,
  ids: Record<string, string>,
): Promise<string | null> {
  const missing = [...operation.path.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => !ids[name]);
  if (missing) return null;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(ids[name] ?? ''),
  );
  const response = await fetch(district.server.origin + operation.base + path, {
    headers: client.ownHeaders('GET'),
  });
  if (response.status !== 200) return null;
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  const text = type.includes('spreadsheet') ? textOfXlsx(bytes) : bytes.toString('utf8');
  // The seconds of a time look like a percentage.
  return text.replace(/\d\d:\d\d:\d\d(\.\d+)?/g, '');
}

// A PDF is its HTML, printed.
const reading = allOperations.filter(
  ({ method, id }) => method === 'GET' && !/Pdf$|^openLive$|^openRoom$|^getContract/.test(id),
);

test('no secret figure stands anywhere that anybody can read', async () => {
  const { admin, schools } = district;
  const north = schools.north.id;
  // Seven English learners of 62, and who is none tells of them; the district's too.
  const few = await measure(north, named('English learners'), 7, 13.84375);
  const others = await measure(north, named('Not English learners'), 55, 57.71875);
  await measure(north, null, 62, 51.5);
  expect(few).toMatchObject({ suppressed: true, value: null, n: null, low: null });
  expect(others.suppressed, 'before all students are known nothing can be subtracted').toBe(false);
  const secrets = ['13.84375', '57.71875', '17.40625', '43.21875'];

  const set = await admin.ok('createSchoolDataSet', {
    path: { school: north },
    body: dataSetFields(),
  });
  const saved = await admin.ok('replaceDataValues', {
    path: { data_set: set.id },
    seen: set.version,
    body: {
      values: [
        dataValue({ students: 120 }),
        dataValue({ student_group: 'Female', students: 114, value: 43.21875 }),
        dataValue({ student_group: 'Male', students: 6, value: 17.40625 }),
      ],
    },
  });
  expect(saved.values.map(({ category }) => category)).toEqual(['', 'Gender', 'Gender']);
  expect(saved.values.map(({ suppressed }) => suppressed)).toEqual([false, true, true]);

  const found: string[] = [];
  const walked = new Set<string>();
  const viewer = await district.as('viewer');
  for (const operation of reading) {
    for (const scope of scopes) {
      const ids = {
        ...world.common,
        ...world.scoped[scope],
        school: world.scoped[scope].school ?? north,
        measure: branch.measure.id,
        goal: branch.goal.id,
        data_set: set.id,
        report: reports.get(scope === 'district' ? '' : district.schools[scope].id) ?? '',
        public_district: district.id,
      };
      const text = await read(viewer, operation, ids);
      if (text === null) continue;
      walked.add(operation.id);
      for (const secret of secrets) {
        // Rounded, as a document would print it.
        const [whole, part = ''] = secret.split('.');
        const rounded = [secret, `${whole}.${part.slice(0, 2)}`];
        if (rounded.some((number) => text.includes(number)))
          found.push(`${operation.id}: ${secret}`);
      }
    }
  }
  expect([...new Set(found)]).toEqual([]);
  // What publishes figures was among what was read.
  for (const id of [
    'getReport',
    'getProgress',
    'getMeasureProgress',
    'getDataSet',
    'dataSetCsv',
    'planHtml',
    'schoolPlanHtml',
    'planXlsx',
    'allTablesXlsx',
    'allTablesCsv',
    'publicPlan',
    'listHistory',
    'gatherNeeds',
    'getDashboard',
    'getSignals',
  ]) {
    expect(walked, id).toContain(id);
  }
});

describe('who adds and subtracts all that is shown', () => {
  const categories = [
    ['Female', 'Male'],
    ['Asian', 'Hispanic or Latino', 'White'],
  ];

  test.each([1, 2, 3, 4])('finds no group of fewer than ten (%s)', async (seed) => {
    const random = randomFrom(seed);
    const { admin } = district;
    const day = `2026-0${seed}-20`;
    const places = [...reports.keys()].filter((place) => place !== '');
    const cells = new Map<string, number>();
    const key = (place: string, name: string) => `${place} ${name}`;
    const publish: [string, string | null, [string, number][]][] = [];
    const everywhere = new Map<string, [string, number][]>();
    for (const place of places) {
      const race = (categories[1] ?? []).map(() => (random(3) === 0 ? random(12) : random(60)));
      const all = race.reduce((sum, n) => sum + n, 0);
      const female = random(2) === 0 ? random(Math.min(12, all + 1)) : random(all + 1);
      [female, all - female].forEach((n, i) => {
        cells.set(key(place, categories[0]?.[i] ?? ''), n);
      });
      race.forEach((n, i) => {
        cells.set(key(place, categories[1]?.[i] ?? ''), n);
      });
      const whole = (categories[1] ?? []).map((name): [string, number] => [key(place, name), 1]);
      publish.push([place, null, whole]);
      everywhere.set('', [...(everywhere.get('') ?? []), ...whole]);
      for (const name of categories.flat()) {
        publish.push([place, name, [[key(place, name), 1]]]);
        everywhere.set(name, [...(everywhere.get(name) ?? []), [key(place, name), 1]]);
      }
    }
    for (const [name, parts] of everywhere) publish.push(['', name || null, parts]);
    const made = new Map<string, [string, number][]>();
    for (const [place, name, parts] of publish) {
      const n = parts.reduce((sum, [cell]) => sum + (cells.get(cell) ?? 0), 0);
      if (n === 0 || random(8) === 0) continue;
      const value = await measure(place, name && named(name), n, random(100), day);
      made.set(value.id, parts);
    }

    const attacker = new Attacker();
    for (const place of places) {
      const sides = categories.map((names) => names.map((name) => key(place, name)));
      attacker.knows([
        ...(sides[0] ?? []).map((cell): [string, number] => [cell, 1]),
        ...(sides[1] ?? []).map((cell): [string, number] => [cell, -1]),
      ]);
    }
    let shown = 0;
    const progress = await admin.ok('getMeasureProgress', { path: { measure: branch.measure.id } });
    const published = progress.places.flatMap((place) => [...place.values, ...place.groups]);
    for (const place of reports.values()) {
      published.push(...(await admin.ok('getReport', { path: { report: place } })).values);
    }
    for (const value of published) {
      const parts = made.get(value.id);
      if (!parts || value.suppressed) continue;
      expect(value.n).toBeGreaterThanOrEqual(10);
      attacker.knows(parts);
      shown += 1;
    }
    expect(shown, 'something is shown at all').toBeGreaterThan(5);
    const found = [...made.values()]
      .filter((parts) => parts.length === 1)
      .map(([first]) => first?.[0] ?? '')
      .filter((cell) => (cells.get(cell) ?? 0) < 10 && attacker.finds(cell));
    expect(found).toEqual([]);
  });
});

test('targets tell no more than that: a baseline that would is refused with the reason', async () => {
  const { admin, schools } = district;
  const path = { measure: branch.measure.id, group: named('Hispanic or Latino') };
  const on = { on: '2025-05-15', value: 40 };
  const put = (school: string | null, students: number) =>
    school
      ? admin.call('setSchoolGroupTargets', {
          path: { ...path, school },
          seen: 0,
          body: groupTargetFields({ baseline: on, students }),
        })
      : admin.call('setDistrictGroupTargets', {
          path,
          seen: 0,
          body: groupTargetFields({ baseline: on, students }),
        });
  expect((await put(schools.north.id, 7)).status).toBe(422);
  expect((await put(schools.north.id, 40)).status).toBe(200);
  // 45 in the district and 40 here: five elsewhere.
  const told = await put(null, 45);
  expect(told.status).toBe(422);
  expect(JSON.stringify(told.body)).toMatch(/fewer than 10/);
  expect((await put(null, 100)).status).toBe(200);
  expect((await put(schools.south.id, 55)).status).toBe(422);
  expect((await put(schools.south.id, 50)).status).toBe(200);
});

test('the attacker of this test finds what can be found', () => {
  const attacker = new Attacker();
  attacker.knows([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ]);
  attacker.knows([['a', 1]]);
  expect(attacker.finds('b')).toBe(false);
  attacker.knows([
    ['b', 1],
    ['c', -1],
  ]);
  expect(attacker.finds('b')).toBe(true);
  expect(attacker.finds('c')).toBe(true);
  expect(attacker.finds('d')).toBe(false);
  // And the targets that nobody may keep: fewer than ten disadvantaged pupils of a school.
  expect(targetFields().baseline).toBeTruthy();
});

test('a school is not said to have fewer than ten disadvantaged pupils, or all but so few', async () => {
  const { admin } = district;
  for (const disadvantaged_pupils of [4, 97]) {
    const { errors } = await admin.refused(422, 'createSchool', {
      body: schoolFields({ pupils: 100, disadvantaged_pupils }),
    });
    expect(errors?.[0]?.pointer).toBe('/disadvantaged_pupils');
  }
  await admin.ok('createSchool', { body: schoolFields({ pupils: 100, disadvantaged_pupils: 0 }) });
});
