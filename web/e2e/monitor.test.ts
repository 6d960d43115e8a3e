// Monitoring in a real browser, on the demonstration district: a principal reports and submits,
// looks at a chart, proposes a change; the district decides, evaluates and looks at the roll-over.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Server } from '../../tests/api/harness/server';
import { startBrowser } from './harness/browser';
import { Visitor } from './harness/visitor';

delete process.env.TANDEM_TEST_POSTGRESQL;
const password = 'tandem-demo-2026';

describe.each([
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
])('monitoring on a %s', (_, screen) => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await Server.start();
    const { code, stderr } = await server.run('demo');
    if (code !== 0) throw new Error(stderr);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function signedIn(name: string, email: string): Promise<Visitor> {
    const visitor = await Visitor.open(name, browser, screen, server.origin);
    await visitor.page.goto('/');
    await visitor.type('E-mail', email);
    await visitor.type('Password', password);
    await visitor.press('Sign in');
    await visitor.sees(/Hello/);
    return visitor;
  }

  test('a principal reports, submits, and sees what the chart says', async () => {
    const dana = await signedIn('Dana', 'dana.whitlock@tamarackshores.example');
    await dana.go('Monitoring');
    await dana.page.getByRole('link', { name: /^Birchbark.*Winter: To be submitted/ }).click();
    await dana.sees('Winter: Birchbark Elementary School');

    // Two numbers about few students: neither is ever shown.
    const measure = 'Grade 3 students proficient in English language arts';
    await dana.press(`Add a value: ${measure}`);
    const dialog = dana.dialog(`Add a value: ${measure}`);
    await dialog.getByLabel('Date').fill('2026-10-05');
    await dana.pick('Students', 'Students with disabilities', dialog);
    await dana.type('Students who did', '3', dialog);
    await dana.type('Students counted', '7', dialog);
    await dana.press('Add a value', dialog);
    await dialog.waitFor({ state: 'detached' });
    await dana.reads('Not shown');
    expect(await dana.page.getByText('42.9').count()).toBe(0);

    const attendance = dana.page.getByRole('article', { name: /attendance team/ });
    const advisory = dana.page.getByRole('article', { name: /^Advisory/ });
    for (const strategy of [attendance, advisory]) {
      await strategy.getByRole('radio', { name: /^Mostly/ }).check();
    }
    await attendance.getByRole('textbox', { name: 'Students reached' }).fill('6');
    await attendance.getByRole('textbox', { name: 'Students reached' }).blur();
    await dana.holds(
      attendance.getByRole('textbox', { name: 'Students reached' }),
      'fewer than ten',
    );
    await advisory
      .getByRole('textbox', { name: 'What do you make of it?' })
      .fill('Two more rooms began.');
    await advisory.getByRole('textbox', { name: 'What do you make of it?' }).blur();
    await dana.saved();
    await dana.reads('Every strategy is rated. You can submit.');
    await dana.check();
    await dana.press('Submit the report');
    await dana.reads(/^Submitted by Dana Whitlock/);
    await dana.check();

    await dana.go('Monitoring');
    await dana.follow('Results');
    await dana.sees('Results');
    await dana.follow('Students who are chronically absent');
    await dana.sees('Students who are chronically absent');
    await dana.pick('Where', 'Tamarack Shores Middle School');
    await dana.reads(/Something changed in/);
    await dana.by('table', /by date: Tamarack Shores Middle School/).waitFor();
    await dana.check();
    await dana.close();
  });

  test('a change is proposed, decided with a reason, and in the plan', async () => {
    const title = 'Read aloud every day';
    const rosa = await signedIn('Rosa', 'rosa.delgado@tamarackshores.example');
    await rosa.go('Monitoring');
    await rosa.follow('Adjustments');
    await rosa.sees('Adjustments');
    await rosa.press('Propose a change');
    const propose = rosa.dialog('Propose a change');
    await rosa.pick('Strategy', 'Structured literacy in every K-3 classroom', propose);
    await rosa.type('The change in a few words', title, propose);
    await rosa.type('Why', 'It happens in half of the rooms.', propose);
    await rosa.pick('What it does to the plan', 'A new activity', propose);
    await rosa.type('New activity', 'Read-aloud plan for each grade', propose);
    await rosa.press('Propose', propose);
    await propose.waitFor({ state: 'detached' });
    await rosa.reads(title);
    const marcus = await signedIn('Marcus', 'marcus.oyelaran@tamarackshores.example');
    await marcus.go('Monitoring');
    await marcus.follow('Adjustments');
    await marcus.sees('Adjustments');
    const seen = marcus.page.getByRole('article', { name: title });
    await seen.getByText('The building team decides this.').waitFor();
    await seen.getByRole('link', { name: /How a strategy is carried out in a building/ }).waitFor();
    expect(await seen.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await marcus.check();

    const card = rosa.page.getByRole('article', { name: title });
    await rosa.press('Accept', card);
    const decide = rosa.dialog('Accept this change?');
    await rosa.type('Reason', 'The walkthroughs say the same.', decide);
    await rosa.press('Accept', decide);
    await decide.waitFor({ state: 'detached' });
    await rosa.check();
    await rosa.close();
    await marcus.go('Our plan', /plan/i);
    await marcus.follow('Third graders read at grade level');
    await marcus.reads('Read-aloud plan for each grade');

    await marcus.go('Monitoring');
    await marcus.follow('Learning cycles');
    await marcus.sees('Learning cycles');
    await marcus.go('Monitoring');
    await marcus.follow('Evaluation');
    await marcus.sees('Evaluation');
    const mentor = 'Advisory: every student known by an adult';
    await marcus.press(`Evaluate: ${mentor}`);
    const judge = marcus.page.getByRole('dialog', { name: new RegExp(mentor) });
    await marcus.pick('Conclusion', 'Stop', judge);
    await marcus.type('Reason', 'Students do not name an adult more often.', judge);
    await marcus.press('Save', judge);
    await judge.waitFor({ state: 'detached' });
    await marcus.check();
    await marcus.follow('Into the next year');
    await marcus.page.getByRole('heading', { name: 'Strategies that stop' }).waitFor();
    await marcus.reads(mentor);
    await marcus.reads('Students do not name an adult more often.');
    await marcus.check();

    // Into the next year: open activities move, what stops is dropped, nothing is copied.
    await marcus.press('Move all');
    await marcus.press(/^Go into 20/);
    await marcus.press('Go on', marcus.page.getByRole('dialog', { name: /^Go into/ }));
    await marcus.reads(/^The plan went on from/);
    expect(await marcus.page.getByRole('button', { name: /^Go into/ }).count()).toBe(0);
    await marcus.check();
    await marcus.go('Our plan', /plan/i);
    await marcus.follow('Students come to school and belong here');
    await marcus.reads(/Students do not name an adult more often/);
    await marcus.close();
  });
});
