import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level, Row } from '../pack';
import classes from './Continuum.module.css';

export const levelColor = (index: number, of: number): string =>
  `var(--level-${of <= 1 ? 3 : Math.round((3 * index) / (of - 1))})`;

/** Where one is between the two ends; what was passed on the way from the right is hatched. */
export function LevelScale({ levels, at, walked = false }: ScaleProps) {
  const { t } = useTranslation('room');
  return (
    <ol
      className={classes.scale}
      style={{ ['--levels' as string]: levels.length }}
      aria-label={t('rate.scale')}
    >
      {levels.map((level, index) => (
        <li
          key={level.id}
          className={classes.place}
          aria-current={index === at ? 'true' : undefined}
          data-passed={(walked && at !== null && index > at) || undefined}
        >
          {level.title}
        </li>
      ))}
    </ol>
  );
}

interface ScaleProps {
  levels: Level[];
  at: number | null;
  walked?: boolean;
}

/** One description of the continuum, large: the thing to read and decide on. */
export function Cell({ row, level, settled = false, children }: CellProps) {
  return (
    <div className={classes.cell} data-settled={settled || undefined}>
      <span className={classes.levelName}>
        {level.title} {level.note && <span className={classes.note}>({level.note})</span>}
      </span>
      {row.cells[level.id]}
      {children}
    </div>
  );
}

interface CellProps {
  row: Row;
  level: Level;
  settled?: boolean;
  children?: ReactNode;
}

/** All descriptions of a row side by side; the chosen one stands out by more than its colour. */
export function RowCells({ row, levels, chosen, mark }: RowCellsProps) {
  return (
    <div className={classes.row} style={{ ['--levels' as string]: levels.length }}>
      {levels.map((level) => (
        <div
          key={level.id}
          className={classes.small}
          data-chosen={level.id === chosen || undefined}
        >
          <span className={classes.levelName}>{level.title}</span>
          {row.cells[level.id]}
          {mark?.(level)}
        </div>
      ))}
    </div>
  );
}

interface RowCellsProps {
  row: Row;
  levels: Level[];
  chosen?: string | null;
  mark?: (level: Level) => ReactNode;
}
