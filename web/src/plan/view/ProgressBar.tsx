import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../plan.module.css';
import type { Progress } from '../rules/progress';
import tags from './tags.module.css';

/** How far the activities are: in words, with a bar for the eye. */
export function ProgressBar({ progress }: { progress: Progress }) {
  const { t } = useTranslation('plan');
  const { total, done, in_progress, overdue } = progress;
  if (total === 0) return <span className={classes.progress}>{t('progress.none')}</span>;
  const share = (count: number) => ({ inlineSize: `${(100 * count) / total}%` });
  return (
    <div className={classes.progress}>
      <div className={classes.bar} aria-hidden>
        <span data-tone="good" style={share(done)} />
        <span data-tone="progress" style={share(in_progress)} />
      </div>
      <span>
        {t('progress.done', { done, count: total })}
        {in_progress > 0 && `, ${t('progress.doing', { count: in_progress })}`}
      </span>
      {overdue > 0 && (
        <span className={tags.tag} data-tone="late">
          <IconClockExclamation aria-hidden size={16} />
          {t('progress.overdue', { count: overdue })}
        </span>
      )}
    </div>
  );
}
