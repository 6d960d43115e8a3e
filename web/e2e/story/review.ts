// The district reads, returns, compares and accepts; then it completes its own template.
import type { Visitor } from '../harness/visitor';
import { alder, lead, principal } from './people';
import type { Story } from './story';
import { firstAction, firstFunction, part, send, title } from './template';

const comment = 'Who speaks for the office?';
const mended = 'Team list of November, with the office';

export async function readAndReturn(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.page.goto('/');
  await nora.sees(`Hello, ${lead}`);
  await nora.go('Building templates');
  await nora.follow(/^See the schools of/);
  await nora.sees(/^Building templates 20/);
  await readWords(nora);

  await nora.follow(`Review: ${alder}`);
  await nora.sees(title);
  await nora.press(`Comment: ${firstFunction}`);
  await nora.type(`Your comment on “${firstFunction}”`, comment);
  await nora.press('Send the comment');
  await nora.reads(comment, part(nora, firstFunction));
  await nora.by('button', 'Return it').first().click();
  const dialog = nora.dialog('Return the template to the school');
  await dialog.waitFor();
  await nora.check();
  await nora.press('Return it', dialog);
  await nora.reads('Please write a message first', dialog);
  await nora.type('What should the school change?', 'Please say who is on the team.', dialog);
  await nora.press('Return it', dialog);
  await nora.reads(new RegExp(`^Returned by ${lead}`));
  await nora.check();
}

/** From the map of ratings to what a school wrote: a table, or on a phone a list. */
async function readWords(nora: Visitor): Promise<void> {
  if (nora.phone) await nora.press(new RegExp(`^${firstFunction}`));
  else await nora.press(`${alder}, ${firstFunction}: To be strengthened`);
  const words = nora.dialog(firstFunction);
  await nora.reads(firstAction, words);
  await nora.check();
  await nora.press('Close', words);
  await words.waitFor({ state: 'detached' });
}

export async function mend(story: Story): Promise<void> {
  const paul = await story.as(principal);
  await paul.reads(new RegExp(`^Returned by ${lead}`));
  await paul.check();
  await paul.go('Home', `Hello, ${principal}`);
  await paul.by('link', /^The district team returned your building template/).click();
  await paul.sees(title);
  await paul.reads('Please say who is on the team.');
  const team = part(paul, firstFunction);
  await paul.reads(comment, team);
  await paul.type('Evidence', mended, team);
  await paul.saved();
  await send(paul, 'Submit again', 'Now with the office.');
}

export async function compareAndAccept(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.reads(new RegExp(`^Submitted by ${principal}`));
  await nora.follow('2 versions');
  await nora.sees(`Versions: ${alder}`);
  await nora.reads('1 function differs');
  await nora.page.getByRole('deletion').filter({ hasText: 'September' }).waitFor();
  await nora.page.getByRole('insertion').filter({ hasText: 'November' }).waitFor();
  await nora.check();
  await nora.follow('Back to the template');
  await nora.sees(title);
  await nora.by('button', 'Accept it').first().click();
  const dialog = nora.dialog('Accept the template');
  await dialog.waitFor();
  await nora.check();
  await nora.press('Accept it', dialog);
  await nora.reads(new RegExp(`^Accepted by ${lead}`));
  await nora.check();
}

export async function completeDistricts(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.follow(/^Building templates 20/);
  await nora.sees(/^Building templates 20/);
  await nora.follow("Open the district's template");
  await nora.sees("The district's template");
  const ratings = nora.by('radio', 'In place');
  for (let place = 0; place < (await ratings.count()); place += 1) {
    await ratings.nth(place).check();
  }
  const both = part(nora, 'Build one continuous improvement team');
  await nora.press('Read their words', both);
  await nora.reads('To be created', both);
  await nora.saved();
  await nora.check();
  await nora.by('button', 'Complete the template').first().click();
  const dialog = nora.dialog("Complete the district's template");
  await dialog.waitFor();
  await nora.press('Complete the template', dialog);
  await nora.reads(new RegExp(`^Completed by ${lead}`));
  await nora.check();
}
