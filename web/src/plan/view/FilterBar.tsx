import { Button, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Filters } from '@/app/ui/Filters';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { usePersonId } from '@/identity/session';
import { usePlanPage } from '../PlanContext';
import type { PlanGoal } from '../queries';
import { isFiltered, ownersOf, type PlanFilter } from '../rules/filter';

interface FilterBarProps {
  goals: PlanGoal[];
  filter: PlanFilter;
}

export function FilterBar({ goals, filter }: FilterBarProps) {
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  const me = usePersonId();
  const { ownerName } = usePlanPage();
  const owners = useMemo(() => ownersOf(goals, ownerName), [goals, ownerName]);
  const people = [...owners]
    .map(([value, name]) => ({
      value,
      label: value === me ? t('filter.me', { name }) : name || t('filter.unknown'),
    }))
    .sort((a, b) => (a.value === me ? -1 : b.value === me ? 1 : a.label.localeCompare(b.label)));
  const set = (change: PlanFilter) =>
    void navigate({
      to: '.',
      search: (now: PlanFilter) => clean({ ...now, ...change }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Filters label={t('filter.title')}>
      <SchoolPicker
        label={t('filter.school')}
        placeholder={t('filter.anySchool')}
        clearable
        value={filter.school ?? null}
        onChange={(school) => set({ school: school ?? undefined })}
      />
      <Select
        label={t('filter.owner')}
        placeholder={t('filter.anyOwner')}
        clearable
        searchable
        data={people}
        value={filter.owner ?? null}
        onChange={(owner) => set({ owner: owner ?? undefined })}
      />
      {isFiltered(filter) && (
        <Button
          variant="default"
          leftSection={<IconFilterOff aria-hidden size={18} />}
          onClick={() => set({ school: undefined, owner: undefined })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </Filters>
  );
}

function clean({ school, owner }: PlanFilter): PlanFilter {
  return { ...(school ? { school } : {}), ...(owner ? { owner } : {}) };
}
