// Schools and people from lists, and the invitations that bring them here.
import { fileURLToPath } from 'node:url';
import type { Visitor } from '../harness/visitor';
import { admin, calderon, district, lead, password, principal, teacher } from './people';
import type { Story } from './story';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

export async function bringInSchools(story: Story): Promise<void> {
  const ada = await story.as(admin);
  await ada.follow('Bring in schools');
  await ada.sees('Import');
  await choose(ada, 'schools.csv');

  const columns = ada.by('table', 'Where each piece is taken from');
  await ada.by('row', /^Code .* 00411/, columns).waitFor();
  const rows = ada.by('table', 'The rows of your list');
  const bad = ada.by('row', /Lost Mitten/, rows);
  await ada.by('cell', '6', bad).waitFor();
  await ada.by('cell', /many/, bad).waitFor();
  await ada.by('row', /Inés Calderón .* Will be added/, rows).waitFor();
  await ada.check();

  await ada.press(/^Bring in \d+ rows$/);
  await ada.by('heading', 'Done').waitFor();
  await ada.by('row', /Alder Creek .* Added/, rows).waitFor();
  await ada.check();

  await ada.press('Check the same list again');
  await ada.by('row', /Alder Creek .* Stays as it is/, rows).waitFor();
  await ada.by('button', 'Nothing to bring in').waitFor();
  await ada.check();

  await ada.go('Schools');
  await ada.reads(calderon);
}

export async function bringInPeople(story: Story): Promise<void> {
  const ada = await story.as(admin);
  await ada.go('Import');
  await ada.by('radio', /^People/).click();
  await choose(ada, 'people.csv');
  const rows = ada.by('table', 'The rows of your list');
  await ada.by('row', /Paul Okoye .* Will be added/, rows).waitFor();
  await ada.check();
  await ada.press('Bring in 4 rows');
  await ada.by('heading', 'Done').waitFor();
  await ada.follow('See people and invite them');
  await ada.sees('People');
}

export async function invite(story: Story): Promise<void> {
  const ada = await story.as(admin);
  await ada.press('Choose them all');
  await ada.press('Make invitation links');
  const links = ada.dialog('4 invitation links');
  await links.waitFor();
  await ada.check();
  for (const name of [lead, principal, teacher]) {
    const link = await ada.by('textbox', name, links).inputValue();
    await accept(await story.as(name), link);
  }
  await ada.press('Done', links);
  await links.waitFor({ state: 'detached' });
  await ada.check();
}

async function accept(guest: Visitor, link: string): Promise<void> {
  await guest.page.goto(link);
  await guest.sees(`Welcome, ${guest.name}`);
  await guest.reads(district);
  await guest.type('Choose a password', password);
  await guest.press('Go in');
  await guest.sees(`Hello, ${guest.name}`);
}

async function choose(visitor: Visitor, list: string): Promise<void> {
  const chooser = visitor.page.waitForEvent('filechooser');
  await visitor.press('Choose a file');
  await (await chooser).setFiles(fixture(list));
  await visitor.reads(list);
}
