import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Filters as FilterGrid } from '@/app/ui/Filters';
import { useDistrict } from '@/identity/session';
import { useSchools } from '@/schools/queries';
import { type Filters, isFiltered, statuses } from './filters';

const all = 'all';

interface FilterBarProps {
  filters: Filters;
  set: (filters: Filters) => void;
}

export function FilterBar({ filters, set }: FilterBarProps) {
  const { t } = useTranslation(['action', 'app']);
  const { id: district } = useDistrict();
  const { data: schools = [] } = useSchools(district);
  const pick = (field: keyof Filters) => (value: string | null) =>
    set({ ...filters, [field]: value && value !== all ? value : undefined });
  return (
    <FilterGrid label={t('filters.label')}>
      <Select
        label={t('filters.school')}
        searchable
        allowDeselect={false}
        data={[
          { value: all, label: t('filters.everywhere') },
          { value: 'district', label: t('app:district') },
          ...schools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.school ?? all}
        onChange={pick('school')}
      />
      <Select
        label={t('filters.owner')}
        allowDeselect={false}
        data={[
          { value: all, label: t('filters.anyone') },
          { value: 'me', label: t('filters.mine') },
        ]}
        value={filters.owner ?? all}
        onChange={pick('owner')}
      />
      <Select
        label={t('filters.due')}
        allowDeselect={false}
        data={[
          { value: all, label: t('filters.anyDay') },
          { value: 'overdue', label: t('filters.overdue') },
          { value: 'soon', label: t('filters.soon') },
        ]}
        value={filters.due ?? all}
        onChange={pick('due')}
      />
      <Select
        label={t('filters.status')}
        allowDeselect={false}
        data={[
          { value: all, label: t('filters.anyStatus') },
          ...statuses.map((s) => ({ value: s, label: t(`app:status.${s}`) })),
        ]}
        value={filters.status ?? all}
        onChange={pick('status')}
      />
      <Search text={filters.q ?? ''} set={(q) => set({ ...filters, q: q || undefined })} />
      {isFiltered(filters) && (
        <Button
          variant="subtle"
          leftSection={<IconX aria-hidden size={18} />}
          onClick={() => set({})}
        >
          {t('filters.clear')}
        </Button>
      )}
    </FilterGrid>
  );
}

function Search({ text, set }: { text: string; set: (text: string) => void }) {
  const { t } = useTranslation('action');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const later = useDebouncedCallback(set, 350);
  return (
    <TextInput
      type="search"
      label={t('filters.search')}
      leftSection={<IconSearch aria-hidden size={18} />}
      maxLength={200}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        later(value.trim());
      }}
    />
  );
}
