// The demonstration district as its lead looks at it: on one page, in signals, on paper and in
// public; on a desktop and on a phone. Numbers are counted anew from the raw records.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Server } from '../../tests/api/harness/server';
import { type Screen, startBrowser } from './harness/browser';
import { faultsOf } from './harness/checks';
import { Visitor } from './harness/visitor';

delete process.env.TANDEM_TEST_POSTGRESQL;

const lead = { name: 'Marcus Oyelaran', email: 'marcus.oyelaran@tamarackshores.example' };
const password = 'tandem-demo-2026';

const screens: [string, Screen][] = [
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
];

interface Tally {
  not_started: number;
  in_progress: number;
  done: number;
  late: number;
  cents: number;
  used_cents: number;
}

describe.each(screens)('the district at a glance on a %s', (_, screen) => {
  let server: Server;
  let browser: Browser;
  let marcus: Visitor;
  let district: string;

  beforeAll(async () => {
    server = await Server.start();
    const { code, stderr } = await server.run('demo');
    if (code !== 0) throw new Error(stderr);
    browser = await startBrowser();
    marcus = await Visitor.open(lead.name, browser, screen, server.origin);
    await marcus.page.goto('/');
    await marcus.type('E-mail', lead.email);
    await marcus.type('Password', password);
    await marcus.press('Sign in');
    await marcus.sees(`Hello, ${lead.name}`);
    district = new URL(marcus.page.url()).pathname.split('/')[2] ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  // biome-ignore lint/suspicious/noExplicitAny: raw records, looked at by the test only
  async function raw(path: string): Promise<any> {
    const answer = await marcus.page.request.get(`/api/v1/districts/${district}${path}`);
    expect(answer.status(), path).toBe(200);
    return answer.json();
  }

  test('the dashboard says what the plan says, and each cell leads to its records', async () => {
    const page = await raw('/dashboard');
    const plan = await raw('/plan');
    const first = `${page.year.slice(0, 4)}-07-01`;
    const last = `${Number(page.year.slice(0, 4)) + 1}-06-30`;
    const today = new Date().toISOString().slice(0, 10);
    const goals = plan.goals.filter(({ status }: { status: string }) => status !== 'archived');
    expect(page.goals.map(({ id }: { id: string }) => id)).toEqual(
      goals.map(({ id }: { id: string }) => id),
    );
    const funds = await raw(`/funds/${page.year}`);
    for (const [at, goal] of goals.entries()) {
      const spent = funds.goals.find(({ goal_id }: { goal_id: string }) => goal_id === goal.id);
      const counted: Tally = {
        not_started: 0,
        in_progress: 0,
        done: 0,
        late: 0,
        cents: 0,
        used_cents: (spent?.committed_cents ?? 0) + (spent?.spent_cents ?? 0),
      };
      for (const { activities, funding } of goal.strategies) {
        for (const { status, starts_on, due_on } of activities) {
          const from = starts_on ?? due_on ?? first;
          const to = due_on ?? starts_on ?? last;
          if (status === 'dropped' || from > last || to < first) continue;
          counted[status as 'done'] += 1;
          if (status !== 'done' && due_on && due_on < today) counted.late += 1;
        }
        for (const { year, amount_cents } of funding) {
          if (year === page.year) counted.cents += amount_cents;
        }
      }
      expect(page.goals[at].tally, goal.title).toEqual(counted);
    }

    const { items: measures } = await raw('/monitoring/progress');
    const tracks: string[] = measures.flatMap(({ places }: { places: { track: string }[] }) =>
      places.map(({ track }) => track),
    );
    const among = (...words: string[]) => tracks.filter((track) => words.includes(track)).length;
    expect(page.course.on_track).toBe(among('on_track', 'reached'));
    expect(page.course.off_track).toBe(among('behind', 'off_track'));

    const { items: cycles } = await raw(`/monitoring/cycles?year=${page.year}`);
    for (const place of page.together) {
      const reports = cycles
        .filter(({ opens_on }: { opens_on: string }) => opens_on <= today)
        .flatMap((cycle: { reports: { school_id: string | null; standing: string }[] }) =>
          cycle.reports.filter(({ school_id }) => school_id === place.school_id),
        );
      const of = (...words: string[]) =>
        reports.filter(({ standing }: { standing: string }) => words.includes(standing)).length;
      expect(place.reports).toBe(reports.length);
      expect(place.reports_in).toBe(of('submitted', 'submitted_late'));
      expect(place.reports_late).toBe(of('late', 'missing'));
    }

    await marcus.go('Dashboard');
    await marcus.reads('Compare two schools');
    await marcus.reads('Working together');
    const [goal] = page.goals;
    const school = page.schools.find(({ id }: { id: string }) =>
      page.cells.some(
        (cell: { goal_id: string; school_id: string }) =>
          cell.goal_id === goal.id && cell.school_id === id,
      ),
    );
    const cell = marcus.page.getByRole('link', {
      name: new RegExp(`^${escaped(goal.title)}, ${escaped(school.name)}: `),
    });
    await cell.click();
    await marcus.page.waitForURL(`**/plan/schools/${school.id}/goals/${goal.id}`);
    await marcus.page.getByRole('heading', { level: 1 }).waitFor();
    await marcus.check();
    await marcus.page.goBack();
    await marcus.sees('Dashboard');

    await marcus.pick('Goal', goal.title);
    await marcus.page.waitForURL(/goal=/);
    await expect
      .poll(() => marcus.page.getByRole('columnheader', { name: /^\d+\. / }).count())
      .toBe(1);
    await marcus.check();
  });

  test('signals name the very records, and the next action leads there', async () => {
    const found = await raw('/signals');
    expect(found.signals).toHaveLength(6);
    await marcus.go('Signals');
    for (const title of ['Is the data picture complete?', 'Are people engaged?']) {
      await marcus.reads(title);
    }
    const signal = found.signals.find(({ next }: { next: string | null }) => next !== null);
    const check = signal.checks.find(({ key }: { key: string }) => key === signal.next);
    expect(check.missing.length).toBeGreaterThan(0);
    await marcus.page.getByText('What to do next').first().waitFor();
    const details = marcus.page.locator('details').first();
    await details.locator('summary').click();
    await details.getByText('Not yet:').waitFor();
    await marcus.check();
    await details.getByRole('link').first().click();
    await expect.poll(() => marcus.page.url()).not.toMatch(/\/signals$/);
    await marcus.page.getByRole('heading', { level: 1 }).waitFor();
    await marcus.check();
  });

  test('documents come as pages, PDF, workbook and CSV', async () => {
    await marcus.go('Documents');
    const kinds: [string | RegExp, string, string][] = [
      ['Summary for the board: Read and print (new tab)', 'text/html', '<!do'],
      ['Summary for the board: PDF (new tab)', 'application/pdf', '%PDF'],
      ['The full plan: Workbook (XLSX)', 'application/vnd.openxml', 'PK'],
      ['All tables: CSV files (ZIP)', 'application/zip', 'PK'],
    ];
    for (const [name, type, begins] of kinds) {
      const href = await marcus.by('link', name).getAttribute('href');
      const answer = await marcus.page.request.get(href ?? '');
      expect(answer.status(), String(name)).toBe(200);
      expect(answer.headers()['content-type']).toContain(type);
      expect((await answer.body()).subarray(0, begins.length).toString()).toBe(begins);
    }
    const opened = marcus.page.context().waitForEvent('page');
    await marcus.follow('Summary for the board: Read and print (new tab)');
    const board = await opened;
    await board.waitForLoadState();
    expect((await faultsOf(board)).join('\n')).toBe('');
    await board.close();
  });

  test('the community reads the plan, without names, only while it is switched on', async () => {
    const address = `/public/${(await raw('')).code}`;
    const stranger = await Visitor.open('A parent', browser, screen, server.origin);
    await stranger.page.goto(address);
    await stranger.page.getByRole('heading', { level: 2, name: 'What this is' }).waitFor();
    await stranger.check();
    const text = await stranger.page.locator('body').textContent();
    expect(text).not.toContain(lead.name);
    expect(text).not.toMatch(/@tamarackshores/);

    await marcus.go('Documents');
    await marcus.press('Set up the page');
    const form = marcus.dialog('Set up the page');
    await form.waitFor();
    await marcus.check();
    await form.getByLabel('Everybody can read the plan and its progress').press('Space');
    await marcus.press('Save', form);
    await form.waitFor({ state: 'detached' });
    await marcus.reads('Switched off');
    const gone = await stranger.page.request.get(address);
    expect(gone.status()).toBe(404);
    expect(await gone.text()).toContain('This page is not here');
    await stranger.close();
  });
});

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
