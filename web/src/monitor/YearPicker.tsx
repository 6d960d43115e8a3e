import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { schoolYearOf, today } from '@/app/ui/format';

interface YearPickerProps {
  value: string;
  /** Years that have something. */
  known: string[];
  onChange: (year: string) => void;
}

/** School years to look at: those that have something, the current one, and the next. */
export function YearPicker({ value, known, onChange }: YearPickerProps) {
  const { t } = useTranslation('monitor');
  const now = schoolYearOf(today());
  const years = [...new Set([...known, now, value])].sort().reverse();
  return (
    <Select
      label={t('year')}
      data={years}
      value={value}
      allowDeselect={false}
      maw="10rem"
      onChange={(picked) => picked && onChange(picked)}
    />
  );
}
