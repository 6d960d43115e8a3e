// Who does what? Cards are sorted by groups, compared, and lead on to the templates.
import { expect } from 'vitest';
import type { Room } from './room';

const columns = ['Building team', 'Collaborative', 'District team'];

export async function sort(room: Room): Promise<void> {
  await room.next('Sort the functions');
  await room.look('sort');
  // One phone of each group sorts for all of it; the second card is dragged.
  for (const [group, index] of [0, 4].entries()) {
    const phone = room.phone(index);
    // The second group goes on without network.
    if (group === 1) await phone.page.context().setOffline(true);
    for (let card = 0; card < 19; card += 1) {
      await phone.reads(`${card} of 19 cards sorted Your group sorts together.`);
      const zone = phone.page.locator('fieldset button').nth((card + (card > 12 ? group : 0)) % 3);
      if (card === 1) await drag(room, index, columns[1] ?? '');
      else await zone.click();
    }
    await phone.reads('All cards are sorted. Tap one to move it.');
    if (group === 1) {
      await phone.reads(/^No connection/);
      await room.counts('1 of 2 groups have answered');
      await phone.page.context().setOffline(false);
    }
    await phone.saved();
  }
  // The others of the group see what was sorted for them.
  await room.phone(1).reads('All cards are sorted. Tap one to move it.');
  await room.counts('2 of 2 groups have answered');
  await room.look('sorted');
}

async function drag(room: Room, index: number, column: string): Promise<void> {
  const { page } = room.phone(index);
  const zone = page.locator('fieldset button', { hasText: column });
  // A long card may push the columns out of sight; both have to be in it.
  await zone.scrollIntoViewIfNeeded();
  const grip = await page.locator('[data-grip]').boundingBox();
  const there = await zone.boundingBox();
  if (!grip || !there) throw new Error('nothing to drag, or nowhere to');
  const middle = (box: { x: number; y: number; width: number; height: number }) =>
    [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.move(...middle(grip));
  await page.mouse.down();
  await page.mouse.move(...middle(there), { steps: 8 });
  await page.mouse.up();
}

export async function compareSorting(room: Room): Promise<void> {
  await room.next('Compare');
  await room.leader.press('Reveal them');
  await room.says(/cards? to talk about/);
  await room.phone(3).reads(/cards? to talk about/);
  await room.look('compare sorting');
}

export async function toTemplates(room: Room): Promise<void> {
  const { leader } = room;
  await room.next('Building teams: plan');
  const phone = room.phone(0);
  await phone.type('What should not be forgotten?', 'Ask the bus drivers too');
  await phone.press('Add it');
  await leader.reads('Ask the bus drivers too');
  await leader.by('link', 'Open the templates').waitFor();
  await room.look('templates');
  await room.next('District team: review and plan');
  await room.next('What do we take home?');
  await phone.type('What is the first thing that you will tell others?', 'That we have one plan');
  await phone.saved();
  await room.look('own step');
}

export async function end(room: Room): Promise<void> {
  const { leader } = room;
  await leader.press('End the workshop');
  await leader.press('End the workshop', leader.dialog('End the workshop?'));
  await room.says('Thank you');
  await room.each(async (phone) => {
    await phone.by('heading', 'Thank you').waitFor();
  });
  await room.look('end');
  await leader.page.getByRole('main').getByRole('link', { name: 'Minutes' }).first().click();
  await leader.sees(/^Minutes/);
  if (await leader.by('button', 'Write the minutes').isVisible())
    await leader.press('Write the minutes');
  const text = leader.by('article', /.*/).or(leader.page.locator('article'));
  for (const words of [
    'Example of phone 1',
    'Because 1',
    'Schools see two plans, the district sees one.',
    'Write one calendar for all plans',
    'Ada Morales',
    'That we have one plan',
  ])
    await leader.reads(new RegExp(words.replaceAll('.', '\\.')), text.first());
  await leader.check();
}

export async function minutes(room: Room): Promise<void> {
  const { leader } = room;
  await leader.press('Edit');
  const first = leader.page.getByRole('textbox', { name: /^Text of/ }).first();
  await first.fill(`${await first.inputValue()}\nWe thank the kitchen.`);
  await leader.check();
  await leader.press('Save');
  await leader.reads(/We thank the kitchen/);
  await leader.press('Make a link');
  const link = await leader.input('Link').inputValue();
  const reader = await room.open('reader');
  await reader.page.goto(link);
  await reader.reads(/We thank the kitchen/);
  await reader.close();
  await leader.press('Withdraw the link');
  await leader.reads('The link no longer works');
  expect((await fetch(link)).status).toBe(404);

  const base = leader.page.url().replace('/d/', '/api/v1/districts/');
  const pdf = await leader.page.request.get(`${base}.pdf`);
  expect(pdf.headers()['content-type']).toContain('pdf');
  await leader.go('Action board');
  await leader.by('article', 'Write one calendar for all plans').waitFor();
  await leader.go('Continuum');
  await leader.by('heading', 'Vision, mission and beliefs').waitFor();
  await leader.reads('Goal: Accomplished');
  await leader.check();
}
