import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '@/app/ui/ConflictNotice';
import { useFormat } from '@/app/ui/format';
import { SaveState } from '@/app/ui/SaveState';
import type { Field } from '../form';
import type { AnswerControl } from './context';

/** Under each field: where what was typed is, and both texts when two people typed. */
export function SavedNote({ field, control }: { field: Field; control: AnswerControl }) {
  const words = useAnswerWords(field);
  const { status, theirs, value, refusal, resolve } = control;
  return (
    <>
      <SaveState status={status} refusal={refusal} />
      {status === 'conflict' && theirs && (
        <ConflictNotice
          label={field.label}
          mine={words(value.value)}
          theirs={words(theirs.value.value)}
          by={theirs.by ?? null}
          canKeepBoth={field.kind === 'text'}
          onResolve={resolve}
        />
      )}
    </>
  );
}

/** How an answer reads: a choice by its title, a date as a date. */
export function useAnswerWords(field: Field): (value: string) => string {
  const { t } = useTranslation('app');
  const format = useFormat();
  return (value) => {
    if (!value) return '';
    if (field.kind === 'date') return format.date(value, 'long');
    if (field.kind !== 'choice') return value;
    return field.options?.find(({ id }) => id === value)?.title ?? t('status.unrated');
  };
}
