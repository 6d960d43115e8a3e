// The whole job of a district, as people do it in their browsers: one story in eight parts.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { Server } from '../../tests/api/harness/server';
import { type Screen, startBrowser } from './harness/browser';
import { parts } from './story/parts';
import { Story } from './story/story';

const out = fileURLToPath(new URL('./out/', import.meta.url));

export function tellStory(name: string, screen: Screen): void {
  describe(name, () => {
    let story: Story;
    let failed = false;

    beforeAll(async () => {
      story = new Story(await Server.start(), await startBrowser(), screen);
    });
    afterAll(async () => {
      await story?.browser.close();
      await story?.server.stop();
    });

    for (const [title, part] of Object.entries(parts)) {
      test(title, async ({ skip }) => {
        // What comes after needs what came before.
        if (failed) skip();
        try {
          await part(story);
          for (const visitor of story.people.values()) await visitor.check();
        } catch (problem) {
          failed = true;
          await keepPictures(story, name);
          throw new Error(`${whereabouts(story)}\n${(problem as Error).stack}`, { cause: problem });
        }
      });
    }
  });
}

/** What everybody has before them, for whoever looks into a failure. */
async function keepPictures({ people }: Story, name: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const { name: who, page } of people.values()) {
    const file = `${out}${name}, ${who}`;
    await page.screenshot({ path: `${file}.png` });
    await writeFile(`${file}.yml`, await page.locator('body').ariaSnapshot());
  }
}

const whereabouts = ({ people }: Story): string =>
  [...people.values()].map(({ name, page }) => `${name} is on ${page.url()}`).join('\n');
