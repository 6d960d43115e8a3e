// Money: a source that is not planned beyond what it has in silence, spending against a line,
// equity of funding recomputed from the raw records, and a reallocation looked at and carried out.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Server } from '../../tests/api/harness/server';
import { type Screen, startBrowser } from './harness/browser';
import { Visitor } from './harness/visitor';

delete process.env.TANDEM_TEST_POSTGRESQL;

const password = 'tandem-demo-2026';
const screens: Screen[] = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

interface School {
  id: string;
  name: string;
  status: string;
  pupils: number | null;
  disadvantaged_pupils: number | null;
}
interface Line {
  school_id: string | null;
  year: string;
  amount_cents: number;
}
interface Goal {
  all_schools: boolean;
  schools: string[];
  strategies: { funding: Line[] }[];
}

describe.each(screens)('money at $width', (screen) => {
  let server: Server;
  let browser: Browser;
  let angela: Visitor;

  beforeAll(async () => {
    server = await Server.start();
    const { code, stderr } = await server.run('demo', '--if-empty');
    if (code !== 0) throw new Error(stderr);
    browser = await startBrowser();
    angela = await Visitor.open('Angela Beaudry', browser, screen, server.origin);
    await angela.page.goto('/');
    await angela.type('E-mail', 'angela.beaudry@tamarackshores.example');
    await angela.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await angela.press('Sign in');
    await angela.sees('Hello, Angela Beaudry');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** The API as this person's browser asks it. */
  const read = <T>(path: string): Promise<T> =>
    angela.page.evaluate(async (below) => {
      const district = location.pathname.split('/')[2];
      return (await fetch(`/api/v1/districts/${district}/${below}`)).json();
    }, path);

  test('a source is not planned beyond what it has without a reason', async () => {
    await angela.go('Money', "The plan's money");
    await angela.reads(/Lakeshore Community Foundation grant has \$40,000, and \$43,000/);
    await angela.press('Set what is available: General fund');
    const dialog = angela.page.getByRole('dialog');
    await angela.type('Available', '40,000', dialog);
    await angela.reads(/\$42,500 are planned from it already: \$2,500 more/, dialog);
    await angela.check();
    await angela.press('Save', dialog);
    await angela.reads('Please say why. It is shown wherever this money is.', dialog);
    await dialog
      .getByRole('textbox', { name: /Go ahead nevertheless/ })
      .fill('The board decides in March');
    await angela.press('Save', dialog);
    await dialog.waitFor({ state: 'detached' });
    await angela.reads(/General fund has \$40,000, and \$42,500/);
    await angela.reads(/“The board decides in March” \(Angela Beaudry\)/);
    await angela.check();
  });

  test('money is shown by school, goal, strategy and line', async () => {
    for (const view of ['Goal', 'Strategy', 'Line']) {
      await angela.page.getByText(view, { exact: true }).first().click();
      await angela.page.getByRole('region', { name: new RegExp(`^Money by ${view} in`) }).waitFor();
      await angela.check();
    }
  });

  test('spending is entered against a line, and more than it has needs a reason', async () => {
    await angela.page
      .getByRole('link', { name: /^Title I, Part A: Lighthouse/ })
      .first()
      .click();
    await angela.page.getByRole('heading', { level: 1, name: /^Title I, Part A, / }).waitFor();
    await angela.check();
    await angela.by('button', 'Enter spending').first().click();
    const dialog = angela.dialog('Enter spending');
    await dialog.getByRole('textbox', { name: /^Amount/ }).fill('12,000');
    await angela.reads(/The line has \$9,900 left: this is \$2,100 more/, dialog);
    await angela.check();
    await dialog.getByRole('textbox', { name: /^Amount/ }).fill('1,250.50');
    await angela.type('Paid to', 'Harbor Books', dialog);
    await angela.press('Add', dialog);
    await dialog.waitFor({ state: 'detached' });
    await angela.by('row', /Harbor Books.*\$1,250\.50/).waitFor();
    await angela.check();
  });

  test('equity is what the raw records say', async () => {
    await angela.go('Money', "The plan's money");
    await angela.follow('Equity of funding');
    await angela.sees('Equity of funding');
    const table = angela.page.getByRole('region', { name: /^Need and money of each school/ });
    await table.waitFor();
    const { goals } = await read<{ goals: Goal[] }>('plan');
    const { items: schools } = await read<{ items: School[] }>('schools');
    const year = (await table.getAttribute('aria-label'))?.slice(-7) ?? '';
    const dollars = (cents: number) =>
      new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
        .format(cents / 100)
        .replace(/\.00$/, '');
    const perPupil = schools.map(({ id, pupils }) => {
      let cents = 0;
      for (const goal of goals) {
        const among = goal.all_schools ? schools.map((one) => one.id) : goal.schools;
        const inAll = schools
          .filter((one) => among.includes(one.id))
          .reduce((sum, one) => sum + (one.pupils ?? 0), 0);
        for (const line of goal.strategies.flatMap(({ funding }) => funding)) {
          if (line.year !== year) continue;
          if (line.school_id === id) cents += line.amount_cents;
          else if (line.school_id === null && among.includes(id))
            cents += (line.amount_cents * (pupils ?? 0)) / inAll;
        }
      }
      return { id, pupils: pupils ?? 0, amount: cents / (pupils ?? 1) };
    });
    for (const school of schools) {
      const row = table.getByRole('row', { name: new RegExp(`^${school.name}`) });
      const { amount } = perPupil.find(({ id }) => id === school.id) ?? { amount: 0 };
      // Sharing out whole cents moves a school's sum by a few cents, its amount per pupil by less
      // than one.
      const near = [-1, 0, 1].map((by) => dollars(Math.round(amount) + by));
      expect(near).toContain(await row.getByRole('cell').nth(5).textContent());
      const need = 1 + (0.4 * (school.disadvantaged_pupils ?? 0)) / (school.pupils ?? 1);
      expect(await row.getByRole('cell').nth(1).textContent()).toBe(need.toFixed(2));
    }
    const pupils = perPupil.reduce((sum, one) => sum + one.pupils, 0);
    const mean = perPupil.reduce((sum, one) => sum + one.pupils * one.amount, 0) / pupils;
    const variance =
      perPupil.reduce((sum, one) => sum + one.pupils * (one.amount - mean) ** 2, 0) / pupils;
    let differences = 0;
    for (const a of perPupil)
      for (const b of perPupil) differences += a.pupils * b.pupils * Math.abs(a.amount - b.amount);
    const statistic = async (name: RegExp) =>
      Number(await angela.by('row', name).getByRole('cell').first().textContent());
    expect(await statistic(/^Coefficient of variation/)).toBeCloseTo(Math.sqrt(variance) / mean, 3);
    expect(await statistic(/^Gini coefficient/)).toBeCloseTo(
      differences / (2 * pupils ** 2 * mean),
      3,
    );
    await angela.check();
  });

  test('a reallocation is looked at, carried out, and makes no money', async () => {
    const year = (
      await angela.page.getByRole('region', { name: /^Need and money/ }).getAttribute('aria-label')
    )?.slice(-7);
    const planned = async () =>
      (await read<{ planned_cents: number }>(`funds/${year}`)).planned_cents;
    const before = await planned();
    await angela.follow('What if we moved money');
    await angela.sees('What if we moved money');
    await pick('Take from', /^Section 31a, at-risk: Tamarack Shores High School/);
    await pick('Give to', /^A new line/);
    await pick('Strategy', /^Common units and common checks/);
    await pick('For', /^Tamarack Shores Middle School/);
    await angela.page.getByRole('textbox', { name: /^Amount/ }).fill('1,500');
    await angela.press('Add the move');
    await angela.page
      .getByRole('heading', { name: 'Statistics, now and after' })
      .or(angela.page.getByRole('region', { name: 'Statistics, now and after' }))
      .first()
      .waitFor();
    await angela.by('row', /Tamarack Shores Middle School.*\(new\) \$0 \$1,500/).waitFor();
    await angela.check();
    expect(await planned()).toBe(before);
    // What is put in stays over a reload.
    await angela.page.reload();
    await angela.by('row', /Tamarack Shores Middle School.*\(new\) \$0 \$1,500/).waitFor();
    await angela.press('Carry out the moves');
    await angela.reads('Please fill this in.');
    await angela.page.getByRole('textbox', { name: /^Why/ }).fill('The middle school has less');
    await angela.press('Carry out the moves');
    await angela.reads('The money was moved.');
    await angela.reads('The middle school has less');
    await angela.check();
    expect(await planned()).toBe(before);
  });

  async function pick(field: string, option: RegExp): Promise<void> {
    await angela.page.getByRole('combobox', { name: new RegExp(`^${field}`) }).click();
    await angela.page.getByRole('option', { name: option }).first().click();
  }
});
