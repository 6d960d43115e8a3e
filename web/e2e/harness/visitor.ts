// A person at a browser. Everything is found by its role and the name that a screen reader says.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, type Screen } from './browser';
import { faultsOf } from './checks';

type Name = string | RegExp;
type Role = Parameters<Page['getByRole']>[0];

export class Visitor {
  private constructor(
    readonly name: string,
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly faults: string[],
    readonly phone: boolean,
  ) {}

  static async open(name: string, browser: Browser, screen: Screen, origin: string) {
    const { context, page, faults } = await openPage(browser, screen, origin);
    return new Visitor(name, page, context, faults, screen.width < 600);
  }

  by(role: Role, name: Name, within: Locator | Page = this.page): Locator {
    return within.getByRole(role, { name, exact: true });
  }

  async press(name: Name, within?: Locator): Promise<void> {
    await this.by('button', name, within).click();
  }

  async follow(name: Name, within?: Locator): Promise<void> {
    await this.by('link', name, within).click();
  }

  async type(field: Name, text: string, within?: Locator): Promise<void> {
    await this.input(field, within).fill(text);
  }

  /** What one types into, with a list of suggestions or without. */
  input(name: Name, within?: Locator): Locator {
    return this.by('textbox', name, within).or(this.by('combobox', name, within));
  }

  /** Chooses from a list that opens. */
  async pick(field: Name, option: Name, within?: Locator): Promise<void> {
    await this.by('combobox', field, within).click();
    await this.by('option', option).click();
  }

  /** From the menu that this button opens. */
  async menu(button: Name, item: Name, within?: Locator): Promise<void> {
    await this.press(button, within);
    await this.by('menuitem', item).click();
  }

  /** The field holds this text, be it typed here or come from elsewhere. */
  async holds(field: Locator, text: string | RegExp): Promise<void> {
    await expect.poll(() => field.inputValue(), { timeout: 60_000 }).toMatch(text);
  }

  /** Everything typed has reached the server. */
  async saved(): Promise<void> {
    for (const state of [/^Saving…/, /^Waiting for network/, /waiting to be sent/]) {
      await this.page.getByText(state).first().waitFor({ state: 'detached' });
    }
  }

  /** The open dialog of this title. */
  dialog(title: Name): Locator {
    return this.by('dialog', title);
  }

  /** To a page by the navigation; on a phone it is in a menu. */
  async go(place: string, title: Name = place): Promise<void> {
    if (this.phone) await this.press('Open the menu');
    await this.by('link', place, this.by('navigation', 'Main')).click();
    await this.sees(title);
  }

  /** A page of this title is there, whole and without faults. */
  async sees(title: Name): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await this.check();
  }

  /** These words are on the page, readable. */
  async reads(text: Name, within: Locator | Page = this.page): Promise<void> {
    await within.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Nothing on this page, and nothing that led to it, is at fault. */
  async check(): Promise<void> {
    await this.page.getByText('Loading…').first().waitFor({ state: 'detached' });
    const faults = [...this.faults.splice(0), ...(await faultsOf(this.page))];
    if (faults.length > 0) throw new Error(`${this.page.url()}\n${faults.join('\n')}`);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
