import { alder, lead, principal } from './people';
import type { Story } from './story';
import { firstAction } from './template';

/** What came from the templates, found by school, person and day, and moved on. */
export async function workOnActions(story: Story): Promise<void> {
  const nora = await story.as(lead);
  await nora.go('Action board');
  const item = nora.by('article', firstAction);
  await item.waitFor();
  await nora.press('Add an action item');
  const dialog = nora.dialog('Add an action item');
  await dialog.waitFor();
  await nora.check();
  await nora.type('What has to be done', 'Book the room for the district team', dialog);
  await nora.press('Add it', dialog);
  const own = nora.by('article', 'Book the room for the district team');
  await own.waitFor();

  await nora.pick('For', alder);
  await own.waitFor({ state: 'detached' });
  await item.waitFor();
  await nora.check();
  await nora.pick('By when', 'Overdue');
  await item.waitFor({ state: 'detached' });
  await nora.pick('By when', 'Within 30 days');
  await item.waitFor();
  await nora.pick('By whom', 'Me');
  await item.waitFor({ state: 'detached' });
  await nora.press('Clear the filters');
  await own.waitFor();

  const paul = await story.as(principal);
  await paul.go('Action board');
  await paul.menu(`Status: Open. Change the status of ${firstAction}`, 'In progress');
  const doing = paul.by('region', /^In progress/);
  await paul.by('article', firstAction, doing).waitFor();
  await paul.check();
  // The others see it move.
  await nora.by('article', firstAction, nora.by('region', /^In progress/)).waitFor();
}
