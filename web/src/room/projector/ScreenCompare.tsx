import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { ConsensusText } from '../parts/ConsensusText';
import { levelColor } from '../parts/Continuum';
import { type Results, ResultsView } from '../parts/ResultsView';
import { Agreement, Breakouts, EvidenceList, LevelBars } from '../parts/RowResult';
import { SortResult } from '../parts/SortResult';
import { useRoomHere } from '../RoomContext';
import { comparedStep, phaseOf } from '../rules/agenda';
import { alphaWord } from '../rules/agreement';
import type { AgendaStep } from '../rules/events';
import classes from './Screen.module.css';

/** All rows at a glance, or the one that the room looks at. */
export function ScreenCompare({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const { agenda } = room.workshop;
  const rated = step.kind === 'rate' ? step : comparedStep(agenda, step, 'rate');
  if (!rated || phaseOf(room, rated.id) !== 'revealed')
    return <p className={classes.ask}>{t('screen.hidden')}</p>;
  const row = pack.continuum.rows.find(({ id }) => id === room.stage.focus);
  const { levels } = pack.continuum;
  return (
    <ResultsView step={rated.id}>
      {(results) => {
        const result = results.rows.find(({ subject }) => subject === row?.id);
        if (!row || !result) return <AllRows results={results} />;
        return (
          <div lang={pack.language}>
            <h2>{row.title}</h2>
            <div className={classes.two}>
              <div className={classes.progress}>
                <LevelBars result={result} levels={levels} />
                <Agreement result={result} />
                <ConsensusText subject={row.id} />
              </div>
              <div>
                <Breakouts result={result} choices={levels} of={['groups', 'sides']} />
                <h3>{t('compare.evidence')}</h3>
                <EvidenceList result={result} levels={levels} most={3} />
              </div>
            </div>
          </div>
        );
      }}
    </ResultsView>
  );
}

function AllRows({ results }: { results: Results }) {
  const { t } = useTranslation('room');
  const { commas } = useFormat();
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
              <span
                className={classes.stack}
                role="img"
                aria-label={commas(spoken(result, levels))}
              >
                {levels.map(({ id }, index) => {
                  const count = result?.counts.find(({ value }) => value === id)?.count ?? 0;
                  if (count === 0) return null;
                  return (
                    <span
                      key={id}
                      aria-hidden
                      style={{
                        flexGrow: count,
                        background: levelColor(index, levels.length),
                        color:
                          index === levels.length - 1
                            ? 'light-dark(#fff, #073b40)'
                            : 'light-dark(#0c2224, #f2f6f7)',
                      }}
                    >
                      {count}
                    </span>
                  );
                })}
              </span>
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

function spoken(
  result: Results['rows'][number] | undefined,
  levels: { id: string; title: string }[],
): string[] {
  return levels.map(({ id, title }) => {
    const count = result?.counts.find(({ value }) => value === id)?.count ?? 0;
    return `${title}: ${count}`;
  });
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
