// Workshops as tests need them.
import type { Client } from './client';
import type { Schemas } from './contract';

type Fields<Name extends keyof Schemas> = (changes?: Partial<Schemas[Name]>) => Schemas[Name];

const step = (
  id: string,
  kind: Schemas['StepKind'],
  by: Schemas['AnsweredBy'] = 'seat',
): Schemas['AgendaStep'] => ({
  id,
  activity_id: '',
  step_id: '',
  kind,
  title: `Let us ${kind}`,
  minutes: 8,
  prompts: kind === 'discuss' ? ['What now?'] : [],
  by,
});

export const workshopFields: Fields<'WorkshopFields'> = (changes) => ({
  title: 'Where do we stand?',
  intro: 'An hour, on your phone.',
  mode: 'live',
  anonymous: false,
  smallest_group: 3,
  starts_at: null,
  closes_at: null,
  groups: [
    { id: 'oak', name: 'Oak' },
    { id: 'elm', name: 'Elm' },
  ],
  agenda: [
    step('gather', 'gather'),
    step('pick', 'pick'),
    step('rate', 'rate'),
    step('sort', 'sort', 'group'),
    step('discuss', 'discuss'),
  ],
  ready: [],
  ...changes,
});

export const seatFields: Fields<'SeatFields'> = (changes) => ({
  name: 'Sam',
  side: 'school',
  role: 'instructional',
  school_id: null,
  group_id: 'oak',
  ...changes,
});

export const answerFields: Fields<'RoomAnswerFields'> = (changes) => ({
  value: 'developing',
  text: 'The posters are up, nobody reads them.',
  link: '',
  ...changes,
});

export const noteFields: Fields<'NoteFields'> = (changes) => ({
  step: 'gather',
  subject: 'incomplete-data',
  kind: 'example',
  text: 'Attendance was in three places.',
  ...changes,
});

export const actionOfRoom: Fields<'WorkshopActionFields'> = (changes) => ({
  title: 'One list of absences',
  detail: '',
  owner_id: null,
  owner_name: 'The office',
  due_on: '2027-03-01',
  status: 'open',
  subject: '',
  ...changes,
});

export const fileFields: Fields<'EvidenceFileFields'> = (changes) => ({
  name: 'minutes of may.txt',
  content: Buffer.from('We looked at attendance.').toString('base64'),
  ...changes,
});

/** A workshop of a school, or of the district. */
export function planWorkshop(
  client: Client,
  school: string | null,
  changes?: Partial<Schemas['WorkshopFields']>,
): Promise<Schemas['Workshop']> {
  const body = workshopFields(changes);
  if (school) return client.ok('createSchoolWorkshop', { path: { school }, body });
  return client.ok('createWorkshop', { body });
}

/** Leads the room on, whatever its version is. */
export async function lead(
  client: Client,
  workshop: string,
  body: Partial<Schemas['ControlFields']> & { command: Schemas['RoomCommand'] },
): Promise<Schemas['RoomStage']> {
  const { stage } = await client.ok('getRoom', { path: { workshop } });
  const fields = { step: null, focus: null, seconds: null, group: null, ...body };
  return client.ok('controlRoom', { path: { workshop }, body: fields, seen: stage.version });
}

/** One that has ended, with a note, a file and minutes that are shared, and is open again to join. */
export async function holdWorkshop(client: Client, school: string | null) {
  const { id: workshop, code } = await planWorkshop(client, school);
  await lead(client, workshop, { command: 'start' });
  await lead(client, workshop, { command: 'go', step: 'rate' });
  const file = await giveFile(client, code);
  await lead(client, workshop, { command: 'reveal' });
  const note = await client.ok('postNote', { path: { workshop }, body: noteFields() });
  await lead(client, workshop, { command: 'end' });
  await client.ok('writeMinutes', { path: { workshop }, body: {} });
  await client.ok('shareMinutes', { path: { workshop }, body: {} });
  await lead(client, workshop, { command: 'reopen' });
  return { workshop, code, note: note.id, file };
}

async function giveFile(client: Client, code: string): Promise<string> {
  const taken = await client.ok('takeSeat', { path: { code }, body: seatFields() });
  const path = { workshop: taken.workshop_id, step: 'rate', subject: 'vision' };
  const headers = { 'x-seat': taken.token };
  await client.ok('saveRoomAnswer', { path, body: answerFields(), seen: 0, headers });
  const file = await client.ok('addEvidenceFile', { path, body: fileFields(), headers });
  return file.id;
}
