import { Stack, Switch, TextInput } from '@mantine/core';
import type { FormValidateInput, UseFormReturnType } from '@mantine/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { GrantsField } from './GrantsField';
import type { PersonFields } from './queries';
import { grantProblem, looksLikeEmail } from './rules';

/** What is checked before asking the server. */
export const checks = (t: TFunction<['people', 'app']>): FormValidateInput<PersonFields> => ({
  name: (name) => (name.trim() ? null : t('form.required')),
  email: (email) => (looksLikeEmail(email) ? null : t('form.emailWrong')),
  grants: {
    school_id: (_, { grants }, path) => {
      const problem = grantProblem(grants, Number(path.split('.')[1]));
      return problem === 'school' ? t('grants.needsSchool') : null;
    },
    role: (_, { grants }, path) =>
      grantProblem(grants, Number(path.split('.')[1])) === 'twice' ? t('grants.twice') : null,
  },
});

interface PersonInputsProps {
  form: UseFormReturnType<PersonFields>;
  /** Whether they may sign in is a question only for someone who is there already. */
  withActive?: boolean;
}

export function PersonInputs({ form, withActive = false }: PersonInputsProps) {
  const { t } = useTranslation('people');
  return (
    <Stack gap="md">
      <TextInput
        label={t('form.name')}
        maxLength={200}
        autoComplete="off"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('form.email')}
        description={t('form.emailHelp')}
        type="email"
        maxLength={254}
        autoComplete="off"
        required
        {...form.getInputProps('email')}
      />
      <TextInput
        label={t('form.title')}
        description={t('form.titleHelp')}
        maxLength={120}
        autoComplete="off"
        {...form.getInputProps('title')}
      />
      <GrantsField form={form} />
      {withActive && (
        <Switch
          label={t('form.active')}
          description={t('form.activeHelp')}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      )}
    </Stack>
  );
}
