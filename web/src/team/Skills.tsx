import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { Cards, RecordCard } from '@/app/ui/Cards';
import { DateText } from '@/app/ui/DateText';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
import { Facts } from '@/app/ui/Facts';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import type { Team } from './queries';
import { SkillDialog } from './SkillDialog';
import { removeSkill, type Skill, skillsQuery } from './skillQueries';

/** What the team has to know or be able to do: who does, and what is to be learned. */
export function Skills({ team, may }: { team: Team; may: boolean }) {
  const { t } = useTranslation('team');
  const { id: district } = useDistrict();
  const query = useQuery(skillsQuery(district, team.id));
  const [dialog, setDialog] = useState<Skill | 'new' | null>(null);
  return (
    <section aria-labelledby="team-skills">
      <Title order={2} id="team-skills" mb="xs">
        {t('skill.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('skill.lead')}{' '}
        <TextLink to="/d/$district/decisions" params={{ district }} underline="always">
          {t('skill.decisions')}
        </TextLink>
      </Text>
      <QueryView query={query} rows={2}>
        {(skills) => (
          <Stack gap="md" align="stretch">
            {skills.length === 0 && <Text>{t('skill.empty')}</Text>}
            <Cards>
              {skills.map((skill) => (
                <OneSkill
                  key={skill.id}
                  skill={skill}
                  edit={may ? () => setDialog(skill) : undefined}
                />
              ))}
            </Cards>
            {may && (
              <Group>
                <Button
                  variant="default"
                  leftSection={<IconPlus aria-hidden size={20} />}
                  onClick={() => setDialog('new')}
                >
                  {t('skill.add')}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </QueryView>
      {dialog && (
        <SkillDialog
          team={team}
          {...(dialog === 'new' ? {} : { skill: dialog })}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  );
}

function OneSkill({ skill, edit }: { skill: Skill; edit: (() => void) | undefined }) {
  const { t } = useTranslation(['team', 'app']);
  const { id: district } = useDistrict();
  const format = useFormat();
  const { title } = skill;
  const removal = useRemoval({
    title: t('skill.removeTitle'),
    text: t('skill.removeText', { title }),
    send: () => removeSkill(district, skill),
    stale: [keyOf(district, 'teams')],
    said: t('skill.removed'),
  });
  return (
    <RecordCard
      id={skill.id}
      title={title}
      badge={<StatusBadge status={skill.state} />}
      actions={edit && <EditAndRemove edit={edit} removal={removal} of={title} />}
    >
      <Facts
        facts={[
          [t('skill.held_by'), format.list(skill.held_by)],
          [t('skill.learn'), skill.learn],
          [t('skill.due_on'), skill.due_on && <DateText value={skill.due_on} />],
        ]}
      />
    </RecordCard>
  );
}
