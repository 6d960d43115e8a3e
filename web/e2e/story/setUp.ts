import { admin, district, password } from './people';
import type { Story } from './story';

/** A server without data: whoever comes first names the district and is its administrator. */
export async function setUp(story: Story): Promise<void> {
  const ada = await story.as(admin);
  await ada.page.goto('/');
  await ada.sees('Set up your district');
  await ada.press('Create the district');
  await ada.reads('Please fill this in');
  await ada.check();

  await ada.type('Name of the district', district);
  await ada.type('District code', '07150');
  await ada.type('Your name', admin);
  await ada.type('E-mail', 'ada.morales@mapleridge.example');
  await ada.type('Choose a password', password);
  await ada.press('Create the district');
  await ada.sees(`Hello, ${admin}`);
  await ada.by('heading', 'First steps').waitFor();
}
