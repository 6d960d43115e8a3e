import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf } from '../harness/checks';
import type { Visitor } from '../harness/visitor';
import { alder, district, lead, principal } from './people';
import type { Story } from './story';

/** The plan on paper: the district's and the school's, to read and as PDF. */
export async function print(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.go('Our plan', /plan/i);
  await readDocument(nora, new RegExp(district));
  await readPdf(nora);
  const paul = await story.as(principal);
  await paul.go('Our plan', /plan/i);
  await paul.follow(`${alder}: open the plan`);
  await paul.sees(`${alder}: school plan`);
  await readDocument(paul, new RegExp(alder));
}

async function readDocument(visitor: Visitor, title: RegExp): Promise<void> {
  const opened = visitor.page.context().waitForEvent('page');
  await visitor.menu('Print and more', 'The plan to read and print (new tab)');
  const document: Page = await opened;
  await document.waitForLoadState();
  expect(await document.title()).toMatch(title);
  expect((await faultsOf(document)).join('\n')).toBe('');
  await document.close();
}

async function readPdf(visitor: Visitor): Promise<void> {
  await visitor.press('Print and more');
  const link = visitor.by('menuitem', 'The plan as PDF (new tab)');
  const answer = await visitor.page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await visitor.page.keyboard.press('Escape');
}
