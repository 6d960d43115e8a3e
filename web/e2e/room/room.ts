// A room full of people: who leads it, the screen that all look at, and eight phones.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { Visitor } from '../harness/visitor';

const pictures = process.env.TANDEM_E2E_PICTURES;
const out = fileURLToPath(new URL('../out/room/', import.meta.url));

export const phoneScreen = { width: 360, height: 740 };
export const wall = { width: 1920, height: 1080 };

export interface RoomServer {
  origin: string;
  restart: () => Promise<void>;
}

/** From which side, in which role and group each phone's person sits in the room. */
export const people = [
  ['Ana', 'From the district', 'Leadership', 'Group 1'],
  ['Ben', 'From the district', 'District systems (data, HR, finance, …)', 'Group 1'],
  ['Cy', 'From a school', 'Teaching and instruction', 'Group 1'],
  ['Dee', 'From a school', 'Teaching and instruction', 'Group 1'],
  ['Eli', 'From a school', 'Leadership', 'Group 2'],
  ['Fay', 'From a school', 'Other school staff', 'Group 2'],
  ['Gus', 'From families and the community', 'Family or community', 'Group 2'],
  ['', 'From the district', 'School board', 'Group 2'],
] as const;

export class Room {
  readonly phones: Visitor[] = [];
  screen!: Visitor;
  code = '';
  workshop = '';
  private taken = 0;

  constructor(
    readonly server: RoomServer,
    readonly browser: Browser,
    readonly leader: Visitor,
  ) {}

  get everybody(): Visitor[] {
    return [this.leader, ...(this.screen ? [this.screen] : []), ...this.phones];
  }

  phone(index: number): Visitor {
    const found = this.phones[index];
    if (!found) throw new Error(`there is no phone ${index}`);
    return found;
  }

  async open(name: string, screen = phoneScreen): Promise<Visitor> {
    return Visitor.open(name, this.browser, screen, this.server.origin);
  }

  /** Every phone does the same, all at once, as in a room. */
  async each(work: (phone: Visitor, index: number) => Promise<void>): Promise<void> {
    await Promise.all(this.phones.map(work));
  }

  /** Leads the room to a step, and waits until phones and screen have followed. */
  async next(title: string): Promise<void> {
    await this.leader.press(`Next: ${title}`);
    await this.follows(title);
  }

  async follows(title: string): Promise<void> {
    const heading = { name: title, exact: true };
    for (const { page } of [...this.phones, this.screen])
      await page.getByRole('heading', { level: 1, ...heading }).waitFor();
  }

  /** The three views at this moment: whole, and without faults. */
  async look(name: string): Promise<void> {
    this.taken += 1;
    const views = { lead: this.leader, phone: this.phone(0), screen: this.screen };
    for (const [view, visitor] of Object.entries(views)) {
      await visitor.check();
      if (!pictures) continue;
      await mkdir(out, { recursive: true });
      const number = String(this.taken).padStart(2, '0');
      const path = `${out}${number} ${name}, ${view}.png`;
      await visitor.page.screenshot({ path, fullPage: view === 'lead' });
    }
  }

  /** The screen says so. */
  async says(text: string | RegExp): Promise<void> {
    await this.screen.reads(text);
  }

  async counts(text: string): Promise<void> {
    await expect
      .poll(() => this.screen.page.getByRole('status').allTextContents(), { timeout: 30_000 })
      .toContain(text);
  }
}
