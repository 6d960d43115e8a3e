import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { ChangeText } from './ChangeText';
import { EntrySentence } from './EntrySentence';
import classes from './history.module.css';
import { readable, type Told } from './rules/entries';
import { useWords } from './useWords';

interface EntryRowProps {
  entry: Told;
  /** The page is about this one record already. */
  alone: boolean;
}

/** One thing that somebody did, in a sentence, with what it said before and after. */
export function EntryRow({ entry, alone }: EntryRowProps) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const words = useWords();
  const changes = readable(entry.changes);
  const { verb, person_name, entity, entity_id, school_id, saves } = entry;
  // What was added or removed is told whole, when asked for; a change is told at once.
  const whole = verb === 'added' || verb === 'removed' || verb === 'invited';
  const [open, { toggle }] = useDisclosure(!whole);
  const title = words.name(entity, entry.title);
  const values = { who: person_name, kind: words.kind(entity), title };
  const place = school_id && entity !== 'school' ? schoolName(school_id) : '';

  return (
    <li className={classes.entry}>
      <div className={classes.sentence}>
        <EntrySentence entry={entry} />
      </div>
      <div className={classes.facts}>
        <time dateTime={entry.at}>{format.date(entry.at, 'clock')}</time>
        {place && <span>{place}</span>}
        {saves > 1 && <span>{t('saves', { count: saves })}</span>}
        {whole && changes.length > 0 && (
          <Anchor component="button" type="button" aria-expanded={open} onClick={toggle}>
            {t(open ? 'hide' : verb === 'removed' ? 'showWas' : 'showNow')}
          </Anchor>
        )}
        {!alone && (
          <TextLink
            to="/d/$district/history"
            params={{ district }}
            search={{ entity, entity_id }}
            aria-label={t('onlyOf', values)}
          >
            {t('only')}
          </TextLink>
        )}
        {entity === 'goal' && verb !== 'removed' && (
          <TextLink to="/d/$district/plan/goals/$goal" params={{ district, goal: entity_id }}>
            {t('open')}
          </TextLink>
        )}
        {entity === 'need' && verb !== 'removed' && (
          <TextLink to="/d/$district/needs/$need" params={{ district, need: entity_id }}>
            {t('open')}
          </TextLink>
        )}
      </div>
      {verb === 'changed' && changes.length === 0 && (
        <div className={classes.facts}>{t('same')}</div>
      )}
      {open && changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map((change) => (
            <Fragment key={change.field}>
              <dt>{words.field(change.field)}</dt>
              <dd>
                <ChangeText change={change} verb={verb} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </li>
  );
}
