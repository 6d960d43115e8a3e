import { useTranslation } from 'react-i18next';
import { useRoomHere } from '../RoomContext';
import classes from './ConsensusText.module.css';

/** What the room agreed on for a row; not agreeing is a result too. */
export function ConsensusText({ subject }: { subject: string }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const consensus = room.consensus.find((c) => c.subject === subject);
  if (!consensus) return null;
  const title = (id: string) => pack.continuum.levels.find((level) => level.id === id)?.title ?? id;
  return (
    <div className={classes.consensus} data-tone={consensus.level ? 'good' : 'attention'}>
      <strong>
        {consensus.level
          ? t('consensus.agreed', { level: title(consensus.level) })
          : t('consensus.none')}
      </strong>
      {consensus.dissent && <span>{consensus.dissent}</span>}
      {consensus.desired && <span>{t('consensus.goal', { level: title(consensus.desired) })}</span>}
    </div>
  );
}
