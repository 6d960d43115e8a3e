// From data to a challenge, in a school and at the district, on a desktop and on a phone.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, TestDistrict } from '../../tests/api/harness/district';
import { type Screen, startBrowser } from './harness/browser';
import { Visitor } from './harness/visitor';

delete process.env.TANDEM_TEST_POSTGRESQL;

const table = `day\tcategory\tgroup\tn\tpercent
2025-05-15\t\tAll students\t120\t44
2026-05-15\t\tAll students\t118\t41
2026-05-15\tIncome\tLow income\t112\t38.75
2026-05-15\tIncome\tOthers\t6\t83.5
someday\tIncome\tOthers\t20\t50`;

describe.each<[string, Screen]>([
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
])('needs, %s', (_, screen) => {
  let district: TestDistrict;
  let browser: Browser;
  let paul: Visitor;
  let tessa: Visitor;
  let nora: Visitor;

  beforeAll(async () => {
    district = await TestDistrict.start();
    browser = await startBrowser();
    const north = district.schools.north.id;
    paul = await come('Paul', { role: 'school_lead', school_id: north });
    tessa = await come('Tessa', { role: 'school_member', school_id: north });
    nora = await come('Nora', { role: 'district_member', school_id: null });
  });
  afterAll(async () => {
    await browser?.close();
    await district?.stop();
  });

  type Grant = {
    role: 'school_lead' | 'school_member' | 'district_member';
    school_id: string | null;
  };
  async function come(name: string, grant: Grant): Promise<Visitor> {
    const email = `${name.toLowerCase()}@example.org`;
    await district.signedInPerson({ name, email, grants: [grant] });
    const visitor = await Visitor.open(name, browser, screen, district.server.origin);
    await visitor.page.goto('/');
    await visitor.type('E-mail', email);
    await visitor.type('Password', password);
    await visitor.press('Sign in');
    await visitor.sees(`Hello, ${name}`);
    return visitor;
  }

  test('a data set is pasted, seen as a chart and a table, and gives nobody away', async () => {
    await paul.go('Needs and causes', 'Needs and causes: North Elementary');
    await paul.press('Add a data set');
    const dialog = paul.dialog('Add a data set');
    await dialog.waitFor();
    await paul.check();
    await paul.type('In a few words', 'Grade 3 reading', dialog);
    await paul.type('Source', 'State assessment', dialog);
    await paul.press('Add', dialog);
    await paul.sees('Grade 3 reading');

    await paul.press('Enter values');
    const values = paul.dialog('Values: Grade 3 reading');
    await values.waitFor();
    await paul.check();
    await paul.type('Pasted table', 'percent\n40', values);
    await paul.press('Put into the rows', values);
    await paul.reads(/names no column for day/, values);
    await paul.type('Pasted table', table, values);
    await paul.press('Put into the rows', values);
    await paul.reads(/^4 rows were read/, values);
    await paul.reads(/^Line 6: "someday" is not a date/, values);
    await paul.press('Save', values);
    await values.waitFor({ state: 'detached' });
    await paul.reads(/^2 values are withheld/);
    await paul.by('img', 'Chart: Grade 3 reading').locator('svg').first().waitFor();
    await paul.check();
    const page = await paul.page.content();
    for (const secret of ['83.5', '38.75', '112']) expect(page).not.toContain(`>${secret}`);

    // What is withheld is kept when other values are changed.
    await paul.press('Change values');
    await values.waitFor();
    await paul.reads('withheld, kept as it is', values);
    await paul.input('Value (%)', values).first().fill('45');
    await paul.press('Save', values);
    await values.waitFor({ state: 'detached' });
    await paul.reads('45%');
    await paul.reads(/^2 values are withheld/);
  });

  test('a need is stated with its gap', async () => {
    await paul.go('Needs and causes', 'Needs and causes: North Elementary');
    await paul.press('Add a need');
    const dialog = paul.dialog('Add a need');
    await dialog.waitFor();
    await paul.type('In a few words', 'Third graders do not read yet', dialog);
    await paul.type('Where we are: As a number', '41', dialog);
    await paul.press('Add', dialog);
    await paul.reads('Fill in both, so that the gap can be stated.', dialog);
    await paul.type('Where we want to be: As a number', '60', dialog);
    await paul.type('Unit, such as %', '%', dialog);
    await paul.check();
    await paul.press('Add', dialog);
    await paul.sees('Third graders do not read yet');
    await paul.reads('Gap: +19 points');
  });

  test('two people look for the cause together', async () => {
    await tessa.page.goto(paul.page.url());
    await tessa.sees('Third graders do not read yet');
    await why(paul, 'Add a first why', 'Lessons differ from room to room', false);
    await tessa.reads('Lessons differ from room to room');
    await why(
      tessa,
      'Ask why: Lessons differ from room to room',
      'There is no common program',
      true,
    );
    await paul.reads('There is no common program');
    await paul.reads('Why 2');
    await paul.check();

    await paul.page.getByText('Fishbone (0)').click();
    await why(paul, 'Add: Time and schedule', 'The reading block is cut short', false);
    await paul.reads('The reading block is cut short');
    await paul.check();
    await tessa.page.getByText('Fishbone (1)').waitFor();
  });

  async function why(visitor: Visitor, button: string, cause: string, root: boolean) {
    await visitor.press(button);
    const dialog = visitor.dialog('Add a cause');
    await dialog.waitFor();
    await visitor.check();
    await visitor.type('Cause', cause, dialog);
    await visitor.type('What tells us so', 'Seen in four rooms', dialog);
    await visitor.by('combobox', 'Can we act on it?', dialog).selectOption('Yes');
    if (root) await dialog.getByRole('checkbox').check();
    await visitor.press('Add', dialog);
    await dialog.waitFor({ state: 'detached' });
  }

  test('need and root cause become a challenge, and the school reports', async () => {
    await paul.press('Write the statement');
    const dialog = paul.dialog('Challenge statement');
    await dialog.waitFor();
    await paul.press('Put need and root causes together', dialog);
    await paul.check();
    await paul.press('Save', dialog);
    await dialog.waitFor({ state: 'detached' });
    await paul.reads('Third graders do not read yet because there is no common program.');

    await paul.go('Needs and causes', 'Needs and causes: North Elementary');
    await paul.reads('Nothing reported yet.');
    await paul.press('Report to the district');
    const report = paul.dialog('Report needs and causes to the district');
    await report.waitFor();
    await paul.type('A word to the district team', 'Help us choose a program.', report);
    await paul.press('Report to the district', report);
    await report.waitFor({ state: 'detached' });
    await paul.reads('The district has what stands here.');
    await paul.follow('Report 1');
    await paul.sees('North Elementary: report 1');
    await paul.reads('Help us choose a program.');
  });

  test('the district gathers, and draws its need and cause with the links kept', async () => {
    await nora.go('Needs and causes');
    await nora.follow('See what schools report');
    await nora.sees('What schools report');
    await nora.reads('1 of 2 schools have reported');
    await nora.press('Draw a district need');
    const dialog = nora.dialog('Add a need');
    await dialog.waitFor();
    await nora.type('In a few words', 'Reading is taught in many ways', dialog);
    await nora.press('Add', dialog);
    await nora.sees('Reading is taught in many ways');
    await nora.by('heading', 'What schools found').waitFor();
    await nora.press('Take over as a cause: There is no common program');
    const cause = nora.dialog('Add a cause');
    await cause.waitFor();
    await nora.press('Add', cause);
    await nora.reads("From a school's report");
    await nora.reads('Taken over');
    await nora.check();
    await nora.follow('Report 1');
    await nora.sees('North Elementary: report 1');
  });
});
