// One Chromium for a story, and in it a context of their own for each person.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { watch } from './checks';

export interface Screen {
  width: number;
  height: number;
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.TANDEM_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh profile with one page, on which every fault is noted. */
export async function openPage(browser: Browser, screen: Screen, origin: string): Promise<Opened> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: screen,
    hasTouch: screen.width < 600,
    isMobile: screen.width < 600,
    locale: 'en-US',
    timezoneId: 'America/Detroit',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  return { context, page, faults: watch(page) };
}

export interface Opened {
  context: BrowserContext;
  page: Page;
  faults: string[];
}
