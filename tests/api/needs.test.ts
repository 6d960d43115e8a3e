// Small groups through HTTP: nobody who is signed in reads a figure about fewer than ten students,
// or works one out, whatever they ask.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestDistrict } from './harness/district';
import { causeFields, dataSetFields, dataValue, needFields } from './harness/fields';

let district: TestDistrict;
beforeAll(async () => {
  district = await TestDistrict.start();
});
afterAll(() => district?.stop());

const few = 17.8125;

test('what is withheld is in no answer, no export and no history', async () => {
  const { admin, schools } = district;
  const school = schools.north.id;
  const set = await admin.ok('createSchoolDataSet', { path: { school }, body: dataSetFields() });
  const saved = await admin.ok('replaceDataValues', {
    path: { data_set: set.id },
    seen: set.version,
    body: {
      values: [
        dataValue({ students: 120 }),
        dataValue({ category: 'Income', student_group: 'Low', students: 114, value: 43.21 }),
        dataValue({ category: 'Income', student_group: 'Other', students: 6, value: few }),
      ],
    },
  });
  expect(saved.values.map(({ suppressed }) => suppressed)).toEqual([false, true, true]);
  const need = await admin.ok('createSchoolNeed', {
    path: { school },
    body: needFields({ data_sets: [set.id] }),
  });
  await admin.ok('createCause', { path: { need: need.id }, body: causeFields() });
  const report = await admin.ok('reportNeeds', { path: { school }, body: { note: 'Now' } });
  const path = { data_set: set.id, need: need.id, need_report: report.id };
  for (const id of [
    'getDataSet',
    'dataSetCsv',
    'listDataSets',
    'getNeed',
    'getNeedReport',
    'gatherNeeds',
    'listHistory',
  ] as const) {
    const { status, body } = await admin.callLoosely(id, { path });
    const text = JSON.stringify(body);
    expect(status, id).toBe(200);
    expect(text, id).not.toContain(String(few));
    expect(text, id).not.toContain('43.21');
  }
});

test('a value sent back as answered is kept, also by a stale page', async () => {
  const { admin } = district;
  const set = await admin.ok('createDataSet', { body: dataSetFields() });
  const path = { data_set: set.id };
  const first = await admin.ok('replaceDataValues', {
    path,
    seen: set.version,
    body: { values: [dataValue({ students: 6, value: few })] },
  });
  const { values } = await admin.ok('replaceDataValues', {
    path,
    seen: first.version,
    body: { values: [...first.values, dataValue({ day: '2025-05-15', value: 40 })] },
  });
  expect(values[0]).toMatchObject({ suppressed: true, value: null });
  await admin.refused(412, 'replaceDataValues', { path, seen: set.version, body: { values: [] } });
  const now = await admin.ok('getDataSet', { path });
  expect(now.values).toEqual(values);
});
