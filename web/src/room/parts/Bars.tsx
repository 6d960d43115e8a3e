import { useTranslation } from 'react-i18next';
import classes from './Bars.module.css';

export interface Bar {
  id: string;
  label: string;
  count: number;
  /** A CSS colour; the product's own without. */
  color?: string;
  /** What the person who looks has chosen. */
  mine?: boolean;
}

/** How many chose what: a bar, and the figure in words. A list, so that it can be read aloud. */
export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const { t } = useTranslation('room');
  const all = Math.max(
    1,
    bars.reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(({ id, label: word, count, color, mine }) => (
        <li key={id} className={`${classes.bar} ${mine ? classes.mine : ''}`}>
          <span className={classes.label} data-mine={mine ? t('yours') : undefined}>
            {word}
          </span>
          <span className={classes.count}>{count}</span>
          <div className={classes.track} aria-hidden>
            <div
              className={classes.fill}
              style={{ inlineSize: `${(100 * count) / all}%`, ['--bar' as string]: color }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
