import { Button, Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/app/ui/StatusBadge';
import classes from './PeopleList.module.css';
import type { Grant, Person } from './queries';
import { canBeInvited, personStatus } from './rules';

interface PersonRowProps {
  person: Person;
  words: (grant: Grant) => string;
  /** Administrators only; without it the row is for reading. */
  edit?: {
    chosen: boolean;
    choose: (chosen: boolean) => void;
    open: () => void;
    invite: () => void;
  };
}

export function PersonRow({ person, words, edit }: PersonRowProps) {
  const { t } = useTranslation(['people', 'app']);
  const { name } = person;
  const status = personStatus(person);
  return (
    <li className={edit ? classes.person : `${classes.person} ${classes.plain}`}>
      {edit && (
        <Checkbox
          aria-label={t('choose', { name })}
          checked={edit.chosen}
          disabled={!person.active}
          onChange={({ currentTarget: { checked } }) => edit.choose(checked)}
        />
      )}
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {[person.title, person.email].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div className={classes.rest}>
        {person.grants.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noRole')}
          </Text>
        ) : (
          <ul className={classes.roles} aria-label={t('rolesOf', { name })}>
            {person.grants.map((grant) => (
              <Text component="li" size="sm" key={`${grant.role}${grant.school_id}`}>
                {words(grant)}
              </Text>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.rest}>
        {status === 'active' ? (
          // Nothing to notice: the badge is for what is not as usual.
          <Text size="sm" c="dimmed">
            {t('app:status.active')}
          </Text>
        ) : (
          <StatusBadge
            status={status}
            {...(status === 'invited' ? { label: t('notYetIn') } : {})}
          />
        )}
      </div>
      {edit && (
        <div className={classes.actions}>
          {canBeInvited(person) && (
            <Button variant="light" onClick={edit.invite} aria-label={t('inviteOne', { name })}>
              {t('invite')}
            </Button>
          )}
          <Button variant="default" onClick={edit.open} aria-label={t('editTitle', { name })}>
            {t('app:edit')}
          </Button>
        </div>
      )}
    </li>
  );
}
