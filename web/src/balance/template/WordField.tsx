import { Stack, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '@/app/ui/PersonPicker';
import { type Field, inputId } from '../form';
import type { AnswerControl } from './context';
import { SavedNote } from './SavedNote';

interface WordFieldProps {
  functionId: string;
  field: Field;
  control: AnswerControl;
  required: boolean;
}

/** A text, a person or a day. */
export function WordField({ functionId, field, control, required }: WordFieldProps) {
  const { t } = useTranslation('balance');
  const { value, setValue, flush } = control;
  const shared = {
    id: inputId(functionId, field.id),
    label: required ? t('field.needed', { label: field.label }) : field.label,
    description: field.help,
    onBlur: flush,
  };
  return (
    <Stack gap={4}>
      {field.kind === 'text' && (
        <Textarea
          {...shared}
          maxLength={field.max_length}
          aria-required={required}
          value={value.value}
          onChange={(event) => setValue({ value: event.currentTarget.value, person_id: null })}
        />
      )}
      {field.kind === 'person' && (
        <PersonPicker
          {...shared}
          value={{ name: value.value, person_id: value.person_id }}
          onChange={({ name, person_id }) => setValue({ value: name, person_id })}
        />
      )}
      {field.kind === 'date' && (
        <DayInput
          {...shared}
          day={value.value}
          onDay={(day) => setValue({ value: day, person_id: null })}
        />
      )}
      <SavedNote field={field} control={control} />
    </Stack>
  );
}

interface DayInputProps {
  id: string;
  label: string;
  description: string;
  day: string;
  onDay: (day: string) => void;
  onBlur: () => void;
}

/** The device's own date input. A year half typed (0202) is not a day yet and is not saved. */
function DayInput({ day, onDay, ...input }: DayInputProps) {
  const [text, setText] = useState(day);
  useEffect(() => setText(day), [day]);
  return (
    <TextInput
      {...input}
      type="date"
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        if (!value || value >= '2000') onDay(value);
      }}
    />
  );
}
