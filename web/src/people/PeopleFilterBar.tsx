import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import type { PeopleFilter } from './queries';

interface PeopleFilterBarProps {
  filter: PeopleFilter;
  onChange: (filter: PeopleFilter) => void;
}

export function PeopleFilterBar({ filter, onChange }: PeopleFilterBarProps) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState(filter.q);
  const search = useDebouncedCallback((q: string) => onChange({ ...filter, q: q.trim() }), {
    delay: 300,
    flushOnUnmount: false,
  });
  return (
    <Group component="search" align="flex-end" gap="md" mb="md">
      <TextInput
        type="search"
        label={t('search')}
        leftSection={<IconSearch aria-hidden size={20} />}
        maxLength={200}
        flex="2 1 16rem"
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          search(value);
        }}
      />
      <SchoolPicker
        label={t('filterSchool')}
        none={t('allSchools')}
        flex="1 1 14rem"
        value={filter.school}
        onChange={(school) => onChange({ ...filter, school })}
      />
    </Group>
  );
}
