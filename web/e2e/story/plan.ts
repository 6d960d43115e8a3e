// One plan: written by the district, seen and added to by a school, changed in one place.
import type { Visitor } from '../harness/visitor';
import { alder, lead, principal } from './people';
import type { Story } from './story';

const goal = 'Every third grader reads with confidence';
const renamed = 'Every child reads with confidence by grade 3';
const measure = 'Students reading at grade level in grade 3';
const strategy = 'Structured literacy in every classroom';
const districts = 'Train all teachers of grades 1 to 3';
const schools = 'A reading hour with families each month';

export async function writePlan(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.go('Our plan', /plan/i);
  await add(nora, 'Add a goal', (dialog) => nora.type('Goal', goal, dialog));
  await nora.sees(goal);
  await add(nora, 'Add a measure', (dialog) => nora.type('Measure', measure, dialog));
  await setTargets(nora, 'The district', ['41', '65']);
  await add(nora, 'Add a strategy', async (dialog) => {
    await nora.type('Strategy', strategy, dialog);
    await nora.by('radio', 'Strong', dialog).check();
    await nora.by('checkbox', 'Data', dialog).check();
  });
  await add(nora, 'Add an activity', (dialog) => nora.type('Activity', districts, dialog));
  await nora.reads(districts);
}

export async function payForIt(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.go('Our plan', /plan/i);
  await nora.follow('See where it comes from');
  await nora.sees("The plan's money");
  await add(nora, 'Add a source', (dialog) => nora.type('Source', 'Reading grant', dialog));
  await nora.go('Our plan', /plan/i);
  await nora.follow(goal);
  await nora.sees(goal);
  await add(nora, 'Add money', async (dialog) => {
    await nora.pick('Source', 'Reading grant', dialog);
    await nora.type('Amount', '12,500.50', dialog);
  });
  await nora.by('row', /Reading grant .*\$12,500\.50/).waitFor();
  await nora.check();
}

export async function addInSchool(story: Story): Promise<void> {
  const paul = await story.as(principal);
  await paul.go('Our plan', /plan/i);
  await paul.follow(`${alder}: open the plan`);
  await paul.sees(`${alder}: school plan`);
  await paul.follow(goal);
  await paul.sees(goal);
  await setTargets(paul, alder, ['38', '60']);
  await add(paul, 'Add an activity', (dialog) => paul.type('Activity', schools, dialog));
  await paul.reads(districts);
  await paul.reads(schools);
}

export async function changeInOnePlace(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.press('Edit the goal');
  const dialog = nora.dialog('Edit the goal');
  await nora.type('Goal', renamed, dialog);
  await nora.press('Save', dialog);
  await dialog.waitFor({ state: 'detached' });
  await nora.sees(renamed);
  // The school has the same goal before it, not a copy.
  const paul = await story.as(principal);
  await paul.sees(renamed);

  await nora.menu(`More for ${renamed}`, 'History');
  await nora.sees('History');
  await nora.reads(new RegExp(`${lead} changed the goal “${renamed}”`));
  await nora.check();
}

async function setTargets(visitor: Visitor, who: string, values: [string, string]) {
  await visitor.press(`Set targets: ${who}`);
  const dialog = visitor.dialog(`Targets: ${who}`);
  await dialog.waitFor();
  await visitor.check();
  for (const [at, name] of (['Start', 'End target'] as const).entries()) {
    const point = visitor.by('group', name, dialog);
    await visitor.type('Value', values[at] ?? '', point);
    await point.getByLabel('Date').fill(at === 0 ? 'Sep 1, 2026' : 'Jun 30, 2029');
    await visitor.page.keyboard.press('Tab');
  }
  await visitor.press('Add', dialog);
  await dialog.waitFor({ state: 'detached' });
  await visitor.by('row', new RegExp(`${who} .*${values[0]}%.*${values[1]}%`)).waitFor();
}

/** Adds to the plan in the dialog that this button opens. */
async function add(visitor: Visitor, button: string, fill: (dialog: Dialog) => Promise<void>) {
  await visitor.by('button', button).first().click();
  const dialog = visitor.dialog(button);
  await dialog.waitFor();
  await fill(dialog);
  await visitor.check();
  await visitor.press('Add', dialog);
  await dialog.waitFor({ state: 'detached' });
}

type Dialog = ReturnType<Visitor['dialog']>;
