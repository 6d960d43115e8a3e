// The room, as phones and facilitators use it: over HTTP and the WebSocket of api/room.md.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './harness/client';
import { TestDistrict } from './harness/district';
import { Phone, RoomSocket } from './harness/room';
import { answerFields, lead, noteFields, planWorkshop } from './harness/workshop';

let district: TestDistrict;
let admin: Client;

beforeAll(async () => {
  district = await TestDistrict.start();
  admin = district.admin;
});
afterAll(() => district?.stop());

async function runningRoom(changes?: Parameters<typeof planWorkshop>[2]) {
  const workshop = await planWorkshop(admin, null, changes);
  await lead(admin, workshop.id, { command: 'start' });
  const join = (body?: Parameters<typeof Phone.join>[2]) =>
    Phone.join(district.stranger(), workshop.code, body);
  return { workshop, join };
}

describe('a room', () => {
  test('tells everybody what happens, in order, and nobody what is hidden', async () => {
    const { workshop, join } = await runningRoom();
    const [ana, ben] = [await join(), await join({ side: 'district', group_id: 'elm' })];
    const projector = await RoomSocket.lead(admin, workshop.id);
    const phone = await ana.connect();
    await lead(admin, workshop.id, { command: 'go', step: 'rate' });
    const [row = ''] = await rowsOf(ana);
    await ben.answer('rate', row, answerFields({ text: 'A secret until the reveal.' }));
    await projector.until(({ kind }) => kind === 'answered');
    await phone.until(({ kind }) => kind === 'answered');
    for (const socket of [projector, phone]) {
      expect(socket.gaps()).toEqual([]);
      expect(JSON.stringify(socket.events)).not.toContain('secret');
    }
    await ana.client.refused(409, 'getResults', {
      path: { ...ana.path, step: 'rate' },
      headers: ana.headers,
    });
    await lead(admin, workshop.id, { command: 'reveal' });
    await phone.until(({ kind, stage }) => kind === 'stage' && stage?.phase === 'revealed');
    const results = await ana.client.ok('getResults', {
      path: { ...ana.path, step: 'rate' },
      headers: ana.headers,
    });
    expect(results.rows[0]?.answers).toBe(1);
    expect(results.rows[0]?.evidence[0]?.text).toBe('A secret until the reveal.');
    expect(results.rows[0]?.sides).toEqual([
      { id: 'district', too_few: true, answers: null, counts: [], median: null },
    ]);
    projector.close();
    phone.close();
  });

  test('says who is there', async () => {
    const { workshop, join } = await runningRoom();
    const ana = await join();
    const projector = await RoomSocket.lead(admin, workshop.id);
    const phone = await ana.connect();
    await projector.present((seats, sockets) => seats.includes(ana.seat.id) && sockets === 2);
    phone.close();
    await projector.present((seats, sockets) => seats.length === 0 && sockets === 1);
    projector.close();
  });

  test('takes a phone back to where it was', async () => {
    const { workshop, join } = await runningRoom();
    const [ana, ben] = [await join(), await join()];
    const before = await ana.connect();
    await ben.post(noteFields({ text: 'Seen' }));
    await before.until(({ note }) => note?.text === 'Seen');
    before.close();
    for (const text of ['Missed 1', 'Missed 2']) await ben.post(noteFields({ text }));
    const after = await ana.connect(before.last);
    await after.until(({ note }) => note?.text === 'Missed 2');
    await ben.post(noteFields({ text: 'New' }));
    await after.until(({ note }) => note?.text === 'New');
    const texts = after.events.flatMap(({ note }) => (note ? [note.text] : []));
    expect(texts).toEqual(['Missed 1', 'Missed 2', 'New']);
    expect(after.gaps()).toEqual([]);
    after.close();
    await lead(admin, workshop.id, { command: 'end' });
  });

  test('lets in nobody who does not belong there', async () => {
    const { workshop } = await runningRoom();
    const other = await (await runningRoom()).join();
    for (const seat of [null, 'no-such-seat', other.token]) {
      const socket = await RoomSocket.open(district.server);
      socket.join(district.id, workshop.id, seat, 0);
      expect(await socket.closed).toBe(1008);
    }
    const viewer = await district.as('viewer');
    const socket = await RoomSocket.open(district.server, viewer.cookie);
    socket.join(district.id, workshop.id, null, 0);
    expect(await socket.closed).toBe(1008);
  });

  test('answers what is not clear and goes on', async () => {
    const { join } = await runningRoom();
    const phone = await (await join()).connect();
    for (const text of ['', '[]', '{"type":"sing"}', '{"type":"ping","x":1}']) phone.send(text);
    phone.send('{"type":"ping"}');
    await phone.message(({ type }) => type === 'pong');
    expect(phone.messages.filter(({ type }) => type === 'error')).toHaveLength(4);
    phone.close();
  });

  test('closes the socket of whoever leaves', async () => {
    const { join } = await runningRoom();
    const ana = await join();
    const phone = await ana.connect();
    await ana.client.ok('leaveSeat', { path: ana.path, headers: ana.headers });
    expect(await phone.closed).toBe(1008);
    await ana.client.refused(401, 'getRoom', { path: ana.path, headers: ana.headers });
  });

  test('keeps no person of an anonymous seat', async () => {
    const { workshop } = await runningRoom({ anonymous: true });
    const lead = await district.as('district_lead');
    const ana = await Phone.join(lead, workshop.code);
    expect(ana.seat.signed_in).toBe(false);
  });

  test('is the same after a restart in the middle, and no answer is lost', async () => {
    const { workshop, join } = await runningRoom();
    await lead(admin, workshop.id, { command: 'go', step: 'rate' });
    const phones = await Promise.all(Array.from({ length: 8 }, () => join()));
    const [row1 = '', row2 = '', row3 = ''] = await rowsOf(phones[0] as Phone);
    const sockets = await Promise.all(phones.map((phone) => phone.connect()));
    await Promise.all(phones.map((phone) => phone.answer('rate', row1)));
    // While they answer the second row the server goes away and comes back: each tries again.
    const answering = phones.map((phone) => phone.answerUntilTaken('rate', row2));
    await district.server.restart();
    await Promise.all(answering);
    await Promise.all(phones.map((phone) => phone.answerUntilTaken('rate', row3)));
    for (const socket of sockets) expect([1001, 1006]).toContain(await socket.closed);
    const last = sockets.map((socket) => socket.last);
    const again = await Promise.all(phones.map((phone, i) => phone.connect(last[i])));
    const { seq, answered } = await admin.ok('getRoom', { path: { workshop: workshop.id } });
    const counted = Object.fromEntries(
      [row1, row2, row3].map((row) => [
        row,
        answered.filter(({ subject }) => subject === row).reduce((n, { count }) => n + count, 0),
      ]),
    );
    expect(counted).toEqual({ [row1]: 8, [row2]: 8, [row3]: 8 });
    for (const [i, socket] of again.entries()) {
      await socket.reach(seq);
      const all = [...(sockets[i]?.numbers() ?? []), ...socket.numbers()];
      expect(all).toEqual(Array.from({ length: seq }, (_, n) => n + 1));
      socket.close();
    }
  });
});

describe('a workshop, from plan to minutes', () => {
  test('leaves minutes that anybody with the link can read', async () => {
    const { workshop, join } = await runningRoom();
    const ana = await join({ name: 'Ana' });
    const note = await ana.post(noteFields({ text: 'Three lists of absences.' }));
    const path = { workshop: workshop.id };
    const moved = await admin.ok('moveNote', {
      path: { ...path, note: note.id },
      body: { subject: 'inconsistent-monitoring', outcomes: ['why-shift'] },
      seen: note.version,
    });
    expect(moved.outcomes).toEqual(['why-shift']);
    await ana.client.ok('voteNote', { path: { ...ana.path, note: note.id }, headers: ana.headers });
    await lead(admin, workshop.id, { command: 'go', step: 'pick' });
    await ana.answer('pick', 'outcome', answerFields({ value: 'balance', text: 'We need it.' }));
    await lead(admin, workshop.id, { command: 'go', step: 'rate' });
    const [row = ''] = await rowsOf(ana);
    await ana.answer('rate', row);
    await admin.ok('setConsensus', {
      path: { ...path, subject: row },
      body: { level: 'developing', dissent: '', desired: 'evolving' },
      seen: 0,
    });
    const action = await admin.ok('createWorkshopAction', {
      path,
      body: {
        title: 'One list of absences',
        detail: '',
        owner_id: null,
        owner_name: 'The office',
        due_on: '2027-03-01',
        status: 'open',
      },
    });
    expect(action).toMatchObject({ origin: 'workshop', origin_id: workshop.id });
    await admin.refused(409, 'writeMinutes', { path, body: {} });
    await lead(admin, workshop.id, { command: 'end' });
    const minutes = await admin.ok('writeMinutes', { path, body: {} });
    const text = minutes.sections.map((section) => section.text).join('\n');
    for (const part of ['Three lists of absences. (1 vote)', 'We need it.', 'One list of absences'])
      expect(text).toContain(part);
    const sections = [{ id: 'about', title: 'About', text: 'In our own words.' }];
    await admin.ok('replaceMinutes', {
      path,
      body: { title: 'What we said', sections },
      seen: minutes.version,
    });
    await admin.refused(412, 'replaceMinutes', {
      path,
      body: { title: 'Late', sections },
      seen: minutes.version,
    });
    const { url } = await admin.ok('shareMinutes', { path, body: {} });
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('In our own words.');
    await admin.ok('unshareMinutes', { path });
    expect((await fetch(url)).status).toBe(404);
    const { sessions } = await admin.ok('getContinuum');
    expect(sessions.at(-1)).toMatchObject({ workshop_id: workshop.id, people: 1 });
  });
});

test.runIf(process.env.TANDEM_TEST_POSTGRESQL)(
  'two processes serve one room, and one of them may be killed',
  async () => {
    const { workshop, join } = await runningRoom();
    const second = await district.server.another();
    try {
      await lead(admin, workshop.id, { command: 'go', step: 'rate' });
      const [ana, ben] = [await join(), await join()];
      const here = await ana.connect();
      const there = await ben.connect(0, second);
      const [row1 = '', row2 = ''] = await rowsOf(ana);
      await ana.answer('rate', row1);
      await there.until(({ kind }) => kind === 'answered');
      await here.present((seats) => seats.includes(ana.seat.id) && seats.includes(ben.seat.id));
      await second.kill();
      expect(await there.closed).toBe(1006);
      await ana.answer('rate', row2);
      const back = await ben.connect(there.last);
      await back.until(({ kind, subject }) => kind === 'answered' && subject === row2);
      const seq = Math.max(here.last, back.last);
      const all = [...there.numbers(), ...back.numbers()];
      expect(all).toEqual(Array.from({ length: seq }, (_, n) => n + 1));
      here.close();
      back.close();
    } finally {
      await second.kill();
    }
  },
);

async function rowsOf(phone: Phone): Promise<string[]> {
  const pack = await phone.client.ok('getRoomPack', { path: phone.path, headers: phone.headers });
  const { continuum } = pack as unknown as { continuum: { rows: { id: string }[] } };
  expect(continuum.rows).toHaveLength(6);
  return continuum.rows.map(({ id }) => id);
}
