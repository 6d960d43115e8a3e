import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './history.module.css';
import type { Change } from './queries';
import { difference, shortened } from './rules/diff';
import type { Verb } from './rules/entries';
import { isLong, isNothing } from './rules/entries';
import { useWords } from './useWords';

/** One field: what it said and what it says. */
export function ChangeText({ change, verb }: { change: Change; verb: Verb }) {
  const { t } = useTranslation('history');
  const words = useWords();
  const { field, before, after } = change;
  if (verb === 'added' || verb === 'invited')
    return <span className={classes.text}>{words.value(field, after)}</span>;
  if (verb === 'removed') return <span className={classes.text}>{words.value(field, before)}</span>;
  if (isLong(change)) return <Difference before={String(before)} after={String(after)} />;
  const had = !isNothing(before);
  return (
    <>
      {had && (
        <del className={classes.gone}>
          <VisuallyHidden>{t('was')} </VisuallyHidden>
          {words.value(field, before)}
        </del>
      )}{' '}
      <ins className={classes.fresh}>
        <VisuallyHidden>{t('now')} </VisuallyHidden>
        {words.value(field, after)}
      </ins>
    </>
  );
}

function Difference({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('history');
  const pieces = useMemo(() => shortened(difference(before, after)), [before, after]);
  return (
    <span className={classes.text}>
      {pieces.map((piece, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
        if (piece === null) return <span key={index}>…</span>;
        const { kind, text } = piece;
        if (kind === 'same') {
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
          return <span key={index}>{text}</span>;
        }
        const Mark = kind === 'gone' ? 'del' : 'ins';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
          <Mark key={index} className={kind === 'gone' ? classes.gone : classes.fresh}>
            <VisuallyHidden>{t(kind === 'gone' ? 'goneMark' : 'newMark')} </VisuallyHidden>
            {text}
          </Mark>
        );
      })}
    </span>
  );
}
