import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { TextLink } from '@/app/ui/links';
import { EntrySentence } from '@/history/EntrySentence';
import { gathered } from '@/history/rules/entries';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import classes from './Home.module.css';
import type { HistoryEntry } from './queries';
import { alike } from './rules';

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
            {alike(gathered(entries)).map(({ deed: entry, more }) => {
              const school = entry.entity === 'school' ? '' : schoolName(entry.school_id);
              return (
                <li key={entry.seq} className={classes.entry}>
                  <Text>
                    <EntrySentence entry={entry} />
                    {more > 0 && (
                      <Text span c="dimmed">
                        {' '}
                        {t('changed.more', { count: more })}
                      </Text>
                    )}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {school && `${school} · `}
                    <DateText value={entry.at} form="relative" />
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
