// A person who works without a mouse: what they want is reached with Tab, or not at all.
import type { Locator, Page } from 'playwright-core';

const mostTabs = 250;

export class Keyboard {
  constructor(private readonly page: Page) {}

  /** On with Tab until this has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${mostTabs} times Tab does not lead to ${target}`);
  }

  async press(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('Enter');
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(text);
  }

  /** One of a group of radio buttons, by its place. */
  async choose(first: Locator, place: number): Promise<void> {
    await this.tabTo(first);
    await this.page.keyboard.press('Space');
    for (let at = 0; at < place; at += 1) await this.page.keyboard.press('ArrowDown');
  }
}
