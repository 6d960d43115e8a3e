import { useTranslation } from 'react-i18next';
import { placesFor } from '@/action/rights';
import { useDistrict } from '@/identity/session';
import { SchoolPicker } from './SchoolPicker';

interface PlaceFieldProps {
  label: string;
  value: string | null;
  onChange: (school: string | null) => void;
}

/** For whom something new is: the district or a school, as far as the person may. */
export function PlaceField({ label, value, onChange }: PlaceFieldProps) {
  const { t } = useTranslation();
  const { grants } = useDistrict();
  const places = placesFor(grants);
  return (
    <SchoolPicker
      label={label}
      value={value}
      onChange={onChange}
      allowDeselect={false}
      {...(places.district ? { none: t('district') } : {})}
      {...(places.schools === 'all' ? {} : { only: places.schools })}
    />
  );
}

/** Where a person adds things first: for the district team the district, else their school. */
export function usePlace(): { may: boolean; first: string | null } {
  const { grants } = useDistrict();
  const places = placesFor(grants);
  const first = places.schools === 'all' ? null : (places.schools[0] ?? null);
  return { may: places.district || first !== null, first };
}
