import { useTranslation } from 'react-i18next';
import { StatusIcon, statusTone } from '@/app/ui/StatusBadge';
import classes from './Rating.module.css';

export const ratings = ['in-place', 'strengthen', 'create'] as const;
export type Rating = (typeof ratings)[number];

export const isRating = (text: string | null): text is Rating =>
  ratings.some((rating) => rating === text);

export function useRatingWord(): (rating: string | null) => string {
  const { t } = useTranslation(['balance', 'app']);
  return (rating) =>
    isRating(rating) ? t(`app:status.${rating}`) : (rating ?? t('heat.notSubmitted'));
}

/** A rating in a cell: icon and letter in its colour; the word too where there is room. */
export function RatingMark({ rating, wide }: { rating: string | null; wide: boolean }) {
  const { t } = useTranslation('balance');
  const word = useRatingWord();
  const known = isRating(rating) ? rating : 'unrated';
  return (
    <span className={classes.mark} data-tone={statusTone(known)} data-none={!rating || undefined}>
      {isRating(rating) && <StatusIcon status={rating} size={18} />}
      <span aria-hidden>{wide && rating ? word(rating) : t(`letter.${known}`)}</span>
    </span>
  );
}

/** What the marks mean. */
export function Legend() {
  const { t } = useTranslation('balance');
  const word = useRatingWord();
  return (
    <ul className={classes.legend} aria-label={t('heat.legend')}>
      {[...ratings, null].map((rating) => (
        <li key={rating}>
          <RatingMark rating={rating} wide={false} /> {word(rating)}
        </li>
      ))}
    </ul>
  );
}
