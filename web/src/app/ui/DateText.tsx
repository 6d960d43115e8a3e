import { type DateForm, useFormat } from './format';

/** A date or time in the person's language; the other form is in the tooltip. */
export function DateText({ value, form = 'date' }: { value: string; form?: DateForm }) {
  const format = useFormat();
  const other = form === 'relative' ? (value.length > 10 ? 'time' : 'date') : 'relative';
  return (
    <time dateTime={value} title={format.date(value, other)}>
      {format.date(value, form)}
    </time>
  );
}
