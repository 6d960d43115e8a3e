import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import type { Team } from './queries';
import classes from './Team.module.css';

/** 'Missing: instructional staff and someone who can decide.' */
export function useMissingWords(): (team: Team) => string {
  const { t } = useTranslation('team');
  const { list } = useFormat();
  return ({ gaps, needs_decision_maker }) => {
    const who = gaps.map(({ label, have, need }) =>
      need - have > 1 ? t('missingMany', { label, count: need - have }) : label,
    );
    return t('missing', {
      who: list(needs_decision_maker ? [...who, t('gaps.decisionMaker')] : who),
    });
  };
}

interface TeamRowProps {
  team: Team;
  school: string;
  mine: boolean;
}

export function TeamRow({ team, school, mine }: TeamRowProps) {
  const { t } = useTranslation('team');
  const { id: district } = useDistrict();
  const missing = useMissingWords();
  return (
    <li className={classes.team}>
      <div>
        <TextLink
          to="/d/$district/teams/$team"
          params={{ district, team: team.id }}
          fw={600}
          className={classes.link}
        >
          {school || team.name}
        </TextLink>
        {mine && (
          <Text size="sm" fw={600}>
            {t('yours')}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {t('members', { count: team.members.length })}
      </Text>
      <div>
        <StatusBadge status={team.complete ? 'complete' : 'incomplete'} />
        {!team.complete && (
          <Text size="sm" mt={4}>
            {missing(team)}
          </Text>
        )}
      </div>
    </li>
  );
}
