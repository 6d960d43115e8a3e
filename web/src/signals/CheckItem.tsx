import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { PathLink } from '@/home/PathLink';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import type { SignalCheck } from './queries';
import classes from './Signals.module.css';

/** A check: what it asks, how many records have it, and the very ones that have not. */
export function CheckItem({ check }: { check: SignalCheck }) {
  const { t } = useTranslation('signals');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const { key, met, of, missing } = check;
  const words = <span>{t(`check.${key}` as 'check.goal_has_strategy')}</span>;
  if (met === of) {
    return (
      <li className={classes.whole}>
        {words}
        <ToneBadge icon={IconCircleCheck} tone="good">
          {t('met', { met, count: of })}
        </ToneBadge>
      </li>
    );
  }
  const more = of - met - missing.length;
  return (
    <li>
      <details className={classes.check}>
        <summary>
          {words}
          <ToneBadge icon={IconAlertTriangle} tone="attention">
            {t('met', { met, count: of })}
          </ToneBadge>
        </summary>
        <Text size="sm" c="dimmed">
          {t('missing')}
        </Text>
        <ul className={classes.missing}>
          {missing.map((slot, at) => {
            const school = schoolName(slot.school_id);
            const title = voice(key, slot.title, t);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two records may have one title and page
              <li key={at}>
                <PathLink href={`/d/${district}${slot.link}`} className={classes.link}>
                  {title}
                </PathLink>
                {school && school !== slot.title && ` · ${school}`}
              </li>
            );
          })}
          {more > 0 && <li>{t('more', { count: more })}</li>}
        </ul>
      </details>
    </li>
  );
}

/** Of these the slots are codes, not titles of records. */
const coded = ['voices_at_table', 'public_told', 'workshop_held', 'workshop_voices'];

function voice(key: string, title: string, t: ReturnType<typeof useTranslation<'signals'>>['t']) {
  return coded.includes(key) ? t(`voice.${title}` as 'voice.board') : title;
}
