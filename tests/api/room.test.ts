// The room, as phones and facilitators use it: over HTTP and the WebSocket of api/room.md.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './harness/client';
import { TestDistrict } from './harness/district';
import { Phone, RoomSocket } from './harness/room';
import {
  actionOfRoom,
  answerFields,
  fileFields,
  lead,
  noteFields,
  planWorkshop,
  workshopFields,
} from './harness/workshop';

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

describe('a file as evidence', () => {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from('the rest of a picture'),
  ]);

  test('is kept, hidden until the reveal, and then to be saved by all in the room', async () => {
    const { workshop, join } = await runningRoom();
    await lead(admin, workshop.id, { command: 'go', step: 'rate' });
    const [ana, ben] = [await join(), await join()];
    const [row = ''] = await rowsOf(ana);
    const at = { ...ana.path, step: 'rate', subject: row };
    const { headers } = ana;
    const body = fileFields({ name: '../Año 2026 "x".png', content: png.toString('base64') });
    await ana.client.refused(409, 'addEvidenceFile', { path: at, body, headers });
    await ana.answer('rate', row);
    const file = await ana.client.ok('addEvidenceFile', { path: at, body, headers });
    expect(file).toMatchObject({ name: 'Año 2026 _x_.png', type: 'image/png', bytes: png.length });
    const place = { ...ana.path, file: file.id };
    const mine = await ana.client.ok('getRoom', { path: ana.path, headers });
    expect(mine.files).toEqual([file]);

    const get = (token: string) =>
      fetch(
        `${district.server.origin}/api/v1/districts/${place.district}/workshops/${place.workshop}/files/${place.file}`,
        { headers: { 'x-seat': token } },
      );
    expect((await get(ben.token)).status).toBe(404);
    await ben.client.refused(403, 'removeEvidenceFile', { path: place, headers: ben.headers });
    await lead(admin, workshop.id, { command: 'reveal' });
    await ana.client.refused(409, 'removeEvidenceFile', { path: place, headers });
    const saved = await get(ben.token);
    expect(saved.status).toBe(200);
    expect(saved.headers.get('content-type')).toBe('image/png');
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
    expect(saved.headers.get('content-disposition')).toBe(
      `attachment; filename="A__o 2026 _x_.png"; filename*=UTF-8''A%C3%B1o%202026%20_x_.png`,
    );
    expect(Buffer.from(await saved.arrayBuffer()).equals(png)).toBe(true);
    const results = await ben.client.ok('getResults', {
      path: { ...ben.path, step: 'rate' },
      headers: ben.headers,
    });
    const shown = results.rows.find(({ subject }) => subject === row)?.evidence;
    expect(shown?.[0]?.files).toEqual([{ id: file.id, name: file.name, bytes: file.bytes }]);
  });

  test('is refused when it is not what it says, too large, or one too many', async () => {
    const { workshop, join } = await runningRoom();
    await lead(admin, workshop.id, { command: 'go', step: 'rate' });
    const ana = await join();
    const [row = ''] = await rowsOf(ana);
    await ana.answer('rate', row);
    const request = { path: { ...ana.path, step: 'rate', subject: row }, headers: ana.headers };
    const give = (name: string, content: Buffer) => ({
      ...request,
      body: { name, content: content.toString('base64') },
    });
    const large = Buffer.alloc(5 * 1024 * 1024 + 1, 'a');
    for (const wrong of [
      give('page.html', Buffer.from('<script>1</script>')),
      give('picture.svg', Buffer.from('<svg/>')),
      give('picture.png', Buffer.from('<script>1</script>')),
      give('letter.pdf', png),
      give('notes.txt', Buffer.from([0xff, 0xfe, 0, 1])),
      give('notes.txt', large),
      give('none', png),
    ]) {
      await ana.client.refused(422, 'addEvidenceFile', wrong);
    }
    const not64 = { ...request, body: { name: 'a.txt', content: 'not base64!' } };
    await ana.client.refused(422, 'addEvidenceFile', not64);
    const largest = give('notes.txt', large.subarray(1));
    await ana.client.ok('addEvidenceFile', largest);
    const second = await ana.client.ok('addEvidenceFile', give('a.png', png));
    await ana.client.ok('addEvidenceFile', give('b.png', png));
    await ana.client.refused(409, 'addEvidenceFile', give('c.png', png));
    await ana.client.ok('removeEvidenceFile', {
      path: { ...ana.path, file: second.id },
      headers: ana.headers,
    });
    await ana.client.ok('addEvidenceFile', give('c.png', png));
  });
});

describe('a survey', () => {
  test('reminds who is asked, and tells who leads in numbers only', async () => {
    const closes_at = new Date(Date.now() + 86_400_000).toISOString();
    const agenda = workshopFields().agenda.filter(({ by }) => by === 'seat');
    const plan = { mode: 'survey', closes_at, agenda } as const;
    const { id: workshop, code } = await planWorkshop(admin, null, plan);
    await admin.refused(409, 'getReminder', { path: { workshop } });
    await lead(admin, workshop, { command: 'start' });
    const member = await district.as('district_member');
    const waits = async () => (await member.ok('getHome')).waiting.some(isThis);
    const isThis = ({ link }: { link: string }) => link === `/join/${code}`;
    expect(await waits()).toBe(true);
    const phone = await Phone.join(member, code);
    expect(await waits()).toBe(true);
    await phone.answer('rate', 'vision');
    expect(await waits()).toBe(false);
    const told = await admin.ok('getReminder', { path: { workshop } });
    expect(told).toMatchObject({ joined: 1, answered: 1 });
    expect(told.invited).toBeGreaterThan(1);
    expect(told.emails).toHaveLength(told.invited);
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
      body: actionOfRoom({ subject: row }),
    });
    expect(action).toMatchObject({
      origin: 'workshop',
      origin_id: workshop.id,
      origin_key: row,
    });
    const ofNoRow = actionOfRoom({ subject: 'no-such-row' });
    await admin.refused(422, 'createWorkshopAction', { path, body: ofNoRow });
    await admin.refused(409, 'writeMinutes', { path, body: {} });
    await lead(admin, workshop.id, { command: 'end' });
    const minutes = await admin.ok('writeMinutes', { path, body: {} });
    const text = minutes.sections.map((section) => section.text).join('\n');
    for (const part of [
      'Three lists of absences. (votes: 1)',
      'We need it.',
      'One list of absences',
    ])
      expect(text).toContain(part);
    const spanish = await admin.ok('writeMinutes', { path, body: { language: 'es' } });
    expect(spanish).toMatchObject({ language: 'es', version: minutes.version + 1 });
    expect(spanish.sections[0]?.title).toBe('Sobre este taller');
    expect(spanish.sections.map(({ text }) => text).join()).toContain('Three lists of absences.');
    const sections = [{ id: 'about', title: 'About', text: 'In our own words.' }];
    await admin.ok('replaceMinutes', {
      path,
      body: { title: 'What we said', sections },
      seen: spanish.version,
    });
    await admin.refused(412, 'replaceMinutes', {
      path,
      body: { title: 'Late', sections },
      seen: spanish.version,
    });
    const { url } = await admin.ok('shareMinutes', { path, body: {} });
    const page = await fetch(url);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('In our own words.');
    expect(html).toContain('<html lang="es" dir="ltr">');
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
