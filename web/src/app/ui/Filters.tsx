import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Filters.module.css';

/** What a list shows: side by side, two in a row on a phone. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  return (
    <search aria-label={label} className={classes.filters}>
      {children}
    </search>
  );
}

const any = 'any';

interface ChoiceFilterProps<T extends string> {
  label: string;
  /** The words for: whichever. */
  anyone: string;
  choices: { value: T; label: string }[];
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

/** One of a few, or whichever. */
export function ChoiceFilter<T extends string>(props: ChoiceFilterProps<T>) {
  const { label, anyone, choices, value, onChange } = props;
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={[{ value: any, label: anyone }, ...choices]}
      value={value ?? any}
      onChange={(picked) => onChange(choices.find((choice) => choice.value === picked)?.value)}
    />
  );
}
