// Why lead from the district? Read, gather, connect, pick.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Room } from './room';

const ask = 'Where have we seen this happen?';

export async function read(room: Room): Promise<void> {
  await room.leader.press('Start the workshop');
  await room.follows('Read');
  await room.phone(0).reads(/Strong leadership from the center/);
  await room.leader.press('Pause');
  await room.leader.press('1 minute');
  await room.leader.press('Go on');
  await room.look('read');
}

export async function gather(room: Room): Promise<void> {
  await room.next('Gather examples');
  const { leader } = room;
  await room.each(async (phone, index) => {
    const part = phone.page.locator('section', {
      has: phone.by('heading', 'An incomplete data picture'),
    });
    await part.getByRole('textbox', { name: ask }).fill(`Example of phone ${index + 1}`);
    await phone.press('Add it', part);
    await part.getByText(`Example of phone ${index + 1}`).waitFor();
  });
  const last = room.phone(7);
  await last.page.getByRole('button', { name: /^Vote for: Example of phone 1 / }).click();
  await last.page
    .getByRole('button', { name: /^Vote for: Example of phone 1 \(1 vote\)/ })
    .waitFor();

  // Who leads puts the notes in order: into one that it repeats, and to where it belongs; each by
  // dragging, and by the menu, as a keyboard does it.
  const note = (text: string) => leader.page.locator('article', { hasText: text }).first();
  // Votes put notes in another order: whoever grabs one waits until they lie still.
  await leader.by('heading', 'An incomplete data picture (8)').waitFor();
  await note('Example of phone 1').getByText('1', { exact: true }).waitFor();
  const merged = (text: string) => leader.page.locator('article li', { hasText: text });
  await drag(leader.page, note('Example of phone 2'), note('Example of phone 1'));
  await merged('Example of phone 2').waitFor();
  await leader.menu('What to do with: Example of phone 5', 'Example of phone 1');
  await merged('Example of phone 5').waitFor();
  const board = (name: string) => leader.by('region', name);
  await drag(leader.page, note('Example of phone 4'), board('Uncoordinated strategies'));
  await board('Uncoordinated strategies').getByText('Example of phone 4').waitFor();
  await leader.menu('What to do with: Example of phone 3', 'Uncoordinated strategies');
  await leader.menu('What to do with: Example of phone 1', 'Link to outcomes');
  const link = leader.dialog('Link to outcomes');
  await link.getByRole('checkbox').first().check();
  await leader.press('Save', link);
  await link.waitFor({ state: 'detached' });
  await expect.poll(() => room.phone(4).page.getByText('Example of phone 2').count()).toBe(0);
  await room.says(/Example of phone 1/);
  await room.look('gather');
}

export async function connect(room: Room): Promise<void> {
  await room.next('Connect to the outcomes');
  const phone = room.phone(2);
  await phone.type('How could knowing this have spared us what we just described?', 'One list');
  await phone.saved();
  await room.look('connect');
}

export async function pick(room: Room): Promise<void> {
  await room.next('Pick yours and say why');
  await room.each(async (phone, index) => {
    await phone.page
      .getByRole('radio')
      .nth(index % 2)
      .check();
    await phone.type('Why this one?', `Because ${index + 1}`);
    await phone.saved();
  });
  await room.counts('8 of 8 have answered');
  await room.look('pick');
  await room.leader.press('Reveal');
  await room.says('Because 1');
  await room.phone(0).by('heading', 'Why').waitFor();
  await room.look('pick revealed');
}

/** As a hand does it: pressed, moved there, and let go where the page shows that it may be. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  // A first small move lifts it, the right one.
  let level = 0;
  await expect
    .poll(
      async () => {
        await page.mouse.up();
        await from.hover();
        await page.mouse.down();
        const start = await from.boundingBox();
        if (!start) return false;
        const middle = [start.x + start.width / 2, start.y + start.height / 2] as const;
        level = middle[1];
        await page.mouse.move(middle[0] + 8, middle[1] + 8, { steps: 3 });
        return (await from.getAttribute('data-dragged')) !== null;
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  // Then to the place, again until the place has been seen to answer.
  let nudge = 0;
  await expect
    .poll(
      async () => {
        const box = await to.boundingBox();
        if (!box) return false;
        nudge = (nudge + 3) % 9;
        // As level as may be: what is above or below may be out of sight.
        const y = Math.min(Math.max(level, box.y + 10), box.y + box.height - 10);
        await page.mouse.move(box.x + box.width / 2 + nudge, y, { steps: 3 });
        return (await to.getAttribute('data-over')) !== null;
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  await page.mouse.up();
}
