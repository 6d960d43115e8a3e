// A workshop as a room lives it: a facilitator, a projector and eight phones, each a browser of
// its own, through all three activities to the minutes.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { Server } from '../../tests/api/harness/server';
import { startBrowser } from './harness/browser';
import { connect, gather, pick, read } from './room/activityOne';
import { compareSorting, end, minutes, sort, toTemplates } from './room/activityThree';
import { compare, planShift, rate, twoLead } from './room/activityTwo';
import { comeIn, planIt } from './room/prepare';
import { Room } from './room/room';
import { survey } from './room/survey';
import { bringInSchools } from './story/bringIn';
import { admin } from './story/people';
import { setUp } from './story/setUp';
import { Story } from './story/story';

const parts: Record<string, (room: Room) => Promise<void>> = {
  'a workshop is planned': planIt,
  'eight phones come in by the code': comeIn,
  'activity 1: read': read,
  'activity 1: examples are gathered, voted for and put in order': gather,
  'activity 1: connected to the outcomes': connect,
  'activity 1: everyone picks an outcome': pick,
  'activity 2: rated, with a phone cut off and a server restarted': rate,
  'activity 2: revealed and compared': compare,
  'two lead at once': twoLead,
  'activity 2: the shift is planned': planShift,
  'activity 3: cards are sorted': sort,
  'activity 3: the sortings are compared': compareSorting,
  'activity 3: on to the templates': toTemplates,
  'the end, and the minutes': end,
  'minutes are edited, shared and printed': minutes,
  'a survey in other languages': survey,
};

const out = fileURLToPath(new URL('./out/', import.meta.url));

describe('the room', () => {
  let server: Server;
  let browser: Browser;
  let room: Room;
  let failed = false;

  beforeAll(async () => {
    server = await Server.start();
    browser = await startBrowser();
    const story = new Story(server, browser, { width: 1280, height: 900 });
    await setUp(story);
    await bringInSchools(story);
    const { origin } = server;
    room = new Room({ origin, restart: () => server.restart() }, browser, await story.as(admin));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [title, part] of Object.entries(parts)) {
    test(title, async ({ skip }) => {
      if (failed) skip();
      try {
        await part(room);
        for (const visitor of room.everybody) await visitor.check();
      } catch (problem) {
        failed = true;
        await mkdir(out, { recursive: true });
        for (const { name, page } of room.everybody) {
          await page.screenshot({ path: `${out}room, ${name}.png` });
          await writeFile(`${out}room, ${name}.yml`, await page.locator('body').ariaSnapshot());
        }
        throw problem;
      }
    });
  }
});
