// How a plan is thought through: a goal made measurable, its reasons and student groups, a strategy
// from the library with what goes on already in view, its readiness, activities that wait for
// others, and the timeline. In the demonstration district, on a desktop and on a phone.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { Server } from '../../tests/api/harness/server';
import { startBrowser } from './harness/browser';
import { Visitor } from './harness/visitor';

delete process.env.TANDEM_TEST_POSTGRESQL;

const password = 'tandem-demo-2026';
const lead = 'marcus.oyelaran@tamarackshores.example';
const goal = 'Every graduate leaves with a plan';
const measure = 'Graduates with a credential or college credit';
const statement = 'By June 2029 nine of ten graduates leave with a credential or college credit.';

describe.each([
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)('a plan thought through, on a %s', (_, screen) => {
  let server: Server;
  let browser: Browser;
  let marcus: Visitor;

  beforeAll(async () => {
    server = await Server.start();
    const { code, stderr } = await server.run('demo');
    if (code !== 0) throw new Error(stderr);
    browser = await startBrowser();
    marcus = await Visitor.open('Marcus', browser, screen, server.origin);
    await marcus.page.goto('/');
    await marcus.type('E-mail', lead);
    await marcus.type('Password', password);
    await marcus.press('Sign in');
    await marcus.sees(/^Hello/);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const add = async (button: string, fill: (dialog: ReturnType<Visitor['dialog']>) => unknown) => {
    await marcus.by('button', button).first().click();
    const dialog = marcus.dialog(button);
    await dialog.waitFor();
    await fill(dialog);
    await marcus.check();
    await marcus.press('Add', dialog);
    await dialog.waitFor({ state: 'detached' });
  };

  test('a goal says what it answers, and is told what keeps it from being measured', async () => {
    await marcus.go('Our plan', /plan/i);
    await add('Add a goal', async (dialog) => {
      await marcus.type('Challenge', 'Many graduates leave with nothing in hand.', dialog);
      await marcus.type('Goal', goal, dialog);
    });
    await marcus.sees(goal);
    await marcus.reads('Many graduates leave with nothing in hand.');
    await marcus.reads('4 things to mend');
    await marcus.press('Mend it: It does not say for whom');
    const dialog = marcus.dialog('Edit the goal');
    await marcus.type('In full', statement, dialog);
    await marcus.type('For whom', 'All graduates', dialog);
    await dialog.getByLabel('Until').first().fill('Jun 30, 2029');
    await marcus.page.keyboard.press('Tab');
    await marcus.press('Save', dialog);
    await dialog.waitFor({ state: 'detached' });
    await marcus.reads('1 thing to mend');
    await add('Add a measure', (form) => marcus.type('Measure', measure, form));
    await marcus.reads(`${measure}: nobody knows where it starts`);
    await marcus.check();
  });

  test('targets are set for a student group, and none about a small one', async () => {
    await marcus.pick('Set targets for a student group', 'English learners');
    const dialog = marcus.dialog('Targets: English learners, The district');
    await dialog.waitFor();
    for (const [name, value, day] of [
      ['Start', '40', 'Jun 30, 2026'],
      ['End target', '80', 'Jun 30, 2029'],
    ] as const) {
      const point = marcus.by('group', name, dialog);
      await marcus.type('Value', value, point);
      await point.getByLabel('Date').fill(day);
      await marcus.page.keyboard.press('Tab');
    }
    await marcus.type('Students it is about', '7', dialog);
    await marcus.press('Add', dialog);
    await marcus.reads(/fewer than ten students must not be kept/, dialog);
    await marcus.type('Students it is about', '52', dialog);
    await marcus.press('Add', dialog);
    await dialog.waitFor({ state: 'detached' });
    await marcus.by('row', /English learners, The district .*40%.*80%/).waitFor();
    await marcus.check();
  });

  test('a school says why the goal applies to it', async () => {
    await marcus.press('0 of 8 schools have said why');
    await marcus.page
      .getByRole('button', { name: /^Say why it applies to/ })
      .first()
      .click();
    const dialog = marcus.page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: 'Why this goal applies here' })
      .fill('Half of ours leave without one.');
    await marcus.press('Add', dialog);
    await dialog.waitFor({ state: 'detached' });
    await marcus.reads('1 of 8 schools have said why');
    await marcus.reads('Half of ours leave without one.');
    await marcus.check();
  });

  test('a strategy comes from the library, with what goes on already in view', async () => {
    await add('Add a strategy', async (dialog) => {
      await marcus.reads(/initiatives are already going on/, dialog);
      await marcus.reads(/Reading volunteers from the senior center/, dialog);
      await marcus.pick('From the library', 'Intensive tutoring in small groups', dialog);
      await marcus.holds(marcus.input('Strategy', dialog), 'Intensive tutoring in small groups');
    });
    await marcus.reads('From the library:');
    await marcus.reads(/Nickow, Oreopoulos and Quan/);
    await marcus.press('Look at the readiness: Intensive tutoring in small groups');
    const dialog = marcus.dialog('How ready is it?');
    await dialog.waitFor();
    await dialog
      .getByRole('radiogroup', { name: 'Resources' })
      .getByText('2', { exact: true })
      .click();
    await marcus.check();
    await marcus.press('Add', dialog);
    await dialog.waitFor({ state: 'detached' });
    await marcus.reads('Not ready yet');
    await marcus.press('Details of the readiness: Intensive tutoring in small groups');
    await marcus.reads('2 of 5');
    await marcus.check();
  });

  test('an activity waits for another, and a date that does not fit is told', async () => {
    await add('Add an activity', async (dialog) => {
      await marcus.type('Activity', 'Find the tutors', dialog);
      await dialog.getByLabel('Due').first().fill('Mar 1, 2027');
      await marcus.page.keyboard.press('Tab');
    });
    await add('Add an activity', async (dialog) => {
      await marcus.type('Activity', 'Begin tutoring', dialog);
      await dialog.getByLabel('Due').first().fill('Feb 1, 2027');
      await marcus.page.keyboard.press('Tab');
      await marcus.pick('Waits for', 'Find the tutors', dialog);
      await marcus.page.keyboard.press('Tab');
    });
    await marcus.reads('Waits for: Find the tutors');
    await marcus.reads(/Due before what it waits for: “Find the tutors” is due Mar 1, 2027/);
    await marcus.check();
  });

  test('the timeline has it, by goal and by school', async () => {
    await marcus.go('Our plan', /plan/i);
    await marcus.follow('Timeline');
    await marcus.sees('Timeline');
    await marcus.reads('Begin tutoring');
    await marcus.page.getByText('By school', { exact: true }).click();
    await marcus.by('region', 'The district').waitFor();
    await marcus.check();
  });

  test('the library and the inventory are kept', async () => {
    await marcus.go('Strategy library');
    await add('Add to the library', async (dialog) => {
      await marcus.type('Strategy', 'Career pathways from grade 9', dialog);
      await marcus.by('radio', 'Promising', dialog).check();
      await marcus.press('Add', dialog);
      await marcus.reads(/please name it/, dialog);
      await marcus.type('Rests on', 'A study of it', dialog);
    });
    await marcus.reads('Career pathways from grade 9');
    await marcus.check();
    await marcus.go('Already going on', 'What is already going on');
    await add('Add an initiative', async (dialog) => {
      await marcus.type('Initiative', 'College fair', dialog);
      await marcus.by('radio', 'Keep it', dialog).check();
      await marcus.type('Why', 'Families like it', dialog);
    });
    await marcus.reads('College fair');
    await marcus.check();
  });
});
