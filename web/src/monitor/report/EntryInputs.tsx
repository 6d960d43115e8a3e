import { Stack, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '@/app/ui/ConflictNotice';
import { SaveState } from '@/app/ui/SaveState';
import type { SavedFieldControl } from '@/offline/useSavedField';
import { canKeepBoth } from '../drafts';
import classes from '../monitor.module.css';
import { studentsTyped } from '../rules';
import { type EntryPlace, useEntry } from './useEntry';

interface NoteProps {
  place: EntryPlace;
  label: string;
  control: SavedFieldControl<string>;
  words?: (value: string) => string;
}

function Note({ place, label, control, words = (value) => value }: NoteProps) {
  const { status, theirs, value, refusal, resolve } = control;
  return (
    <>
      <SaveState status={status} refusal={refusal} />
      {status === 'conflict' && theirs && (
        <ConflictNotice
          label={label}
          mine={words(value)}
          theirs={words(theirs.value)}
          by={theirs.by ?? null}
          canKeepBoth={canKeepBoth(place.part)}
          onResolve={resolve}
        />
      )}
    </>
  );
}

export function TextEntry({ place }: { place: EntryPlace }) {
  const { t } = useTranslation('monitor');
  const control = useEntry(place);
  const label = t(`parts.${place.part}.label`);
  return (
    <Stack gap={4}>
      <Textarea
        label={label}
        description={t(`parts.${place.part}.help`)}
        maxLength={4000}
        value={control.value}
        onChange={(event) => control.setValue(event.currentTarget.value)}
        onBlur={control.flush}
      />
      <Note place={place} label={label} control={control} />
    </Stack>
  );
}

/** How many. Of one to nine students only that they are few is kept. */
export function CountEntry({ place }: { place: EntryPlace }) {
  const { t } = useTranslation('monitor');
  const control = useEntry(place);
  const students = place.part === 'students_reached';
  const label = t(`parts.${place.part}.label`);
  const shown = (value: string) => (value === 'few' ? t('few') : value);
  const [text, setText] = useState(shown(control.value));
  const [touched, setTouched] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of a value stay the same
  useEffect(() => {
    if (!touched) setText(shown(control.value));
  }, [control.value, touched]);
  const bad = text.trim() !== '' && text !== t('few') && !/^\d+$/.test(text.trim());
  const leave = () => {
    setTouched(false);
    if (!bad && text !== t('few')) {
      const plain = text.trim().replace(/^0+(?=\d)/, '');
      control.setValue(students ? studentsTyped(plain) : plain);
      control.flush();
    }
  };
  return (
    <Stack gap={4}>
      <TextInput
        label={label}
        description={t(`parts.${place.part}.help`)}
        inputMode="numeric"
        maxLength={20}
        value={text}
        error={bad ? t('wholeNumber') : null}
        onFocus={() => setTouched(true)}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={leave}
      />
      <Note place={place} label={label} control={control} words={shown} />
    </Stack>
  );
}

interface ChoiceEntryProps {
  place: EntryPlace;
  options: readonly { value: string; label: string; help?: string }[];
}

/** One of a few: real radio buttons with words. */
export function ChoiceEntry({ place, options }: ChoiceEntryProps) {
  const { t } = useTranslation('monitor');
  const control = useEntry(place);
  const label = t(`parts.${place.part}.label`);
  const name = `${place.part}-${place.strategy.strategy_id}`;
  const words = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{label}</legend>
      {options.map((option, index) => (
        <label key={option.value} className={classes.choice}>
          <input
            type="radio"
            id={`${name}-${index}`}
            name={name}
            value={option.value}
            checked={control.value === option.value}
            onChange={() => control.setValue(option.value)}
            onBlur={control.flush}
          />
          <span>
            {option.label}
            {option.help && <span className={classes.small}>{option.help}</span>}
          </span>
        </label>
      ))}
      <Note place={place} label={label} control={control} words={words} />
    </fieldset>
  );
}
