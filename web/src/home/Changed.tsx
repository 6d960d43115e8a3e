import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { TextLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import classes from './Home.module.css';
import type { HistoryEntry } from './queries';
import { deedOf, thingOf } from './rules';

/** What others did lately. */
export function Changed({ entries }: { entries: HistoryEntry[] }) {
  const { t } = useTranslation('home');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  return (
    <section aria-labelledby="home-changed">
      <Title order={2} id="home-changed" mb="sm">
        {t('changed.title')}
      </Title>
      {entries.length === 0 ? (
        <Text c="dimmed">{t('changed.none')}</Text>
      ) : (
        <>
          <ul className={classes.rows}>
            {entries.map(({ seq, at, person_name, operation, entity, title, school_id }) => {
              const thing = thingOf(entity);
              const school = schoolName(school_id);
              return (
                <li key={seq} className={classes.entry}>
                  <Text>
                    <strong>{person_name}</strong> {t(`changed.did.${deedOf(operation)}`)}{' '}
                    {thing ? t(`changed.thing.${thing}`) : ''}{' '}
                    {title && t('changed.named', { title })}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {school && thing !== 'school' ? `${school} · ` : ''}
                    <DateText value={at} form="relative" />
                  </Text>
                </li>
              );
            })}
          </ul>
          <TextLink to="/d/$district/history" params={{ district }} className={classes.all}>
            {t('changed.all')}
          </TextLink>
        </>
      )}
    </section>
  );
}
