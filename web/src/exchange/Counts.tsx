import { useTranslation } from 'react-i18next';
import classes from './Import.module.css';
import type { ImportResult } from './rules';

interface CountsProps {
  kind: 'preview' | 'apply';
  counts: ImportResult['counts'];
}

const tones = {
  error: 'late',
  skip: 'attention',
  update: 'progress',
  create: 'good',
  same: 'neutral',
} as const;

const order = ['create', 'update', 'same', 'skip', 'error'] as const;

/** '12 will be added, 3 changed, …': only what there is. */
export function Counts({ kind, counts }: CountsProps) {
  const { t } = useTranslation('exchange');
  return (
    <ul className={classes.counts}>
      {order.map(
        (outcome) =>
          counts[outcome] > 0 && (
            <li key={outcome} data-tone={tones[outcome]}>
              <strong>{counts[outcome]}</strong>{' '}
              {t(`${kind}.counts.${outcome}`, { count: counts[outcome] })}
            </li>
          ),
      )}
    </ul>
  );
}
