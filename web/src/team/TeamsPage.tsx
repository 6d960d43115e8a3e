import { Card, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict, useMySchools } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { useSchools } from '@/schools/queries';
import { type Team, teamsQuery } from './queries';
import { sortTeams } from './rules';
import classes from './Team.module.css';
import { TeamRow, useMissingWords } from './TeamRow';
import { useTeamName } from './useTeamName';

export function TeamsPage() {
  const { t } = useTranslation('team');
  const { id: district } = useDistrict();
  useLive(district, 'teams');
  const query = useQuery(teamsQuery(district));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={query} rows={8}>
        {(teams) => <AllTeams teams={teams} />}
      </QueryView>
    </>
  );
}

function AllTeams({ teams }: { teams: Team[] }) {
  const { t } = useTranslation('team');
  const { id: district } = useDistrict();
  const { data: schools = [] } = useSchools(district);
  const mine = useMySchools();
  const [onlyIncomplete, setOnlyIncomplete] = useState(false);
  const schoolOf = (id: string | null) => schools.find((school) => school.id === id);
  const sorted = sortTeams(teams, (id) => schoolOf(id)?.name ?? '');
  const districtTeam = sorted.find(({ school_id }) => school_id === null);
  const buildings = sorted.filter(
    ({ school_id }) => school_id !== null && schoolOf(school_id)?.status !== 'closed',
  );
  const complete = buildings.filter((team) => team.complete).length;
  const isMine = ({ school_id }: Team) => school_id !== null && mine.includes(school_id);
  const shown = buildings.filter((team) => !onlyIncomplete || !team.complete);
  const ordered = [...shown.filter(isMine), ...shown.filter((team) => !isMine(team))];

  return (
    <Stack gap="xl">
      {districtTeam && <DistrictTeam team={districtTeam} />}
      <section aria-labelledby="school-teams">
        <Title order={2} id="school-teams" mb={4}>
          {t('schoolTeams')}
        </Title>
        {buildings.length === 0 ? (
          <EmptyState
            icon={IconSchool}
            title={t('noSchools.title')}
            action={
              <ButtonLink to="/d/$district/schools" params={{ district }} variant="default">
                {t('noSchools.action')}
              </ButtonLink>
            }
          >
            {t('noSchools.text')}
          </EmptyState>
        ) : (
          <>
            <Group justify="space-between" mb="sm">
              <Text c="dimmed">{t('completeOf', { complete, count: buildings.length })}</Text>
              <Switch
                label={t('onlyIncomplete')}
                checked={onlyIncomplete}
                onChange={({ currentTarget: { checked } }) => setOnlyIncomplete(checked)}
              />
            </Group>
            {ordered.length === 0 ? (
              <Text>{t('allComplete')}</Text>
            ) : (
              <ul className={classes.members}>
                {ordered.map((team) => (
                  <TeamRow
                    key={team.id}
                    team={team}
                    school={schoolOf(team.school_id)?.name ?? ''}
                    mine={isMine(team)}
                  />
                ))}
              </ul>
            )}
          </>
        )}
      </section>
    </Stack>
  );
}

function DistrictTeam({ team }: { team: Team }) {
  const { t } = useTranslation('team');
  const { id: district } = useDistrict();
  const missing = useMissingWords();
  const teamName = useTeamName();
  return (
    <Card component="section" aria-labelledby="district-team">
      <Group justify="space-between" align="flex-start">
        <Stack gap="xs" flex="1 1 18rem">
          <Group gap="sm">
            <Title order={2} id="district-team">
              {teamName(team)}
            </Title>
            <StatusBadge status={team.complete ? 'complete' : 'incomplete'} />
          </Group>
          {team.charge && <Text>{team.charge}</Text>}
          <Text c="dimmed">{t('members', { count: team.members.length })}</Text>
          {!team.complete && <Text>{missing(team)}</Text>}
        </Stack>
        <ButtonLink
          to="/d/$district/teams/$team"
          params={{ district, team: team.id }}
          variant={team.complete ? 'default' : 'filled'}
        >
          {t(team.complete ? 'open' : 'openToComplete')}
        </ButtonLink>
      </Group>
    </Card>
  );
}
