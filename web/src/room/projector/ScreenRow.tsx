import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import type { Row } from '../pack';
import { ConsensusText } from '../parts/ConsensusText';
import type { ResultRow } from '../parts/ResultsView';
import { Agreement, EvidenceList, LevelBars } from '../parts/RowResult';
import { useRoomHere } from '../RoomContext';
import { LevelStack } from './LevelStack';
import classes from './Screen.module.css';

/** More would not fit on a screen; who leads has them all. */
const mostGroups = 6;

/** One row, all on one screen: the room, its parts, and what was given as proof. */
export function ScreenRow({ row, result }: { row: Row; result: ResultRow }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const { levels } = pack.continuum;
  const agreed = room.consensus.some(({ subject }) => subject === row.id);
  const groupName = (id: string) =>
    room.workshop.groups.find((group) => group.id === id)?.name ?? t('noGroup');
  return (
    <div lang={pack.language}>
      <h2>{row.title}</h2>
      <div className={classes.row}>
        <div className={classes.progress}>
          <LevelBars result={result} levels={levels} />
          <Agreement result={result} short />
        </div>
        <div className={classes.parts}>
          {result.groups.length > 0 && (
            <Parts title={t('compare.groups')} parts={result.groups} name={groupName} />
          )}
          {result.sides.length > 1 && (
            <Parts
              title={t('compare.sides')}
              parts={result.sides}
              name={(id) => t(`sides.${id as Schema<'RoomSide'>}`)}
            />
          )}
        </div>
        <div className={classes.proof}>
          <ConsensusText subject={row.id} />
          <h3>{t('compare.evidence')}</h3>
          <EvidenceList result={result} levels={levels} most={agreed ? 2 : 3} short />
        </div>
      </div>
    </div>
  );
}

function Parts({ title, parts, name }: PartsProps) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const more = parts.length - mostGroups;
  return (
    <section>
      <h3>{title}</h3>
      <ul className={classes.rows}>
        {parts.slice(0, mostGroups).map((part) => (
          <li key={part.id}>
            <span className={classes.name}>{name(part.id)}</span>
            {part.too_few ? (
              <span className={classes.quiet}>
                {t('tooFew', { count: room.workshop.smallest_group })}
              </span>
            ) : (
              <LevelStack counts={part.counts} levels={pack.continuum.levels} />
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.quiet}>{t('andMore', { count: more })}</p>}
    </section>
  );
}

interface PartsProps {
  title: string;
  parts: Schema<'Breakout'>[];
  name: (id: string) => string;
}
