import { Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { DayField } from '@/app/ui/fields';
import { useFormat } from '@/app/ui/format';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import type { Team } from './queries';
import { addSkill, putSkill, type Skill, type SkillFields, skillStates } from './skillQueries';

type Draft = SkillFields & { version: number };

const blank: Draft = {
  version: 0,
  title: '',
  held_by: [],
  learn: '',
  due_on: null,
  state: 'missing',
};

interface SkillDialogProps {
  team: Team;
  skill?: Skill;
  onClose: () => void;
}

export function SkillDialog({ team, skill, onClose }: SkillDialogProps) {
  const { t } = useTranslation(['team', 'app']);
  const { id: district } = useDistrict();
  const format = useFormat();
  return (
    <RecordEditor<Draft, SkillFields>
      title={t(skill ? 'skill.edit' : 'skill.add')}
      record={skill ?? blank}
      fields={({ title, held_by, learn, due_on, state }) => ({
        title,
        held_by,
        learn,
        due_on: due_on ?? null,
        state,
      })}
      save={(fields, version, create) =>
        skill
          ? putSkill(district, skill, fields, version)
          : addSkill(district, team.id, fields, create)
      }
      stale={[keyOf(district, 'teams')]}
      said={t('skill.saved')}
      action={t(skill ? 'app:save.action' : 'app:add')}
      validate={{ title: (title) => (title.trim() ? null : t('member.required')) }}
      label={(field) => t(`skill.${field === 'title' ? 'name' : field}`)}
      show={(field, value) => {
        if (Array.isArray(value)) return format.list(value);
        return field === 'state' ? t(`app:status.${value as Skill['state']}`) : (value ?? '');
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('skill.name')}
            description={t('skill.nameHelp')}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Select
            label={t('skill.state')}
            allowDeselect={false}
            data={skillStates.map((value) => ({ value, label: t(`app:status.${value}`) }))}
            {...form.getInputProps('state')}
          />
          <TagsInput
            label={t('skill.held_by')}
            description={t('skill.heldHelp')}
            maxTags={50}
            data={[...new Set(team.members.map(({ name }) => name))]}
            {...form.getInputProps('held_by')}
          />
          <Textarea
            label={t('skill.learn')}
            maxLength={2000}
            autosize
            minRows={2}
            {...form.getInputProps('learn')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayField label={t('skill.due_on')} {...form.getInputProps('due_on')} />
          </SimpleGrid>
        </>
      )}
    </RecordEditor>
  );
}
