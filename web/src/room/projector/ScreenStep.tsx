import { useTranslation } from 'react-i18next';
import { sectionsOf } from '../pack';
import { ResultsView } from '../parts/ResultsView';
import { Tally } from '../parts/Tally';
import { useRoomHere } from '../RoomContext';
import { phaseOf, progressOf, viewOf } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { keyed } from '../rules/keyed';
import { NoteWall } from './NoteWall';
import classes from './Screen.module.css';
import { ScreenCompare, ScreenSorted } from './ScreenCompare';
import { ScreenShift } from './ScreenShift';

/** Each step as the room sees it: few words, large; results only after the reveal. */
export function ScreenStep({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const phase = phaseOf(room, step.id);
  switch (viewOf(pack, step)) {
    case 'read':
      return <ScreenRead step={step} />;
    case 'gather':
      return <NoteWall step={step} />;
    case 'pick':
      return phase === 'revealed' ? (
        <ResultsView step={step.id}>
          {(results) => <Tally results={results} most={3} />}
        </ResultsView>
      ) : (
        <div className={classes.two} lang={pack.language}>
          <ol>
            {pack.outcomes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
          <Progress step={step} ask={t('pick.ask')} />
        </div>
      );
    case 'rate':
      return phase === 'revealed' ? (
        <ScreenCompare step={step} />
      ) : (
        <Progress step={step} ask={t('screen.rate')} />
      );
    case 'compare':
      return <ScreenCompare step={step} />;
    case 'sort':
      return phase === 'revealed' ? (
        <ScreenSorted step={step} />
      ) : (
        <Progress step={step} ask={pack.questions.map(({ text }) => text).join(' ')} />
      );
    case 'compare-sorting':
      return <ScreenSorted step={step} />;
    case 'shift':
      return <ScreenShift step={step} />;
    case 'plan':
      return (
        <div className={classes.two}>
          <p className={classes.ask}>{t('plan.outside')}</p>
          <NoteWall step={step} />
        </div>
      );
    default:
      return <ScreenDiscuss step={step} />;
  }
}

function ScreenRead({ step }: { step: AgendaStep }) {
  const { pack } = useRoomHere();
  const sections = sectionsOf(pack, step.activity_id);
  if (sections.length === 0) return <Prompts prompts={step.prompts} />;
  return (
    <div lang={pack.language}>
      {sections.map((section) => (
        <section key={section.id}>
          <h2>{section.title}</h2>
          <div className={classes.columns}>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph.slice(0, 40)}>{paragraph}</p>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Prompts({ prompts }: { prompts: string[] }) {
  return (
    <>
      {prompts.map((prompt) => (
        <p key={prompt} className={classes.ask}>
          {prompt}
        </p>
      ))}
    </>
  );
}

function ScreenDiscuss({ step }: { step: AgendaStep }) {
  const { room, pack } = useRoomHere();
  const revealed = phaseOf(room, step.id) === 'revealed';
  return (
    <div className={classes.two} lang={pack.language}>
      <div>
        <Prompts prompts={step.prompts} />
        {!revealed && step.prompts.length > 0 && <Progress step={step} />}
      </div>
      {revealed ? (
        <ResultsView step={step.id}>
          {(results) => (
            <div className={classes.card}>
              <ul>
                {keyed(results.rows.flatMap(({ evidence }) => evidence).slice(0, 8)).map(
                  ({ item, key }) => (
                    <li key={key}>{item.text}</li>
                  ),
                )}
              </ul>
            </div>
          )}
        </ResultsView>
      ) : (
        <ol>
          {pack.outcomes.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** How many have answered, never what. */
function Progress({ step, ask }: { step: AgendaStep; ask?: string }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const { begun, of, answers, questions } = progressOf(room, pack, step);
  return (
    <div className={classes.progress}>
      {ask && <p className={classes.ask}>{ask}</p>}
      <p className={classes.count} role="status">
        {t(step.by === 'group' ? 'screen.groupsAnswered' : 'screen.answered', {
          count: begun,
          of,
        })}
      </p>
      <div className={classes.track} aria-hidden>
        <div
          className={classes.fill}
          style={{ inlineSize: `${Math.min(100, (100 * answers) / Math.max(1, questions))}%` }}
        />
      </div>
      <p className={classes.quiet}>{t('screen.hidden')}</p>
    </div>
  );
}
