import { TextInput, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { PersonPicker } from './PersonPicker';

interface DayFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  value?: string | null | undefined;
  onChange: (day: string | null) => void;
}

/** A day, as the browser lets people enter days. */
export function DayField({ value, onChange, ...input }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      {...input}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

interface OwnerFieldProps {
  label: string;
  owner: { owner_id?: string | null; owner_name: string };
  onChange: (owner: { owner_id: string | null; owner_name: string }) => void;
  error?: ReactNode;
}

/** A person of the district, or a name. */
export function OwnerField({ label, owner, onChange, error }: OwnerFieldProps) {
  return (
    <PersonPicker
      label={label}
      error={error}
      value={{ person_id: owner.owner_id ?? null, name: owner.owner_name }}
      onChange={({ person_id, name }) => onChange({ owner_id: person_id, owner_name: name })}
    />
  );
}
