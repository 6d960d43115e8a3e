// Without a facilitator: an anonymous survey, answered in Spanish and in Arabic.
import { inDays } from '../story/people';
import type { Room } from './room';

export async function survey(room: Room): Promise<void> {
  const { leader } = room;
  await leader.go('Workshops');
  await leader.page.getByRole('button', { name: 'Plan a workshop' }).first().click();
  const dialog = leader.dialog('Plan a workshop');
  await leader.type('Name of the workshop', 'What families see', dialog);
  await leader.by('radio', /^As a survey/, dialog).check();
  await dialog.getByLabel('Open until').fill(inDays(14));
  await leader.by('switch', /^Anonymous/, dialog).check();
  await leader.press('Plan it', dialog);
  await leader.sees('What families see');
  await leader.follow('Open the room');
  await leader.press('Open the survey');
  await leader.by('heading', 'The survey is open').waitFor();
  const spoken = await leader.page
    .getByText(/^Code [A-Z0-9 ]+$/)
    .first()
    .textContent();
  const code = (spoken ?? '').replace('Code', '').replaceAll(' ', '');

  const phone = await room.open('family');
  await phone.page.goto(`/join/${code}`);
  await phone.sees('What families see');
  await phone.by('combobox', 'Language').selectOption({ label: 'Español' });
  await phone.reads(/^Este taller es anónimo/);
  await phone.by('radio', 'Desde las familias y la comunidad').check();
  await phone.press('Tomar asiento');
  await phone.reads('Parte 1 de 4');
  await phone.check();
  await phone.press('Siguiente');
  await phone.press('Siguiente');
  await phone.page.getByRole('radio').first().check();
  await phone.page.reload();
  await phone.reads('Parte 3 de 4');

  await phone.by('combobox', 'Idioma').selectOption({ label: 'العربية' });
  await phone.reads('الجزء 3 من 4');
  await phone.check();
  await phone.press('التالي');
  await phone.press('نعم، هذا يصفنا');
  await phone.page.getByText('تم الحفظ').waitFor();
  await phone.check();
  await phone.press('إنهاء');
  await phone.reads('شكرًا على إجاباتك');
  await phone.close();

  // It waits on the home page of everybody, since nobody can know who has answered; a reminder
  // is ready, with how many have.
  const led = leader.page.url();
  await leader.go('Home', /^Hello/);
  await leader.page
    .getByRole('link', { name: /What families see/ })
    .first()
    .waitFor();
  await leader.page.goto(led.replace(/\/lead$/, ''));
  await leader.reads(/^1 of 1 who joined have answered/);
  await leader.by('button', 'Copy the reminder').waitFor();
  await leader.check();
  await leader.page.goto(led);
  await leader.reads('1 answer');
  await leader.press('Close the survey');
  await leader.press('Close the survey', leader.dialog('Close the survey?'));
  await leader.by('heading', 'The workshop has ended').waitFor();
  await leader.check();
}
