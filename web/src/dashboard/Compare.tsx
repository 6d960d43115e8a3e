import { Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { TableRegion } from '@/app/ui/TableRegion';
import { useMySchools } from '@/identity/session';
import classes from './Dashboard.module.css';
import type { Dashboard, SchoolRow } from './queries';
import { allOf, byPlace } from './rules';

interface Two {
  a?: string;
  b?: string;
}

/** Two schools side by side: the same numbers, the same order. */
export function Compare({ seen }: { seen: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const navigate = useNavigate();
  const [mine] = useMySchools();
  const picked: Two = useSearch({ strict: false });
  const known = (id: string | undefined) => seen.schools.find((school) => school.id === id);
  const a = known(picked.a) ?? known(mine) ?? seen.schools[0];
  const b = known(picked.b) ?? seen.schools.find((school) => school.id !== a?.id);
  const set = (change: Two) =>
    void navigate({
      to: '.',
      search: (now: Two) => ({ ...now, ...change }),
      replace: true,
      resetScroll: false,
    });
  if (!a || !b) return null;
  return (
    <section aria-labelledby="compare">
      <Title order={2} id="compare">
        {t('compare.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('compare.text')}
      </Text>
      <div className={classes.filters}>
        <SchoolPicker
          label={t('compare.first')}
          allowDeselect={false}
          value={a.id}
          onChange={(school) => school && set({ a: school })}
        />
        <SchoolPicker
          label={t('compare.second')}
          allowDeselect={false}
          value={b.id}
          onChange={(school) => school && set({ b: school })}
        />
      </div>
      <SideBySide seen={seen} pair={[a, b]} />
    </section>
  );
}

function SideBySide({ seen, pair }: { seen: Dashboard; pair: [SchoolRow, SchoolRow] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const cell = byPlace(seen.cells);
  const together = (school: SchoolRow) =>
    seen.together.find(({ school_id }) => school_id === school.id);
  const done = (tally: SchoolRow['tally']) =>
    allOf(tally) === 0
      ? t('matrix.nothing')
      : t('matrix.done', { done: tally.done, count: allOf(tally) });
  const lines: { name: string; of: (school: SchoolRow) => React.ReactNode }[] = [
    {
      name: t('matrix.template'),
      of: ({ template_state }) =>
        template_state ? <StatusBadge status={template_state} /> : t('compare.noTemplate'),
    },
    { name: t('totals.activities'), of: ({ tally }) => done(tally) },
    { name: t('compare.late'), of: ({ tally }) => format.number(tally.late) },
    {
      name: t('compare.targets'),
      of: ({ course }) => t('compare.of', { met: course.with_target, count: course.measures }),
    },
    { name: t('compare.onTrack'), of: ({ course }) => format.number(course.on_track) },
    { name: t('compare.offTrack'), of: ({ course }) => format.number(course.off_track) },
    { name: t('totals.money', { year: seen.year }), of: ({ tally }) => format.money(tally.cents) },
    {
      name: t('compare.used', { year: seen.year }),
      of: ({ tally }) => format.money(tally.used_cents),
    },
    {
      name: t('compare.reports'),
      of: (school) => {
        const { reports_in = 0, reports = 0 } = together(school) ?? {};
        return t('compare.of', { met: reports_in, count: reports });
      },
    },
    {
      name: t('compare.barriers'),
      of: (school) => format.number(together(school)?.barriers_open ?? 0),
    },
    {
      name: t('compare.commitments'),
      of: (school) => format.number(together(school)?.commitments_open ?? 0),
    },
    ...seen.goals.map((goal) => ({
      name: `${goal.number}. ${goal.title}`,
      of: (school: SchoolRow) => {
        const there = cell(goal.id, school.id);
        return there ? done(there.tally) : t('matrix.apart');
      },
    })),
  ];
  return (
    <TableRegion label={t('compare.title')}>
      <table className={classes.plain}>
        <thead>
          <tr>
            <td />
            {pair.map((school, at) => (
              <th key={at === 0 ? 'a' : 'b'} scope="col">
                {school.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(pair[0])}</td>
              <td>{of(pair[1])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
