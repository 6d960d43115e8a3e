// Requests that are wrong in several places, or around the body; and text at its bounds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestDistrict } from './harness/district';
import { actionFields, noSuchId, schoolFields } from './harness/fields';

let district: TestDistrict;
beforeAll(async () => {
  district = await TestDistrict.start();
});
afterAll(() => district?.stop());

describe('more than one thing wrong', () => {
  test('names them all at once', async () => {
    const { errors } = await district.admin.refusedLoosely(422, 'createSchool', {
      body: { ...schoolFields(), name: '', level: 'palace', pupils: -1 },
    });
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/level', '/name', '/pupils']);
  });

  test('points into lists', async () => {
    const { errors } = await district.admin.refusedLoosely(422, 'createPerson', {
      body: {
        email: 'new@example.org',
        name: 'New',
        title: '',
        active: true,
        grants: [{ role: 'viewer', school_id: null }, { role: 'king' }],
      },
    });
    expect(errors.map(({ pointer }) => pointer)).toContain('/grants/1/role');
  });
});

describe('text', () => {
  test('is trimmed before it is measured, and kept as it was typed otherwise', async () => {
    const title = 'Ünïcödé 漢字 عربى 👩‍🏫 <b>"quoted"</b>';
    const action = await district.admin.ok('createAction', {
      body: actionFields({ title: `  ${title}\n` }),
    });
    expect(action.title).toBe(title);
  });

  test('is counted in characters, not bytes', async () => {
    const title = '👩'.repeat(300);
    const action = await district.admin.ok('createAction', { body: actionFields({ title }) });
    expect(action.title).toBe(title);
    await district.admin.refused(422, 'createAction', {
      body: actionFields({ title: `${title}x` }),
    });
  });

  test('of nothing but blanks is empty', async () => {
    await district.admin.refused(422, 'createAction', { body: actionFields({ title: ' \t\n ' }) });
  });
});

describe('paths and queries', () => {
  test.each([
    ['limit', '0'],
    ['limit', '201'],
    ['limit', '-1'],
    ['limit', 'ten'],
    ['limit', '1.5'],
    ['limit', ''],
    ['after', 'no such cursor'],
    ['after', '%%%'],
  ])('a list refuses %s = %s', async (name, value) => {
    for (const id of [
      'listPeople',
      'listActions',
      'listHistory',
      'listNeeds',
      'listDataSets',
      'listNeedReports',
      'listBarriers',
      'listCommunications',
      'listCommitments',
      'listDecisions',
      'listProcedures',
    ] as const) {
      await district.admin.refusedLoosely(400, id, { query: { [name]: value } });
    }
  });

  test.each([
    ['listActions', { due_before: 'soon' }],
    ['listActions', { due_before: '2027-02-30' }],
    ['listActions', { status: 'lost' }],
    ['listActions', { school_id: 'nowhere' }],
    ['listActions', { owner_id: 'me' }],
    ['listPeople', { school_id: 'nowhere' }],
    ['listNeeds', { school_id: 'nowhere' }],
    ['listDataSets', { school_id: 'nowhere' }],
    ['listBarriers', { level: 'sky' }],
    ['listBarriers', { status: 'lost' }],
    ['listBarriers', { goal_id: 'the first' }],
    ['listBarriers', { awaiting_reply: 'perhaps' }],
    ['listCommunications', { reach: 'everybody' }],
    ['listCommunications', { owner_id: 'me' }],
    ['listCommitments', { school_id: 'nowhere' }],
    ['listDecisions', { school_id: 'nowhere' }],
    ['listHistory', { area: 'kitchen' }],
    ['listHistory', { school_id: 'nowhere' }],
  ] as const)('%s refuses %o', async (id, query) => {
    await district.admin.refusedLoosely(400, id, { query });
  });

  test.each(['x', '1', noSuchId.toUpperCase(), `${noSuchId}0`, "' or 1=1 --", '..', '%'])(
    'an id such as %s finds nothing',
    async (school) => {
      const { status } = await district.admin.callLoosely('getSchool', { path: { school } });
      expect([400, 404]).toContain(status);
    },
  );

  test('a submission number that is none finds nothing', async () => {
    for (const number of ['0', '-1', 'one', '99999999999999999999']) {
      const { status } = await district.admin.callLoosely('getSubmission', {
        path: { template: noSuchId, number },
      });
      expect([400, 404]).toContain(status);
    }
  });
});
