import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { useSchools } from '@/schools/queries';

const all = 'all';

interface PlaceFilterProps {
  label: string;
  /** The words for everything: the district's and every school's. */
  everywhere: string;
  /** A school's id, 'district' for those of no school, or nothing for all. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** There is nothing of the district alone. */
  schoolsOnly?: boolean;
}

/** Whose records a list shows. */
export function PlaceFilter(props: PlaceFilterProps) {
  const { label, everywhere, value, onChange, schoolsOnly = false } = props;
  const { t } = useTranslation();
  const { id } = useDistrict();
  const { data: schools = [] } = useSchools(id);
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      data={[
        { value: all, label: everywhere },
        ...(schoolsOnly ? [] : [{ value: 'district', label: t('district') }]),
        ...schools.map((school) => ({ value: school.id, label: school.name })),
      ]}
      value={value ?? all}
      onChange={(picked) => onChange(picked && picked !== all ? picked : undefined)}
    />
  );
}

/** What an address says about whose records to show. */
export const placeFrom = (search: Record<string, unknown>): string | undefined =>
  typeof search.school === 'string' && search.school.trim() !== '' ? search.school : undefined;
