// What has to be true of every page: accessible, no wider than the screen, and without faults.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';

/** Answers of 400 and more that belong to the story: nobody is signed in yet, a password
 * is wrong, a race is lost. */
const expected: [status: number, method: string, path: RegExp][] = [
  [401, 'GET', /^\/api\/v1\/session$/],
  [401, 'POST', /^\/api\/v1\/session$/],
  [412, 'PUT', /./],
  [412, 'POST', /\/stage$/],
  [404, 'GET', /\/minutes$/],
  // A pasted table that is none.
  [422, 'POST', /\/values\/read$/],
  // A file that is not what its name says.
  [422, 'POST', /\/answers\/[^/]+\/[^/]+\/files$/],
];

/** Notes what goes wrong on a page from now on, whichever part of the story is under way. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  const note = (what: string) => faults.push(`${what}\n  on ${page.url()}`);
  page.on('pageerror', (error) => note(`the page threw ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Refused requests are judged by their answers, below.
    if (message.text().startsWith('Failed to load resource')) return;
    // A socket that is away comes back; what arrives is looked at.
    if (message.text().startsWith('WebSocket connection to')) return;
    note(`the console says: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !isExpected(response)) {
      note(`${response.request().method()} ${response.url()} was answered ${response.status()}`);
    }
  });
  return faults;
}

function isExpected(response: Response): boolean {
  const { pathname } = new URL(response.url());
  const method = response.request().method();
  return expected.some(
    ([status, by, path]) => status === response.status() && by === method && path.test(pathname),
  );
}

/** The faults of a page as it stands now. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [...(await sideways(page)), ...(await inaccessible(page))];
}

async function sideways(page: Page): Promise<string[]> {
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  return wide > screen ? [`the page is ${wide} wide on a screen of ${screen}`] : [];
}

async function inaccessible(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // One page without frames: no second page is needed to put the result together.
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map(({ html, failureSummary }) => {
      return `    ${html.slice(0, 300)}\n      ${failureSummary?.replaceAll('\n', '\n      ')}`;
    });
    return `axe: ${id}: ${help} (${nodes.length})\n${where.join('\n')}`;
  });
}
