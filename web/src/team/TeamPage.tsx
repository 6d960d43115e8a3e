import { Button, Stack, Title } from '@mantine/core';
import { IconPencil, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { EmptyState } from '@/app/ui/EmptyState';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { EDIT, SCHOOL, useDistrict, useMay } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { AddMember, type Wanted } from './AddMember';
import { EditMember } from './EditMember';
import { EditTeam } from './EditTeam';
import { Gaps } from './Gaps';
import { MemberList } from './MemberList';
import { type Member, removeMember, type Team, teamQuery } from './queries';
import { representsFor } from './rules';
import { Skills } from './Skills';
import classes from './Team.module.css';
import { useTeamName } from './useTeamName';

export function TeamPage() {
  const { id: district } = useDistrict();
  const { team } = useParams({ from: '/d/$district/teams/$team' });
  useLive(district, 'teams');
  const query = useQuery(teamQuery(district, team));
  return (
    <QueryView query={query} page>
      {(loaded) => <OneTeam team={loaded} />}
    </QueryView>
  );
}

type Dialog = { add: Wanted } | { edit: Member['id'] } | 'team' | null;

function OneTeam({ team }: { team: Team }) {
  const { t } = useTranslation(['team', 'app']);
  const { id: district } = useDistrict();
  const teamName = useTeamName();
  const mayEdit = useMay({ district: EDIT, school: SCHOOL }, team.school_id);
  const [dialog, setDialog] = useState<Dialog>(null);
  const members = useRef<HTMLHeadingElement>(null);
  const close = () => setDialog(null);
  const edited =
    dialog && typeof dialog === 'object' && 'edit' in dialog
      ? team.members.find(({ id }) => id === dialog.edit)
      : undefined;

  const remove = useSend({
    send: ({ id, version }: Member) => removeMember(district, team.id, id, ifMatch(version)),
    stale: [keyOf(district, 'teams'), keyOf(district, 'home')],
    said: (_, { name }) => t('member.removed', { name }),
    // The button that had the focus is gone.
    done: () => members.current?.focus(),
  });
  const askToRemove = async (member: Member) => {
    const sure = await confirm({
      title: t('member.removeTitle', { name: member.name }),
      text: t('member.removeText'),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(member);
  };
  const [first] = representsFor(team).usual;
  const add = (wanted: Wanted) => setDialog({ add: wanted });
  const addAny = () => add({ represents: first ?? 'leadership', decision_maker: false });
  const addButton = mayEdit && (
    <Button leftSection={<IconUserPlus aria-hidden size={20} />} onClick={addAny}>
      {t('member.add')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={teamName(team)}
        above={
          <TextLink to="/d/$district/teams" params={{ district }}>
            {t('title')}
          </TextLink>
        }
        badge={<StatusBadge status={team.complete ? 'complete' : 'incomplete'} />}
        lead={team.charge || (mayEdit ? t('noCharge') : undefined)}
        actions={
          mayEdit && (
            <>
              {team.complete && addButton}
              <Button
                variant="default"
                leftSection={<IconPencil aria-hidden size={20} />}
                onClick={() => setDialog('team')}
              >
                {t('edit')}
              </Button>
            </>
          )
        }
      />
      <Stack gap="xl">
        <Gaps team={team} onAdd={mayEdit ? add : undefined} />
        <section aria-labelledby="team-members">
          <Title
            order={2}
            id="team-members"
            mb="sm"
            ref={members}
            tabIndex={-1}
            className={classes.heading}
          >
            {team.members.length === 0
              ? t('membersTitle')
              : t('members', { count: team.members.length })}
          </Title>
          {team.members.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title={t('empty.title')} action={addButton}>
              {t(team.school_id === null ? 'empty.district' : 'empty.school')}
            </EmptyState>
          ) : (
            <Stack gap="md" align="flex-start">
              <MemberList
                team={team}
                edit={
                  mayEdit
                    ? {
                        open: ({ id }) => setDialog({ edit: id }),
                        remove: (member) => void askToRemove(member),
                      }
                    : undefined
                }
              />
              {!team.complete && addButton}
            </Stack>
          )}
        </section>
        <Skills team={team} may={mayEdit} />
      </Stack>
      {dialog && typeof dialog === 'object' && 'add' in dialog && (
        <AddMember team={team} wanted={dialog.add} onClose={close} />
      )}
      {edited && <EditMember key={edited.id} team={team} member={edited} onClose={close} />}
      {dialog === 'team' && <EditTeam team={team} onClose={close} />}
    </>
  );
}
