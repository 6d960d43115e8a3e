// The demonstration district in Spanish and in Arabic: every place of the menu, on a desktop and on a
// phone, whole, accessible and in the direction that is read.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Server } from '../../tests/api/harness/server';
import arabic from '../src/app/ar.json';
import spanish from '../src/app/es.json';
import arabicContinuum from '../src/continuum/ar.json';
import spanishContinuum from '../src/continuum/es.json';
import arabicSignIn from '../src/identity/ar.json';
import spanishSignIn from '../src/identity/es.json';
import { type Screen, startBrowser } from './harness/browser';
import { Visitor } from './harness/visitor';

delete process.env.TANDEM_TEST_POSTGRESQL;

const languages = [
  {
    own: 'Español',
    app: spanish,
    signIn: spanishSignIn,
    continuum: spanishContinuum,
    tag: { lang: 'es', dir: 'ltr' },
    row: 'Visión, misión y creencias',
    screen: { width: 390, height: 844 },
  },
  {
    own: 'العربية',
    app: arabic,
    signIn: arabicSignIn,
    continuum: arabicContinuum,
    tag: { lang: 'ar', dir: 'rtl' },
    row: 'الرؤية والرسالة والقناعات',
    screen: { width: 1280, height: 900 },
  },
] satisfies { screen: Screen; [what: string]: unknown }[];

describe.each(languages)(
  'the district in $own',
  ({ own, app, signIn, continuum, tag, row, screen }) => {
    let server: Server;
    let browser: Browser;
    let lead: Visitor;

    beforeAll(async () => {
      server = await Server.start();
      const { code, stderr } = await server.run('demo');
      if (code !== 0) throw new Error(stderr);
      browser = await startBrowser();
      lead = await Visitor.open('lead', browser, screen, server.origin);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });

    const html = () =>
      lead.page.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return { lang, dir };
      });

    test('is chosen before one signs in, and stays', async () => {
      await lead.page.goto('/');
      await lead.by('combobox', 'Language').selectOption({ label: own });
      await lead.type(signIn.email, 'renee.abernathy@tamarackshores.example');
      await lead.type(signIn.password, 'tandem-demo-2026');
      expect(await html()).toEqual(tag);
      await lead.press(signIn.signIn.action);
      await lead.page.getByRole('heading', { level: 1, name: /Renee Abernathy/ }).waitFor();
      await lead.page.reload();
      await lead.page.getByRole('heading', { level: 1, name: /Renee Abernathy/ }).waitFor();
      expect(await html()).toEqual(tag);
      await lead.check();
    });

    test('has every place of the menu, whole and accessible', async () => {
      const places = Object.values(app.nav).filter((name) => name !== app.nav.import);
      for (const name of places) {
        if (lead.phone) await lead.press(app.menu.open);
        await lead.by('link', name, lead.by('navigation', app.menu.main)).click();
        await lead.page.getByRole('heading', { level: 1 }).waitFor();
        await lead.page.getByText(app.loading).first().waitFor({ state: 'detached' });
        await lead.check();
      }
    });

    test("reads the toolkit's words in it as well", async () => {
      if (lead.phone) await lead.press(app.menu.open);
      await lead.by('link', app.nav.continuum, lead.by('navigation', app.menu.main)).click();
      await lead.sees(continuum.title);
      await lead.reads(row);
    });
  },
);
