import { useTranslation } from 'react-i18next';
import { levelColor } from '../parts/Continuum';
import { type Results, ResultsView } from '../parts/ResultsView';
import { SortResult } from '../parts/SortResult';
import { useRoomHere } from '../RoomContext';
import { comparedStep, phaseOf } from '../rules/agenda';
import { alphaWord } from '../rules/agreement';
import type { AgendaStep } from '../rules/events';
import { LevelStack } from './LevelStack';
import classes from './Screen.module.css';
import { ScreenRow } from './ScreenRow';

/** All rows at a glance, or the one that the room looks at. */
export function ScreenCompare({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const { agenda } = room.workshop;
  const rated = step.kind === 'rate' ? step : comparedStep(agenda, step, 'rate');
  if (!rated || phaseOf(room, rated.id) !== 'revealed')
    return <p className={classes.ask}>{t('screen.hidden')}</p>;
  const row = pack.continuum.rows.find(({ id }) => id === room.stage.focus);
  return (
    <ResultsView step={rated.id}>
      {(results) => {
        const result = results.rows.find(({ subject }) => subject === row?.id);
        if (!row || !result) return <AllRows results={results} />;
        return <ScreenRow row={row} result={result} />;
      }}
    </ResultsView>
  );
}

function AllRows({ results }: { results: Results }) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const { rows, levels } = pack.continuum;
  return (
    <div lang={pack.language}>
      <ul className={classes.key}>
        {levels.map(({ id, title }, index) => (
          <li key={id}>
            <span
              aria-hidden
              className={classes.swatch}
              style={{ background: levelColor(index, levels.length) }}
            />
            {title}
          </li>
        ))}
      </ul>
      <ul className={classes.rows}>
        {rows.map((row) => {
          const result = results.rows.find(({ subject }) => subject === row.id);
          return (
            <li key={row.id}>
              <span>{row.title}</span>
              <LevelStack counts={result?.counts ?? []} levels={levels} />
            </li>
          );
        })}
      </ul>
      {results.alpha !== null && (
        <p className={classes.count}>{t(`alpha.${alphaWord(results.alpha)}`)}</p>
      )}
    </div>
  );
}

/** Where the groups' sortings differ, from each other and from the handout. */
export function ScreenSorted({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('room');
  const { room } = useRoomHere();
  const { agenda } = room.workshop;
  const sorted = step.kind === 'sort' ? step : comparedStep(agenda, step, 'sort');
  if (!sorted || phaseOf(room, sorted.id) !== 'revealed')
    return <p className={classes.ask}>{t('screen.hidden')}</p>;
  return (
    <ResultsView step={sorted.id}>
      {(results) => <SortResult results={results} focus={room.stage.focus} short />}
    </ResultsView>
  );
}
