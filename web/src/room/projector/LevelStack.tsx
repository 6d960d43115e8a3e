import type { Schema } from '@/api/client';
import { useFormat } from '@/app/ui/format';
import type { Level } from '../pack';
import { levelColor } from '../parts/Continuum';
import classes from './Screen.module.css';

/** How many chose each level, side by side in one bar; the words for it are beside it, or said. */
export function LevelStack({ counts, levels }: LevelStackProps) {
  const { commas } = useFormat();
  const countOf = (id: string) => counts.find(({ value }) => value === id)?.count ?? 0;
  return (
    <span
      className={classes.stack}
      role="img"
      aria-label={commas(levels.map(({ id, title }) => `${title}: ${countOf(id)}`))}
    >
      {levels.map(({ id }, index) => {
        const count = countOf(id);
        if (count === 0) return null;
        return (
          <span
            key={id}
            aria-hidden
            style={{
              flexGrow: count,
              background: levelColor(index, levels.length),
              color:
                index === levels.length - 1
                  ? 'light-dark(#fff, #073b40)'
                  : 'light-dark(#0c2224, #f2f6f7)',
            }}
          >
            {count}
          </span>
        );
      })}
    </span>
  );
}

interface LevelStackProps {
  counts: Schema<'LevelCount'>[];
  levels: Level[];
}
