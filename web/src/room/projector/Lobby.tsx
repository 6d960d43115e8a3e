import { useTranslation } from 'react-i18next';
import { JoinCode } from '../parts/JoinCode';
import { useRoomHere } from '../RoomContext';
import classes from './Screen.module.css';

/** Before the start: how to get in, and who is there. After the end: thanks. */
export function Lobby() {
  const { t } = useTranslation('room');
  const { room } = useRoomHere();
  const here = room.seats.filter(({ left }) => !left);
  if (room.stage.state === 'ended')
    return (
      <div className={classes.lobby}>
        <h2>{t('screen.thanks')}</h2>
        <p className={classes.big}>{t('screen.thanksText')}</p>
      </div>
    );
  const { groups } = room.workshop;
  return (
    <div className={classes.lobby}>
      <div className={classes.big}>
        <JoinCode code={room.workshop.code} />
      </div>
      <p className={classes.people} role="status">
        {t('screen.inRoom', { count: here.length })}
      </p>
      {groups.length > 0 && (
        <div className={classes.groups}>
          {groups.map(({ id, name }) => (
            <span key={id}>
              {name} <strong>{here.filter(({ group_id }) => group_id === id).length}</strong>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
