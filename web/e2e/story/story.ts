import type { Browser } from 'playwright-core';
import type { Server } from '../../../tests/api/harness/server';
import type { Screen } from '../harness/browser';
import { Visitor } from '../harness/visitor';

/** Who takes part and what one part of the story leaves to the next. */
export class Story {
  readonly people = new Map<string, Visitor>();

  constructor(
    readonly server: Server,
    readonly browser: Browser,
    readonly screen: Screen,
  ) {}

  /** A person at a browser of their own; the same one each time. */
  async as(name: string): Promise<Visitor> {
    const known = this.people.get(name);
    if (known) return known;
    const visitor = await Visitor.open(name, this.browser, this.screen, this.server.origin);
    this.people.set(name, visitor);
    return visitor;
  }
}
