// The building template: filled in without a mouse, then by two people at once.
import { expect } from 'vitest';
import { Keyboard } from '../harness/keyboard';
import type { Visitor } from '../harness/visitor';
import { alder, inDays, lead, principal, teacher } from './people';
import type { Story } from './story';

export const title = `${alder}: building template`;
export const firstFunction = 'Set up the building team';
export const firstAction = 'Invite the office staff to the team';
const secondAction = 'Agree with the district who sits on both teams';

/** A function's part of a template. */
export const part = (visitor: Visitor, name: string) =>
  visitor.by('region', new RegExp(`^\\d+\\. ${name}$`));

export async function openRound(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.go('Building templates');
  await nora.press('Open a school year');
  const dialog = nora.dialog('Open a school year');
  await nora.by('button', 'Open it', dialog).waitFor();
  await nora.check();
  await dialog.getByLabel('Due date').fill(inDays(60));
  await nora.press('Open it', dialog);
  await nora.sees(/^Building templates 20/);
  await nora.reads('Nothing submitted yet');
}

export async function fillInByKeyboard(story: Story): Promise<void> {
  const paul = await story.as(principal);
  const keys = new Keyboard(paul.page);
  await paul.page.goto('/');
  await paul.sees(`Hello, ${principal}`);
  await keys.press(paul.by('link', /^Fill in the building template/));
  await paul.sees(title);

  const ratings = paul.by('radio', 'In place');
  await ratings.first().waitFor({ state: 'attached' });
  for (let place = 0; place < (await ratings.count()); place += 1) {
    await keys.choose(ratings.nth(place), place < 2 ? place + 1 : 0);
  }
  await paul.saved();
  // From the end back to the top, as the browser's own Tab order goes around.
  const team = part(paul, firstFunction);
  await keys.type(paul.by('textbox', 'Evidence', team), 'Team list of September');
  await keys.type(paul.by('textbox', 'What will be done (needed)', team), firstAction);
  await keys.type(paul.input('By whom', team), 'Tessa');
  await paul.by('option', teacher).waitFor();
  await paul.by('option', principal).waitFor({ state: 'detached' });
  await paul.page.keyboard.press('ArrowDown');
  await paul.page.keyboard.press('Enter');
  const due = inDays(20);
  const [year, month, day] = due.split('-');
  await keys.type(team.getByLabel('By when'), `${month}${day}${year}`);
  const both = part(paul, 'Build one continuous improvement team');
  await keys.type(paul.by('textbox', 'What will be done (needed)', both), secondAction);
  await paul.saved();
  await paul.check();

  await paul.page.reload();
  await paul.sees(title);
  await expect.poll(() => paul.by('radio', 'To be strengthened', team).isChecked()).toBe(true);
  await paul.holds(paul.by('textbox', 'Evidence', team), 'Team list of September');
  await paul.holds(paul.by('textbox', 'What will be done (needed)', team), firstAction);
  await paul.holds(paul.input('By whom', team), teacher);
  await paul.holds(team.getByLabel('By when'), due);
  await paul.holds(paul.by('textbox', 'What will be done (needed)', both), secondAction);
}

export async function fillInTogether(story: Story): Promise<void> {
  const paul = await story.as(principal);
  const tessa = await story.as(teacher);
  await tessa.go('Building templates');
  await tessa.follow('Continue your template');
  await tessa.sees(title);
  await paul.reads(`${teacher} is here too`);
  await tessa.reads(`${principal} is here too`);

  const evidence = (visitor: Visitor, name: string) =>
    visitor.by('textbox', 'Evidence', part(visitor, name));
  const needs = "Find the building's needs, assets and root cause";
  await evidence(paul, needs).fill('Fall screening, by grade');
  await tessa.holds(evidence(tessa, needs), 'Fall screening, by grade');

  const barriers = 'Act on barriers in the building';
  const words = ['Bus times were changed.', 'Parents asked for evening hours.'] as const;
  await Promise.all([
    evidence(paul, barriers).pressSequentially(words[0]),
    evidence(tessa, barriers).pressSequentially(words[1]),
  ]);
  await expect
    .poll(() => agreed([paul, tessa], (visitor) => evidence(visitor, barriers), words), {
      timeout: 60_000,
    })
    .toBe(true);
  for (const visitor of [paul, tessa]) {
    await visitor.saved();
    await visitor.check();
  }
}

/** Whoever is asked keeps the words of both; true when both have them before their eyes. */
async function agreed(
  visitors: Visitor[],
  field: (visitor: Visitor) => ReturnType<Visitor['by']>,
  words: readonly string[],
): Promise<boolean> {
  let all = true;
  for (const visitor of visitors) {
    const keepBoth = visitor.by('button', 'Keep both');
    if (await keepBoth.isVisible()) await keepBoth.click();
    const text = await field(visitor).inputValue();
    all &&= words.every((sentence) => text.includes(sentence));
  }
  return all;
}

export async function submitByKeyboard(story: Story): Promise<void> {
  const paul = await story.as(principal);
  const keys = new Keyboard(paul.page);
  await keys.press(paul.by('button', 'Submit to the district team').first());
  const dialog = paul.dialog('Submit to the district team');
  await keys.type(paul.by('textbox', 'Note to go with it', dialog), 'Our first one.');
  await keys.press(paul.by('button', 'Submit', dialog));
  await dialog.waitFor({ state: 'detached' });
  await paul.reads(new RegExp(`^Submitted by ${principal}`));
  await paul.check();
}

export async function send(visitor: Visitor, button: string, note: string): Promise<void> {
  await visitor.by('button', button).first().click();
  const dialog = visitor.dialog('Submit to the district team');
  await dialog.waitFor();
  await visitor.check();
  await visitor.type('Note to go with it', note, dialog);
  await visitor.press('Submit', dialog);
  await dialog.waitFor({ state: 'detached' });
  await visitor.reads(new RegExp(`^Submitted by ${visitor.name}`));
  await visitor.check();
}
