// Barriers between a school and the district, the communication plan on the home page, and
// commitments in both directions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './harness/client';
import { TestDistrict } from './harness/district';
import { barrierFields, commitmentFields, communicationFields } from './harness/fields';

let district: TestDistrict;
let member: Client;
let principal: Client;
let north: string;

beforeAll(async () => {
  district = await TestDistrict.start();
  member = await district.as('district_member');
  principal = await district.as('school_lead');
  north = district.schools.north.id;
});
afterAll(() => district?.stop());

const waits = async (client: Client, kind: string) =>
  (await client.ok('getHome')).waiting.filter((item) => item.kind === kind);

describe('a barrier', () => {
  test('goes from a school to the district and comes back with an answer', async () => {
    const made = await principal.ok('createSchoolBarrier', {
      path: { school: north },
      body: barrierFields({ title: 'Buses come too late' }),
    });
    expect(await waits(member, 'barrier_raised')).toEqual([]);
    const raised = await principal.ok('raiseBarrier', {
      path: { barrier: made.id },
      body: { note: 'Only you can talk to the company.' },
      seen: made.version,
    });
    const [waiting] = await waits(member, 'barrier_raised');
    expect(waiting?.title_args).toEqual({ school: 'North Elementary', title: made.title });
    expect(waiting?.link).toContain(made.id);
    await principal.refused(403, 'replyToBarrier', {
      path: { barrier: made.id },
      body: { reply: 'taken_up', text: 'Done!', district_barrier_id: null },
      seen: raised.version,
    });
    const answered = await member.ok('replyToBarrier', {
      path: { barrier: made.id },
      body: { reply: 'taken_up', text: 'We ask them in December.', district_barrier_id: null },
      seen: raised.version,
    });
    expect(await waits(member, 'barrier_raised')).toEqual([]);
    const common = await principal.ok('getBarrier', {
      path: { barrier: answered.district_barrier_id ?? '' },
    });
    expect(common.school_id).toBeNull();
    expect(common.raised_from).toEqual([
      { id: made.id, school_id: north, title: made.title, status: 'open' },
    ]);
    await principal.refused(409, 'raiseBarrier', {
      path: { barrier: made.id },
      body: { note: 'Again' },
      seen: answered.version,
    });
  });
});

describe('a communication', () => {
  test('waits for its owner until it is noted as done', async () => {
    const me = (await principal.ok('getSession')).person.id;
    const today = new Date().toISOString().slice(0, 10);
    const planned = await principal.ok('createSchoolCommunication', {
      path: { school: north },
      body: communicationFields({
        owner_id: me,
        starts_on: today,
        repeats: 'once',
        ends_on: null,
      }),
    });
    expect(planned.due_on).toBe(today);
    const [waiting] = await waits(principal, 'communication_due');
    expect(waiting).toMatchObject({ due_on: today, overdue: false, school_id: north });
    const done = await principal.ok('addDelivery', {
      path: { communication: planned.id },
      body: { due_on: today, note: 'At the gate.' },
    });
    expect(await waits(principal, 'communication_due')).toEqual([]);
    await principal.refused(409, 'addDelivery', {
      path: { communication: planned.id },
      body: { due_on: today, note: '' },
    });
    await principal.ok('removeDelivery', {
      path: { communication: planned.id, delivery: done.id },
      seen: done.version,
    });
    expect(await waits(principal, 'communication_due')).toHaveLength(1);
  });
});

describe('a commitment', () => {
  test('is made by one side, acknowledged and reviewed by the other', async () => {
    await principal.refused(403, 'createCommitment', {
      path: { school: north },
      body: commitmentFields({ direction: 'district_to_school' }),
    });
    const made = await member.ok('createCommitment', {
      path: { school: north },
      body: commitmentFields({ direction: 'district_to_school', due_on: '2026-01-31' }),
    });
    const path = { commitment: made.id };
    const south = await district.as('school_lead', 'south');
    expect(await waits(south, 'commitment_to_acknowledge')).toEqual([]);
    expect(await waits(principal, 'commitment_to_acknowledge')).toHaveLength(1);
    await member.refused(403, 'acknowledgeCommitment', {
      path,
      body: { note: '' },
      seen: made.version,
    });
    const known = await principal.ok('acknowledgeCommitment', {
      path,
      body: { note: 'We count on it.' },
      seen: made.version,
    });
    // Its day has passed.
    expect(await waits(principal, 'commitment_to_review')).toHaveLength(1);
    const reviewed = await principal.ok('reviewCommitment', {
      path,
      body: { outcome: 'partly', words: 'From February.' },
      seen: known.version,
    });
    expect(reviewed.outcome).toBe('partly');
    expect(reviewed.reviews).toHaveLength(1);
    expect(await waits(principal, 'commitment_to_review')).toEqual([]);
    await member.refused(409, 'removeCommitment', { path, seen: reviewed.version });
  });
});
