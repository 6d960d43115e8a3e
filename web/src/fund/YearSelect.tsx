import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface YearSelectProps {
  year: string;
  years: readonly string[];
  onChange: (year: string) => void;
}

export function YearSelect({ year, years, onChange }: YearSelectProps) {
  const { t } = useTranslation('fund');
  return (
    <Select
      label={t('year')}
      w="10rem"
      allowDeselect={false}
      data={years.includes(year) ? [...years] : [...years, year].sort()}
      value={year}
      onChange={(picked) => picked && onChange(picked)}
    />
  );
}
