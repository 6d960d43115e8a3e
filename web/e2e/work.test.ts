// Barriers, communication with calendars, commitments, decisions, procedures and skills, as a
// principal and the district team use them: on a desktop and on a phone.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, TestDistrict } from '../../tests/api/harness/district';
import { type Screen, startBrowser } from './harness/browser';
import { Visitor } from './harness/visitor';

delete process.env.TANDEM_TEST_POSTGRESQL;

const principal = { name: 'Paul Okoye', email: 'paul.okoye@mapleridge.example' };
const lead = { name: 'Nora Whitfield', email: 'nora.whitfield@mapleridge.example' };
const longTitle =
  'Buses come ten minutes after the bell on most days, so that the reading hour begins without a third of the children';

const screens: [string, Screen][] = [
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 390, height: 844 }],
];

describe.each(screens)('the work on a %s', (_, screen) => {
  let district: TestDistrict;
  let browser: Browser;
  let paul: Visitor;
  let nora: Visitor;

  beforeAll(async () => {
    district = await TestDistrict.start();
    browser = await startBrowser();
    await district.signedInPerson({
      ...principal,
      grants: [{ role: 'school_lead', school_id: district.schools.north.id }],
    });
    await district.signedInPerson({
      ...lead,
      grants: [{ role: 'district_lead', school_id: null }],
    });
    paul = await signIn(principal);
    nora = await signIn(lead);
  });
  afterAll(async () => {
    await browser?.close();
    await district?.stop();
  });

  async function signIn(who: typeof principal): Promise<Visitor> {
    const visitor = await Visitor.open(who.name, browser, screen, district.server.origin);
    await visitor.page.goto('/');
    await visitor.type('E-mail', who.email);
    await visitor.type('Password', password);
    await visitor.press('Sign in');
    await visitor.sees(`Hello, ${who.name}`);
    return visitor;
  }

  test('a school raises a barrier and the district answers', async () => {
    await paul.go('Barriers');
    await paul.page.getByRole('button', { name: 'Add a barrier' }).first().click();
    const form = paul.dialog('Add a barrier');
    await form.waitFor();
    await paul.press('Add a barrier', form);
    await paul.reads('Please say what stands in the way', form);
    await paul.check();
    await paul.type('What stands in the way', longTitle, form);
    await paul.type('What we do about it', 'Grade 1 begins with what can be missed.', form);
    await paul.type('Who answers for it', principal.name, form);
    await paul.by('option', principal.name).click();
    await paul.press('Add a barrier', form);
    await form.waitFor({ state: 'detached' });
    await paul.follow(longTitle);
    await paul.sees(longTitle);
    await paul.press('Raise it to the district');
    const ask = paul.dialog('Raise it to the district');
    await paul.type('What do you ask of the district?', 'Please talk to the company.', ask);
    await paul.press('Raise it to the district', ask);
    await paul.reads('The district team has not answered yet.');
    await paul.check();

    await nora.go('Home', `Hello, ${lead.name}`);
    await nora.page.getByRole('link', { name: longTitle }).click();
    await nora.sees(longTitle);
    await nora.press('Answer the school');
    const answer = nora.dialog('Answer the school');
    await answer.waitFor();
    await nora.check();
    await nora.type('In your words', 'We meet them on the third of December.', answer);
    await nora.press('Answer the school', answer);
    await nora.reads('The district takes it up');

    // It comes to the school's page by itself.
    await paul.reads('We meet them on the third of December.');
    await paul.reads('Taken up in:');
    await paul.check();
    await nora.go('Barriers');
    await nora.reads('1 school');
  });

  test('what is to be told waits for its owner until it is done', async () => {
    await paul.go('Communication');
    await paul.reads('Nothing planned yet');
    await paul.page.getByRole('button', { name: 'Plan a communication' }).first().click();
    const form = paul.dialog('Plan a communication');
    await paul.type('Message', 'How to read together at home', form);
    await paul.type('Audience', 'Families of kindergarten', form);
    await paul.type('Who does it', principal.name, form);
    await paul.by('option', principal.name).click();
    await paul.pick('How often', 'every week', form);
    await paul.check();
    await paul.press('Plan a communication', form);
    await form.waitFor({ state: 'detached' });
    await paul.go('Home', `Hello, ${principal.name}`);
    await paul.page.getByRole('link', { name: /How to read together at home/ }).click();
    await paul.sees('How to read together at home');
    await paul.press('Mark as done');
    const done = paul.dialog('Mark as done');
    await paul.type('Note', 'At the gate, in two languages.', done);
    await paul.press('Mark as done', done);
    await paul.reads('At the gate, in two languages.');
    await paul.check();
    await paul.go('Communication');
    await paul.by('heading', 'Coming up').waitFor();
  });

  test('a calendar address can be read without signing in, until it is withdrawn', async () => {
    await paul.follow('Calendars');
    await paul.sees('Calendars');
    await paul.press('Make the address');
    const address = (await paul.page.locator('pre, code').first().textContent()) ?? '';
    await paul.check();
    const calendar = await fetch(address);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(await calendar.text()).toContain('SUMMARY:How to read together at home');
    await paul.press('Withdraw: What I have to do');
    await paul.press('Withdraw', paul.dialog('Withdraw this address?'));
    await paul.reads('None yet.');
    expect((await fetch(address)).status).toBe(404);
    await paul.check();
  });

  test('a commitment is acknowledged and reviewed by the other side', async () => {
    await nora.go('Commitments');
    await nora.page.getByRole('button', { name: 'Make a commitment' }).first().click();
    const form = nora.dialog('Make a commitment');
    await nora.pick('For', 'North Elementary', form);
    await nora.type('What is promised', 'A coach, half time', form);
    await nora.press('Promise it', form);
    await form.waitFor({ state: 'detached' });
    await nora.reads('Not acknowledged yet');
    await nora.check();

    await paul.go('Commitments');
    await paul.press('Acknowledge: A coach, half time');
    await paul.press('Acknowledge', paul.dialog('Acknowledge this commitment'));
    await paul.press('Was it kept: A coach, half time');
    const review = paul.dialog('Was it kept?');
    await paul.by('radio', 'Partly kept', review).check();
    await paul.type('In your words', 'From January on.', review);
    await paul.check();
    await paul.press('Was it kept?', review);
    await review.waitFor({ state: 'detached' });
    await nora.reads('From January on.');
    await nora.check();
  });

  test('who decides what, by which procedure', async () => {
    await nora.go('Decisions and procedures');
    await nora.press('Add a procedure');
    const procedure = nora.dialog('Add a procedure');
    await nora.type('What it is about', 'How we meet', procedure);
    await nora.type('How it is done', 'The agenda goes out a week before.', procedure);
    await nora.press('Add', procedure);
    await procedure.waitFor({ state: 'detached' });
    await nora.press('Add a decision');
    const decision = nora.dialog('Add a decision');
    await nora.type('What is decided', 'Which strategies we stop', decision);
    await nora.pick('Who decides', 'Executive leader', decision);
    await nora.pick('By the procedure', 'How we meet', decision);
    await nora.check();
    await nora.press('Add', decision);
    await decision.waitFor({ state: 'detached' });
    await nora.by('article', 'Which strategies we stop').waitFor();
    await nora.check();
    // The school sees it and may not change it.
    await paul.go('Decisions and procedures');
    await paul.by('article', 'Which strategies we stop').waitFor();
    expect(await paul.by('button', 'Change: Which strategies we stop').count()).toBe(0);
    await paul.check();
  });

  test('a team lists what it has to learn', async () => {
    await paul.go('Teams');
    await paul.page
      .getByRole('link', { name: /North Elementary/ })
      .first()
      .click();
    await paul.by('heading', 'Knowledge and skills').waitFor();
    await paul.press('Add knowledge or a skill');
    const form = paul.dialog('Add knowledge or a skill');
    await paul.type('What is needed', 'Reading run charts', form);
    await paul.type('What is to be learned, and how', 'Two hours in October.', form);
    await paul.press('Add', form);
    await form.waitFor({ state: 'detached' });
    await paul.reads('Reading run charts');
    await paul.check();
  });
});
