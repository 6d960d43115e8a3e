import { Card, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict, useMySchools } from '@/identity/session';
import { latestTemplatesQuery, useSchoolName } from '@/schools/queries';
import { teamsQuery } from '@/team/queries';
import classes from './Home.module.css';

/** For people of a school: its plan, template and team. */
export function MySchools() {
  const { t } = useTranslation('home');
  const { id: district } = useDistrict();
  const mine = useMySchools();
  const name = useSchoolName(district);
  const teams = useQuery({ ...teamsQuery(district), enabled: mine.length > 0 }).data ?? [];
  const templates =
    useQuery({ ...latestTemplatesQuery(district), enabled: mine.length > 0 }).data ?? {};
  return mine.map((school) => {
    const team = teams.find(({ school_id }) => school_id === school);
    const template = templates[school];
    return (
      <Card key={school} component="section" aria-labelledby={`home-${school}`}>
        <Title order={2} size="h3" id={`home-${school}`} mb="sm">
          {name(school) || t('mySchool')}
        </Title>
        <ul className={classes.ways}>
          <li className={classes.wayItem}>
            <TextLink
              to="/d/$district/plan/schools/$school"
              params={{ district, school }}
              className={classes.way}
            >
              {t('school.plan')}
            </TextLink>
          </li>
          {template && (
            <li className={classes.wayItem}>
              <TextLink
                to="/d/$district/templates/$template"
                params={{ district, template: template.id }}
                className={classes.way}
              >
                {t('school.template')}
              </TextLink>
              <StatusBadge status={template.state} />
            </li>
          )}
          {team && (
            <li className={classes.wayItem}>
              <TextLink
                to="/d/$district/teams/$team"
                params={{ district, team: team.id }}
                className={classes.way}
              >
                {t('school.team')}
              </TextLink>
              <StatusBadge status={team.complete ? 'complete' : 'incomplete'} />
            </li>
          )}
        </ul>
      </Card>
    );
  });
}
