import { isStatus, StatusIcon, statusTone } from '@/app/ui/StatusBadge';
import { type Field, inputId } from '../form';
import type { AnswerControl } from './context';
import { SavedNote } from './SavedNote';
import classes from './StatusField.module.css';

interface StatusFieldProps {
  functionId: string;
  field: Field;
  control: AnswerControl;
}

/** One of a few: real radio buttons, each with icon, word and colour. */
export function StatusField({ functionId, field, control }: StatusFieldProps) {
  const { value } = control;
  const id = inputId(functionId, field.id);
  return (
    <fieldset className={classes.group} aria-describedby={`${id}-help`}>
      <legend className={classes.label}>{field.label}</legend>
      <p id={`${id}-help`} className={classes.help}>
        {field.help}
      </p>
      <div className={classes.options}>
        {field.options?.map((option, place) => (
          <label
            key={option.id}
            className={classes.option}
            data-tone={isStatus(option.id) ? statusTone(option.id) : 'neutral'}
          >
            <input
              type="radio"
              id={place === 0 ? id : `${id}-${option.id}`}
              name={id}
              value={option.id}
              checked={value.value === option.id}
              onChange={() => control.setValue({ value: option.id, person_id: null })}
              onBlur={control.flush}
            />
            {isStatus(option.id) && <StatusIcon status={option.id} size={20} />}
            <span>{option.title}</span>
          </label>
        ))}
      </div>
      <SavedNote field={field} control={control} />
    </fieldset>
  );
}
