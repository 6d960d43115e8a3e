import { useTranslation } from 'react-i18next';
import { stepOf } from '../pack';
import { useRoomHere } from '../RoomContext';
import type { AgendaStep } from '../rules/events';
import { shownNotes, totalVotes } from '../rules/notes';
import classes from './Screen.module.css';

const most = 3;

/** What comes in, the weightiest first; not all of it: the phones have the rest. */
export function NoteWall({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const consequences = stepOf(pack, step.step_id)?.about.includes('consequences');
  const boards = consequences ? pack.consequences : [{ id: 'ideas', title: t('screen.mostVotes') }];
  return (
    <div className={consequences ? classes.three : undefined} lang={pack.language}>
      {boards.map(({ id, title }) => {
        const kind = consequences ? ('example' as const) : ('idea' as const);
        const notes = shownNotes(room.notes, { step: step.id, subject: id, kind });
        return (
          <section key={id} className={classes.card}>
            <h3>
              {title} <span className={classes.votes}>{notes.length || ''}</span>
            </h3>
            {notes.length === 0 && <span className={classes.quiet}>{t('screen.nothing')}</span>}
            <ul>
              {notes.slice(0, consequences ? most : 8).map((note) => (
                <li key={note.id}>
                  {note.text.length > 110 ? `${note.text.slice(0, 108)}…` : note.text}
                  {totalVotes(room.notes, note) > 0 && (
                    <span className={classes.votes}>
                      {' '}
                      {t('notes.votes', { count: totalVotes(room.notes, note) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {notes.length > (consequences ? most : 8) && (
              <span className={classes.quiet}>
                {t('andMore', { count: notes.length - (consequences ? most : 8) })}
              </span>
            )}
          </section>
        );
      })}
    </div>
  );
}
