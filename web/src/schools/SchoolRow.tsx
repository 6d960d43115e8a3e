import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import type { School } from './queries';
import classes from './Schools.module.css';

interface SchoolRowProps {
  district: string;
  school: School;
  team: Schema<'Team'> | undefined;
  template: Schema<'TemplateSummary'> | undefined;
  mine: boolean;
  /** Administrators only. */
  onEdit?: (() => void) | undefined;
}

/** A school and the ways to its plan, its team and its template. */
export function SchoolRow({ district, school, team, template, mine, onEdit }: SchoolRowProps) {
  const { t } = useTranslation(['schools', 'app']);
  const { number } = useFormat();
  const { id, name, code, level, grades, pupils, city, status } = school;
  const facts = [
    code,
    grades ? `${t(`app:levels.${level}`)} (${grades})` : t(`app:levels.${level}`),
    typeof pupils === 'number' ? t('pupils', { count: pupils, number: number(pupils) }) : '',
    city,
  ].filter(Boolean);
  return (
    <li className={classes.school}>
      <div>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
        {mine && (
          <Text size="sm" fw={600}>
            {t('yours')}
          </Text>
        )}
        {status === 'closed' && <StatusBadge status="closed" />}
      </div>
      <ul className={classes.ways} aria-label={t('ways', { name })}>
        <li>
          <TextLink
            to="/d/$district/plan/schools/$school"
            params={{ district, school: id }}
            className={classes.way}
          >
            {t('plan')}
          </TextLink>
        </li>
        {team && (
          <li>
            <TextLink
              to="/d/$district/teams/$team"
              params={{ district, team: team.id }}
              className={classes.way}
            >
              {t('team')}
            </TextLink>{' '}
            <StatusBadge status={team.complete ? 'complete' : 'incomplete'} />
          </li>
        )}
        {template && (
          <li>
            <TextLink
              to="/d/$district/templates/$template"
              params={{ district, template: template.id }}
              className={classes.way}
            >
              {t('template')}
            </TextLink>{' '}
            <StatusBadge status={template.state} />
          </li>
        )}
      </ul>
      {onEdit && (
        <div>
          <Button variant="default" onClick={onEdit} aria-label={t('editTitle', { name })}>
            {t('app:edit')}
          </Button>
        </div>
      )}
    </li>
  );
}
