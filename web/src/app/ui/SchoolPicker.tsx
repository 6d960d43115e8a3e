import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { useSchools } from '@/schools/queries';

interface SchoolPickerProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  value: string | null;
  onChange: (school: string | null) => void;
  /** Only these are offered. */
  only?: string[];
  /** The words for "no school", e.g. 'District'. Without it a school has to be picked. */
  none?: string;
}

const noSchool = '-';

export function SchoolPicker({ value, onChange, only, none, ...input }: SchoolPickerProps) {
  const { t } = useTranslation();
  const schools = useOpenSchools(only, value ? [value] : []);
  return (
    <Select
      placeholder={t('school.placeholder')}
      searchable
      {...input}
      data={none ? [{ value: noSchool, label: none }, ...schools] : schools}
      value={value ?? (none ? noSchool : null)}
      onChange={(picked) => onChange(picked === noSchool ? null : picked)}
    />
  );
}

interface SchoolsPickerProps extends Omit<MultiSelectProps, 'value' | 'onChange' | 'data'> {
  value: string[];
  onChange: (schools: string[]) => void;
}

export function SchoolsPicker({ value, onChange, ...input }: SchoolsPickerProps) {
  const { t } = useTranslation();
  return (
    <MultiSelect
      placeholder={value.length === 0 ? t('school.placeholder') : undefined}
      searchable
      {...input}
      data={useOpenSchools(undefined, value)}
      value={value}
      onChange={onChange}
    />
  );
}

/** Open schools, and closed ones that are chosen already. */
function useOpenSchools(only: string[] | undefined, chosen: string[]) {
  const { id } = useDistrict();
  const { data = [] } = useSchools(id);
  return data
    .filter((school) => school.status === 'open' || chosen.includes(school.id))
    .filter((school) => !only || only.includes(school.id))
    .map((school) => ({ value: school.id, label: school.name }));
}
