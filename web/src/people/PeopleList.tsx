import { Button, Center, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import classes from './PeopleList.module.css';
import { PersonRow } from './PersonRow';
import type { Person } from './queries';
import { canBeInvited } from './rules';
import { useGrantWords } from './useGrantWords';

interface PeopleListProps {
  people: Person[];
  /** The next page, when there is one. */
  more: { load: () => void; loading: boolean } | null;
  edit: { open: (person: Person) => void; invite: (people: Person[]) => void } | null;
}

export function PeopleList({ people, more, edit }: PeopleListProps) {
  const { t } = useTranslation(['people', 'app']);
  const { id: district } = useDistrict();
  const words = useGrantWords(useSchoolName(district));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const waiting = people.filter(canBeInvited);
  const invited = people.filter(({ id, active }) => active && chosen.has(id));

  const choose = (id: string, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });

  return (
    <Stack gap="md">
      {edit && waiting.length > 1 && (
        <Group gap="sm">
          <Text size="sm">{t('waiting', { count: waiting.length })}</Text>
          <Button variant="default" onClick={() => setChosen(new Set(waiting.map(({ id }) => id)))}>
            {t('chooseWaiting')}
          </Button>
        </Group>
      )}
      <ul className={classes.list} aria-label={t('title')}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            words={words}
            {...(edit
              ? {
                  edit: {
                    chosen: chosen.has(person.id),
                    choose: (on: boolean) => choose(person.id, on),
                    open: () => edit.open(person),
                    invite: () => edit.invite([person]),
                  },
                }
              : {})}
          />
        ))}
      </ul>
      {more && (
        <Center>
          <Button variant="default" loading={more.loading} onClick={more.load}>
            {t('app:more')}
          </Button>
        </Center>
      )}
      <div role="status">
        {edit && invited.length > 0 && (
          <Group className={classes.bar} data-tone="progress" justify="space-between">
            <span>{t('chosen', { count: invited.length })}</span>
            <Group gap="sm">
              <Button variant="default" onClick={() => setChosen(new Set())}>
                {t('chooseNone')}
              </Button>
              <Button onClick={() => edit.invite(invited)}>{t('inviteChosen')}</Button>
            </Group>
          </Group>
        )}
      </div>
    </Stack>
  );
}
