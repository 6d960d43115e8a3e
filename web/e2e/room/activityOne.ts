// Why lead from the district? Read, gather, connect, pick.
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

  // Who leads puts the notes in order: into one that it repeats, and to where it belongs.
  await leader.menu('What to do with: Example of phone 2', 'Example of phone 1');
  await leader.page.locator('article li', { hasText: 'Example of phone 2' }).waitFor();
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
