import { DateInput, type DateInputProps } from '@mantine/dates';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '@/app/ui/PersonPicker';
import { readDay } from '../rules/days';

/** As dates read elsewhere on the page; what is typed is read in the same order. */
const dayForms: Record<string, string> = { es: 'D MMM YYYY', ar: 'D MMMM YYYY' };

/** A day, typed or picked. */
export function DayInput(props: DateInputProps) {
  const { t, i18n } = useTranslation('plan');
  return (
    <DateInput
      valueFormat={dayForms[i18n.language] ?? 'MMM D, YYYY'}
      // The picker itself knows English months only.
      {...(i18n.language === 'en'
        ? {}
        : { dateParser: (text: string) => readDay(text, i18n.language) })}
      clearable
      clearButtonProps={{ 'aria-label': t('form.clearDate') }}
      popoverProps={{ withinPortal: true }}
      {...props}
    />
  );
}

export function OwnerInput(props: GetInputPropsReturnType) {
  const { t } = useTranslation('plan');
  const { value, onChange, error } = props;
  return (
    <PersonPicker
      label={t('owner')}
      description={t('ownerHint')}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
