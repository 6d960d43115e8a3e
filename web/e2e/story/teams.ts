import type { Visitor } from '../harness/visitor';
import { alder, lead, password, principal, teacher } from './people';
import type { Story } from './story';

/** Signed out and in again: what waits stands first, and leads there. */
export async function startAtHome(story: Story): Promise<void> {
  const paul = await story.as(principal);
  await paul.press(`Your menu: ${principal}`);
  await paul.by('menuitem', 'Sign out').click();
  await paul.sees('Sign in');
  await paul.type('E-mail', 'paul.okoye@mapleridge.example');
  await paul.type('Password', 'not the password');
  await paul.press('Sign in');
  await paul.reads('E-mail and password do not belong together', paul.page.getByRole('alert'));
  await paul.check();
  await paul.type('Password', password);
  await paul.press('Sign in');
  await paul.sees(`Hello, ${principal}`);
  await paul.by('heading', 'Next for you').waitFor();
  await paul.by('link', new RegExp(`Complete the team of ${alder}`)).click();
  await paul.sees(new RegExp(alder));
}

export async function formTeams(story: Story): Promise<void> {
  const paul = await story.as(principal);
  await paul.reads('Instructional staff: nobody yet, 2 people are needed');
  await add(paul, 'Building leadership', principal);
  await add(paul, 'Instructional staff', teacher);
  await paul.reads('Instructional staff: 1 more person is needed');
  await add(paul, 'Instructional staff', 'Mina Park');
  await add(paul, 'Non-instructional staff', 'Gus Hale');
  await paul.reads('This team has someone for every view it needs.');
  await paul.check();

  const nora = await story.as(lead);
  await nora.go('Teams');
  await nora.reads(/^Missing: District leadership/);
  await nora.follow('Complete the team');
  await nora.sees(/team/i);
  await add(nora, 'Someone who can decide', lead);
  await nora.reads(/^.*Board.*: nobody yet/);
  await nora.check();
}

/** Fills a gap with a person of the district, or with a name alone. */
async function add(visitor: Visitor, gap: string, name: string): Promise<void> {
  await visitor.press(`Add someone: ${gap}`);
  const dialog = visitor.dialog(/^Add a member/);
  await dialog.waitFor();
  await visitor.check();
  await visitor.type('Name', name, dialog);
  await visitor.press('Add a member', dialog);
  await dialog.waitFor({ state: 'detached' });
  await visitor.reads(name);
}
