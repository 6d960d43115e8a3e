// Calendar feeds as a calendar program reads them: without a session, through a real parser.
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schemas } from './harness/contract';
import { TestDistrict } from './harness/district';
import { actionFields, communicationFields } from './harness/fields';

let district: TestDistrict;
beforeAll(async () => {
  district = await TestDistrict.start();
});
afterAll(() => district?.stop());

async function read(address: string): Promise<Response> {
  return fetch(new URL(new URL(address).pathname, district.server.origin));
}

async function eventsAt(address: string): Promise<ICAL.Event[]> {
  const answer = await read(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

/** A day so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

describe('a calendar address', () => {
  test('shows a person what they have to do, in their own words', async () => {
    const client = await district.as('school_lead');
    const me = (await client.ok('getSession')).person.id;
    const { north } = district.schools;
    const title = 'Reúne; a las familias, "todas": 漢字 مرحبا '.repeat(4).trim();
    await client.ok('createSchoolAction', {
      path: { school: north.id },
      body: actionFields({ title, owner_id: me, due_on: inDays(10), detail: 'one\ntwo, three' }),
    });
    await client.ok('createSchoolAction', {
      path: { school: north.id },
      body: actionFields({ owner_id: me, due_on: inDays(11), status: 'done' }),
    });
    const { address } = await client.ok('createCalendar', {
      body: { scope: 'person', school_id: null },
    });
    const events = await eventsAt(address);
    expect(events.map(({ summary }) => summary)).toEqual([title]);
    const [event] = events;
    expect(event?.description).toBe('one\ntwo, three');
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe(inDays(10));
    expect(event?.endDate.toString()).toBe(inDays(11));
  });

  test('shows a school every day on which something is to be told, until it was', async () => {
    const { admin, schools } = district;
    const planned = await admin.ok('createSchoolCommunication', {
      path: { school: schools.south.id },
      body: communicationFields({
        title: 'Weekly note',
        starts_on: inDays(1),
        repeats: 'weekly',
        ends_on: inDays(20),
      }),
    });
    const { address } = await admin.ok('createCalendar', {
      body: { scope: 'school', school_id: schools.south.id },
    });
    const days = async () => (await eventsAt(address)).map((event) => event.startDate.toString());
    expect(await days()).toEqual([inDays(1), inDays(8), inDays(15)]);
    const before = await eventsAt(address);
    await admin.ok('addDelivery', {
      path: { communication: planned.id },
      body: { due_on: inDays(1), note: '' },
    });
    expect(await days()).toEqual([inDays(8), inDays(15)]);
    const after = await eventsAt(address);
    // A program knows each again by its uid.
    expect(after.map(({ uid }) => uid)).toEqual(before.slice(1).map(({ uid }) => uid));
  });

  test('ends when it is withdrawn, and belongs to who made it', async () => {
    const client = await district.as('viewer');
    const feed: Schemas['NewCalendarFeed'] = await client.ok('createCalendar', {
      body: { scope: 'district', school_id: null },
    });
    await eventsAt(feed.address);
    const mine = await client.ok('listCalendars');
    expect(mine.items.map(({ id }) => id)).toEqual([feed.id]);
    expect(JSON.stringify(mine)).not.toContain(feed.address.slice(-43));
    await district.admin.refused(404, 'removeCalendar', {
      path: { calendar: feed.id },
      seen: feed.version,
    });
    await client.ok('removeCalendar', { path: { calendar: feed.id }, seen: feed.version });
    expect((await read(feed.address)).status).toBe(404);
  });

  test('ends with the role of who made it', async () => {
    const grants = [{ role: 'facilitator' as const, school_id: null }];
    const client = await district.signedInPerson({ grants });
    const { person } = await client.ok('getSession');
    const { address } = await client.ok('createCalendar', {
      body: { scope: 'district', school_id: null },
    });
    await eventsAt(address);
    const now = await district.admin.ok('getPerson', { path: { person: person.id } });
    await district.admin.ok('replacePerson', {
      path: { person: person.id },
      body: { email: now.email, name: now.name, title: now.title, active: true, grants: [] },
      seen: now.version,
    });
    expect((await read(address)).status).toBe(404);
  });

  test('is not read without end', async () => {
    const { address } = await district.admin.ok('createCalendar', {
      body: { scope: 'district', school_id: null },
    });
    let last: Response | undefined;
    for (let times = 0; times < 61; times += 1) last = await read(address);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
