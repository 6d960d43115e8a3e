import { NativeSelect, NumberInput, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import type { FormValidateInput, UseFormReturnType } from '@mantine/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SchoolFields } from './queries';
import { levels, tooMany } from './rules';

export const checks = (t: TFunction<['schools', 'app']>): FormValidateInput<SchoolFields> => ({
  name: (name) => (name.trim() ? null : t('form.required')),
  code: (code) => (code.trim() ? null : t('form.required')),
  disadvantaged_pupils: (_, fields) => (tooMany(fields) ? t('form.tooMany') : null),
});

interface SchoolInputsProps {
  form: UseFormReturnType<SchoolFields>;
  /** A school that is there already can be closed. */
  withStatus?: boolean;
}

export function SchoolInputs({ form, withStatus = false }: SchoolInputsProps) {
  const { t } = useTranslation(['schools', 'app']);
  const count = (field: 'pupils' | 'disadvantaged_pupils') => {
    const { value, ...input } = form.getInputProps(field);
    return {
      ...input,
      value: value ?? '',
      onChange: (typed: number | string) =>
        form.setFieldValue(field, typeof typed === 'number' ? typed : null),
      min: 0,
      max: 1_000_000,
      allowDecimal: false,
      allowNegative: false,
      hideControls: true,
      thousandSeparator: true,
    };
  };
  return (
    <Stack gap="md">
      <TextInput
        label={t('form.name')}
        maxLength={200}
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('form.code')}
          description={t('form.codeHelp')}
          maxLength={20}
          required
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t('form.city')}
          description={t('app:optional')}
          maxLength={100}
          {...form.getInputProps('city')}
        />
        <NativeSelect
          label={t('form.level')}
          size="md"
          data={levels.map((level) => ({ value: level, label: t(`app:levels.${level}`) }))}
          {...form.getInputProps('level')}
        />
        <TextInput
          label={t('form.grades')}
          placeholder="K-5"
          maxLength={100}
          {...form.getInputProps('grades')}
        />
        <NumberInput
          label={t('form.pupils')}
          description={t('form.pupilsHelp')}
          {...count('pupils')}
        />
        <NumberInput
          label={t('form.disadvantaged_pupils')}
          description={t('form.disadvantagedHelp')}
          {...count('disadvantaged_pupils')}
        />
      </SimpleGrid>
      {withStatus && (
        <Switch
          label={t('form.open')}
          description={t('form.openHelp')}
          checked={form.values.status === 'open'}
          onChange={({ currentTarget: { checked } }) =>
            form.setFieldValue('status', checked ? 'open' : 'closed')
          }
        />
      )}
    </Stack>
  );
}
