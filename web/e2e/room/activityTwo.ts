// Where do we stand? Rate, compare, agree or not, plan the shift.
import { expect } from 'vitest';
import type { Visitor } from '../harness/visitor';
import { inDays } from '../story/people';
import type { Room } from './room';

const rows = [
  'Vision, mission and beliefs',
  'Policies and structures',
  'Collaborative routines',
  'Collaborative goal setting',
  'How plans are developed',
  'Whose perspectives count in decisions',
];

/** One row: so many steps to the left of Accomplished, and evidence. */
async function rateRow(phone: Visitor, left: number, evidence: string): Promise<void> {
  for (let step = 0; step < left; step += 1) await phone.press('Not yet: one step to the left');
  await phone.press('Yes, this fits');
  await phone.type('What evidence can you point to for this description?', evidence);
}

export async function rate(room: Room): Promise<void> {
  await room.next('Rate each row');
  await room
    .phone(0)
    .by('heading', rows[0] ?? '')
    .waitFor();
  await room.look('rate');

  // One phone is cut off in the middle, goes on, and comes back.
  const away = room.phone(5);
  await room.each(async (phone, index) => {
    for (const [at, row] of rows.entries()) {
      if (phone === away && at === 2) await phone.page.context().setOffline(true);
      await phone.by('heading', row).waitFor();
      const left = index < 4 ? 1 : (at + index) % 4;
      await rateRow(phone, left, `Proof ${index + 1}.${at + 1}`);
      if (phone !== away || at < 2) await phone.saved();
      if (index === 0 && at === 0) await giveFile(phone);
      const next = rows[at + 1];
      if (next) await phone.press(`Next: ${next}`);
    }
    await phone.reads(/^All rows are answered/);
  });
  await away.reads(/^No connection/);
  await room.look('rated');
  await expect.poll(() => answers(room)).toBe(44);

  // The server goes down and comes up again: nothing is lost, and nobody has to do anything.
  await room.server.restart();
  await away.page.context().setOffline(false);
  await away.saved();
  await expect.poll(() => answers(room), { timeout: 60_000 }).toBe(48);
  await away.page.reload();
  await away.reads('6 of 6 rows answered');
}

/** Proof that is more than words. What is not what it says is told apart, and nothing is lost. */
async function giveFile(phone: Visitor): Promise<void> {
  await phone.by('button', 'Add a file').waitFor();
  const input = phone.page.locator('input[type=file]');
  const name = 'board minutes.pdf';
  const give = (text: string) =>
    input.setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });
  await give('not a PDF');
  await phone.reads(/is not what the name's ending says/);
  await give('%PDF-1.4 We looked at attendance.');
  await phone.by('button', `Save ${name}`).waitFor();
  await phone.check();
}

/** How many answers the leader's page counts. */
async function answers(room: Room): Promise<number> {
  const text = await room.leader.page.getByText(/^\d+ of 48 answers$/).textContent();
  return Number(text?.split(' ')[0]);
}

export async function compare(room: Room): Promise<void> {
  const { leader } = room;
  await room.next('Compare');
  await room.phone(0).reads('The facilitator has not revealed the results yet.');
  await leader.press('Reveal them');
  await room.says(rows[3] ?? '');
  await room.look('compare all');

  await leader.page.getByRole('button', { name: rows[0] ?? '' }).click();
  await room.screen.by('heading', rows[0] ?? '').waitFor();
  await room.says(/Proof 1\.1/);
  await room.phone(0).reads('By group');
  const saved = leader.page.waitForEvent('download');
  await leader.press('Save board minutes.pdf');
  expect((await saved).suggestedFilename()).toBe('board minutes.pdf');
  await room.look('compare one row');

  await leader.pick("The room's rating", 'Evolving');
  await leader.pick('Where we want to be', 'Accomplished');
  await leader.press('Record it');
  await room.says('The room agrees: Evolving');
  await leader.page.getByRole('button', { name: rows[4] ?? '' }).click();
  await room.screen.by('heading', rows[4] ?? '').waitFor();
  await leader.pick("The room's rating", 'We did not agree');
  await leader.type('Who sees what differently?', 'Schools see two plans, the district sees one.');
  await leader.press('Record it');
  await room.says('The room did not agree');
  await room.look('dissent');
}

export async function twoLead(room: Room): Promise<void> {
  // A second page of who leads, held back at what it knew: it must not lead the room unawares.
  const other = await room.open('second leader', { width: 1280, height: 900 });
  const state = await room.leader.page.context().storageState();
  await other.page.context().addCookies(state.cookies);
  let held: (() => void) | null = null;
  await other.page.route('**/stage', async (route) => {
    await new Promise<void>((resolve) => {
      held = resolve;
    });
    await route.continue();
  });
  await other.page.goto(room.leader.page.url());
  await other.by('button', 'Lock').click();
  await expect.poll(() => held !== null).toBe(true);
  await room.leader.press('1 minute');
  await room.leader.page.waitForTimeout(500);
  (held as (() => void) | null)?.();
  await other.reads(/^Somebody else has just led the room on/);
  await other.by('button', 'Lock').waitFor();
  await other.close();
}

export async function planShift(room: Room): Promise<void> {
  const { leader } = room;
  await room.next('Plan the shift');
  await room.phone(0).reads('The facilitator will choose the rows to plan.');
  await leader.page.getByRole('button', { name: rows[4] ?? '' }).click();
  const phone = room.phone(6);
  await phone.by('heading', rows[4] ?? '').waitFor();
  const fields = phone.page.getByRole('textbox', { name: 'Your thought' });
  for (const [at, text] of [
    'Plans are due at different times',
    'No common calendar',
    'One plan by spring',
    'Write one calendar for all plans',
    'Look at it every August',
  ].entries()) {
    await fields.nth(at).fill(text);
    await phone.page.getByRole('button', { name: 'Add it' }).nth(at).click();
    await phone.reads(text);
  }
  await leader.press('Make it an action: Write one calendar for all plans');
  const dialog = leader.dialog('An action that we decided on');
  await leader.type('By whom', 'Ada Morales', dialog);
  await dialog.getByLabel('By when').fill(inDays(30));
  await leader.press('Add it to the board', dialog);
  await dialog.waitFor({ state: 'detached' });
  await room.says('Actions');
  await room.look('shift');
}
