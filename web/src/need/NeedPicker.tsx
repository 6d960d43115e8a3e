import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { type Need, type Scope, useNeeds } from './queries';

interface NeedPickerProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  scope: Scope;
  value: string | null;
  onChange: (need: Need | null) => void;
}

/** Picks a need of the district or of a school; those set aside are not offered. */
export function NeedPicker({ scope, value, onChange, ...input }: NeedPickerProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const { data = [] } = useNeeds(district, scope);
  const offered = data.filter(
    ({ id, kind, state }) => id === value || (kind === 'need' && state !== 'set_aside'),
  );
  return (
    <Select
      searchable
      clearable
      placeholder={t('pick.placeholder')}
      nothingFoundMessage={t('noNeeds.title')}
      {...input}
      data={offered.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={(picked) => onChange(offered.find(({ id }) => id === picked) ?? null)}
    />
  );
}
