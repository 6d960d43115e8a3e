import { NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import type { FormValidateInput, UseFormReturnType } from '@mantine/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '@/app/ui/PersonPicker';
import type { MemberFields, Represents, Team } from './queries';
import { representsFor } from './rules';

export const checks = (t: TFunction<['team', 'app']>): FormValidateInput<MemberFields> => ({
  name: (name) => (name.trim() ? null : t('member.required')),
});

interface MemberInputsProps {
  team: Team;
  form: UseFormReturnType<MemberFields>;
}

export function MemberInputs({ team, form }: MemberInputsProps) {
  const { t } = useTranslation('team');
  const { usual, also } = representsFor(team);
  const { person_id, name, represents, decision_maker } = form.values;
  const option = (value: Represents) => ({ value, label: t(`represents.${value}`) });
  return (
    <Stack gap="md">
      <PersonPicker
        label={t('member.name')}
        description={t(person_id ? 'member.withAccount' : 'member.nameHelp')}
        required
        data-autofocus
        value={{ person_id: person_id ?? null, name }}
        onChange={(picked) => form.setValues({ person_id: picked.person_id, name: picked.name })}
        error={form.errors.name ?? form.errors.person_id}
      />
      <NativeSelect
        label={t('member.represents')}
        description={t(`help.${represents}`)}
        size="md"
        data={[
          { group: t('member.usual'), items: usual.map(option) },
          { group: t('member.also'), items: also.map(option) },
        ]}
        {...form.getInputProps('represents')}
      />
      <TextInput
        label={t('member.role')}
        description={t('member.roleHelp')}
        maxLength={120}
        {...form.getInputProps('role')}
      />
      {(team.school_id === null || decision_maker) && (
        <Switch
          label={t('member.decisionMaker')}
          description={t('member.decisionMakerHelp')}
          {...form.getInputProps('decision_maker', { type: 'checkbox' })}
        />
      )}
    </Stack>
  );
}
