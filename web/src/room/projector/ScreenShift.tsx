import { useTranslation } from 'react-i18next';
import { shiftQuestions } from '../pack';
import { ConsensusText } from '../parts/ConsensusText';
import { useRoomHere } from '../RoomContext';
import type { AgendaStep } from '../rules/events';
import { shownNotes } from '../rules/notes';
import { kindOfQuestion } from '../rules/shift';
import classes from './Screen.module.css';

/** The row being planned: each question with what the room thinks, and the actions decided. */
export function ScreenShift({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const row = pack.continuum.rows.find(({ id }) => id === room.stage.focus);
  if (!row) return <p className={classes.ask}>{t('screen.chooseRow')}</p>;
  return (
    <div lang={pack.language}>
      <div className={classes.two}>
        <h2>{row.title}</h2>
        <ConsensusText subject={row.id} />
      </div>
      <div className={classes.three}>
        {shiftQuestions(pack).map((question) => {
          const kind = kindOfQuestion(question.id);
          const notes = shownNotes(room.notes, { step: step.id, subject: row.id, kind });
          return (
            <section key={question.id} className={classes.card}>
              <h3>{question.text}</h3>
              <ul>
                {notes.slice(0, 4).map((note) => (
                  <li key={note.id}>{note.text}</li>
                ))}
              </ul>
              {notes.length > 4 && (
                <span className={classes.quiet}>{t('andMore', { count: notes.length - 4 })}</span>
              )}
            </section>
          );
        })}
        {room.actions.length > 0 && (
          <section className={classes.card}>
            <h3>{t('screen.actions')}</h3>
            <ul>
              {room.actions.slice(-5).map((item) => (
                <li key={item.id}>
                  {item.title}
                  {item.owner_name && <span className={classes.votes}> {item.owner_name}</span>}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
