import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { canKeepBoth } from '@/api/merge';
import type { FieldConflict, RecordForm } from '@/api/useRecordForm';
import { ConflictNotice } from './ConflictNotice';

interface RecordConflictsProps<Fields extends object> {
  editor: RecordForm<Fields>;
  label: (field: keyof Fields & string) => string;
  /** How a field's value reads, when it is not a text. */
  show?: (field: keyof Fields & string, value: Fields[keyof Fields & string]) => ReactNode;
}

/** The open conflicts of a record's form, above its buttons. */
export function RecordConflicts<Fields extends object>(props: RecordConflictsProps<Fields>) {
  const { editor, label, show } = props;
  const words = (field: keyof Fields & string, value: FieldConflict<Fields>['mine']): ReactNode =>
    show ? show(field, value) : typeof value === 'string' ? value : JSON.stringify(value);
  if (editor.conflicts.length === 0) return null;
  return (
    <Stack gap="sm">
      {editor.conflicts.map((conflict) => (
        <ConflictNotice
          key={conflict.field}
          label={label(conflict.field)}
          mine={words(conflict.field, editor.form.getValues()[conflict.field])}
          theirs={words(conflict.field, conflict.theirs)}
          by={conflict.by}
          canKeepBoth={canKeepBoth(conflict.mine, conflict.theirs)}
          onResolve={(choice) => editor.resolve(conflict.field, choice)}
        />
      ))}
    </Stack>
  );
}
