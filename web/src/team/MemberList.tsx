import { Button, Group, Text } from '@mantine/core';
import { IconGavel, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import type { Member, Team } from './queries';
import { sortMembers } from './rules';
import classes from './Team.module.css';

interface MemberListProps {
  team: Team;
  edit?: { open: (member: Member) => void; remove: (member: Member) => void } | undefined;
}

export function MemberList({ team, edit }: MemberListProps) {
  const { t } = useTranslation(['team', 'app']);
  return (
    <ul className={classes.members}>
      {sortMembers(team).map((member) => {
        const { id, name, role, represents, decision_maker, person_id } = member;
        return (
          <li key={id} className={classes.member}>
            <div>
              <Text fw={600}>{name}</Text>
              {role && <Text size="sm">{role}</Text>}
              {!person_id && (
                <Text size="sm" c="dimmed">
                  {t('member.noAccount')}
                </Text>
              )}
            </div>
            <div>
              <Text size="sm">
                {t('member.standsFor', { what: t(`represents.${represents}`) })}
              </Text>
              {decision_maker && (
                <ToneBadge icon={IconGavel} tone="progress">
                  {t('member.isDecisionMaker')}
                </ToneBadge>
              )}
            </div>
            {edit && (
              <Group gap="xs" wrap="nowrap">
                <Button
                  variant="default"
                  onClick={() => edit.open(member)}
                  aria-label={t('member.editTitle', { name })}
                >
                  {t('app:edit')}
                </Button>
                <Button
                  variant="subtle"
                  leftSection={<IconTrash aria-hidden size={18} />}
                  onClick={() => edit.remove(member)}
                  aria-label={t('member.removeTitle', { name })}
                >
                  {t('app:remove')}
                </Button>
              </Group>
            )}
          </li>
        );
      })}
    </ul>
  );
}
