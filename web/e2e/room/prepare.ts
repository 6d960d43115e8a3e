// Planning, and how everybody comes in.
import { expect } from 'vitest';
import type { Visitor } from '../harness/visitor';
import { people, phoneScreen, type Room, wall } from './room';

export const title = 'District team, November';

export async function planIt(room: Room): Promise<void> {
  const { leader } = room;
  await leader.go('Workshops');
  await leader.page.getByRole('button', { name: 'Plan a workshop' }).first().click();
  const dialog = leader.dialog('Plan a workshop');
  await dialog.waitFor();
  await leader.press('Plan it', dialog);
  await leader.reads('Please give it a name');
  await leader.check();
  await leader.type('Name of the workshop', title, dialog);
  await leader.by('radio', '2 groups', dialog).check();
  await leader.press('Plan it', dialog);
  await leader.sees(title);
  room.workshop = leader.page.url().split('/').at(-1) ?? '';

  // A step up and down again by its buttons; minutes; a question of one's own.
  await leader.press('Move down: Read');
  await leader.page.getByText('Read is now step 2 of 11').waitFor();
  await leader.page.keyboard.press('Tab');
  await leader.press('Move up: Read');
  await leader.type('Minutes for Read', '3');
  await leader.press('Add a discussion of our own');
  const step = leader.dialog('Change the step');
  await leader.type('Name of the step', 'What do we take home?', step);
  await leader.type('Questions', 'What is the first thing that you will tell others?', step);
  await leader.press('Use it', step);
  await leader.type('Smallest group shown', '2');
  await leader.press('Save');
  await leader.page.getByText('Saved', { exact: true }).waitFor();
  await leader.check();

  await leader.by('tab', /^Are we ready/).click();
  await leader.by('checkbox', /^There is time/).check();
  await leader.press('Save');
  await leader.page.getByText('Saved', { exact: true }).waitFor();
  await leader.check();
  await leader.by('tab', 'Guide').click();
  await leader.reads('You could say');
  await leader.check();
}

export async function comeIn(room: Room): Promise<void> {
  const { leader } = room;
  await leader.follow('Open the room');
  await leader.sees(title);
  await leader.by('heading', 'The room is open').waitFor();
  const { origin } = room.server;
  const state = await leader.page.context().storageState();
  room.screen = await room.open('screen', wall);
  // The projector shows the leader's own session.
  await room.screen.page.context().addCookies(state.cookies);
  const district = leader.page.url().split('/d/')[1]?.split('/')[0];
  await room.screen.page.goto(`${origin}/screen/${district}/${room.workshop}`);
  const spoken = await room.screen.page
    .getByText(/^Code [A-Z0-9 ]+$/)
    .first()
    .textContent();
  room.code = (spoken ?? '').replace('Code', '').replaceAll(' ', '');
  expect(room.code).toHaveLength(6);

  for (const [index] of people.entries())
    room.phones.push(await room.open(`phone ${index + 1}`, phoneScreen));
  await room.each((phone, index) => takeSeat(room, phone, index));
  await room.says('8 people are in');
  await room.look('lobby');
}

async function takeSeat(room: Room, phone: Visitor, index: number): Promise<void> {
  const [name, side, role, group] = people[index] ?? people[0];
  if (index === 0) {
    await phone.page.goto('/join');
    await phone.sees('Join a workshop');
    await phone.type('Code', room.code.toLowerCase());
    await phone.press('Go to the room');
  } else await phone.page.goto(`/join/${room.code}`);
  await phone.by('heading', title).waitFor();
  if (name) await phone.type('Your name (optional)', name);
  await phone.by('radio', side).check();
  await phone.by('combobox', 'Your role').selectOption({ label: role });
  await phone.by('combobox', 'Your small group').selectOption({ label: group });
  if (index === 0) await phone.check();
  await phone.press('Take a seat');
  await phone.by('heading', 'You are in').waitFor();
}
