import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { StatusBadge, type Tone } from '@/app/ui/StatusBadge';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import classes from './Dashboard.module.css';
import type { Cell, Dashboard } from './queries';
import { allOf, byPlace, type Mood, moodOf } from './rules';

const tones: Record<Mood, Tone> = {
  empty: 'neutral',
  late: 'late',
  done: 'good',
  moving: 'progress',
  waiting: 'neutral',
};

/** Schools down, goals across; each cell leads to its records. */
export function Matrix({ seen }: { seen: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const { id: district } = useDistrict();
  const cell = byPlace(seen.cells);
  return (
    <TableRegion label={t('matrix.title')}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('matrix.place')}
            </th>
            {seen.goals.map((goal) => (
              <th key={goal.id} scope="col">
                <TextLink
                  to="/d/$district/plan/goals/$goal"
                  params={{ district, goal: goal.id }}
                  fz="sm"
                >
                  {`${goal.number}. ${goal.title}`}
                </TextLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('matrix.district')}</th>
            {seen.goals.map((goal) => (
              <td key={goal.id}>
                <CellLink cell={cell(goal.id, '')} goal={goal.title} place={t('matrix.district')} />
              </td>
            ))}
          </tr>
          {seen.schools.map((school) => (
            <tr key={school.id}>
              <th scope="row">
                <TextLink
                  to="/d/$district/plan/schools/$school"
                  params={{ district, school: school.id }}
                  fz="sm"
                >
                  {school.name}
                </TextLink>
                {school.template_state && (
                  <div>
                    <Text size="xs" c="dimmed">
                      {t('matrix.template')}
                    </Text>
                    <StatusBadge status={school.template_state} />
                  </div>
                )}
              </th>
              {seen.goals.map((goal) => (
                <td key={goal.id}>
                  <CellLink cell={cell(goal.id, school.id)} goal={goal.title} place={school.name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

interface CellLinkProps {
  cell: Cell | undefined;
  goal: string;
  place: string;
}

function CellLink({ cell, goal, place }: CellLinkProps) {
  const { t } = useTranslation('dashboard');
  const { id: district } = useDistrict();
  const { commas } = useFormat();
  if (!cell) return <span className={classes.apart}>{t('matrix.apart')}</span>;
  const { tally, course, school_id } = cell;
  const words = commas([
    allOf(tally) === 0
      ? t('matrix.nothing')
      : t('matrix.done', { done: tally.done, count: allOf(tally) }),
    ...(tally.late > 0 ? [t('late', { count: tally.late })] : []),
  ]);
  const measured = commas([
    ...(course.on_track > 0 ? [t('course.on', { count: course.on_track })] : []),
    ...(course.off_track > 0 ? [t('course.off', { count: course.off_track })] : []),
  ]);
  const inside = (
    <>
      {words}
      {measured && <small>{measured}</small>}
    </>
  );
  const common = {
    className: classes.cell,
    'data-tone': tones[moodOf(tally)],
    'aria-label': t('matrix.cell', {
      goal,
      place,
      words: commas([words, measured].filter(Boolean)),
    }),
  };
  return school_id ? (
    <Link
      to="/d/$district/plan/schools/$school/goals/$goal"
      params={{ district, school: school_id, goal: cell.goal_id }}
      {...common}
    >
      {inside}
    </Link>
  ) : (
    <Link to="/d/$district/plan/goals/$goal" params={{ district, goal: cell.goal_id }} {...common}>
      {inside}
    </Link>
  );
}
