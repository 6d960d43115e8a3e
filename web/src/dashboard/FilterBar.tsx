import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { usePlan } from '@/plan/queries';
import classes from './Dashboard.module.css';
import type { Dashboard, Filter } from './queries';

/** Which part of the district is on the page: by school year, goal and student group. */
export function FilterBar({ seen, filter }: { seen: Dashboard; filter: Filter }) {
  const { t } = useTranslation('dashboard');
  const { id: district } = useDistrict();
  const { data: plan } = usePlan(district);
  const navigate = useNavigate();
  const set = (change: Filter) =>
    void navigate({
      to: '.',
      search: (now: Filter) => ({ ...now, ...change }),
      replace: true,
      resetScroll: false,
    });
  const goals = (plan?.goals ?? []).filter(({ status }) => status !== 'archived');
  return (
    <search className={classes.filters} aria-label={t('filter.title')}>
      <Select
        label={t('filter.year')}
        data={seen.years}
        value={filter.year ?? seen.year}
        allowDeselect={false}
        onChange={(year) => set({ year: year ?? undefined })}
      />
      <Select
        label={t('filter.goal')}
        placeholder={t('filter.anyGoal')}
        clearable
        searchable
        data={goals.map(({ id, title }) => ({ value: id, label: title }))}
        value={filter.goal ?? null}
        onChange={(goal) => set({ goal: goal ?? undefined })}
      />
      <Select
        label={t('filter.group')}
        placeholder={t('filter.anyGroup')}
        clearable
        searchable
        nothingFoundMessage={t('filter.noGroup')}
        data={seen.groups}
        value={filter.group ?? null}
        onChange={(group) => set({ group: group ?? undefined })}
      />
    </search>
  );
}
