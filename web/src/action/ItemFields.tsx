import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '@/app/ui/PersonPicker';
import { statuses } from './filters';
import type { ActionItemFields } from './queries';

/** What a new item and one being changed have in common. */
export function ItemFields({ form }: { form: UseFormReturnType<ActionItemFields> }) {
  const { t } = useTranslation(['action', 'app']);
  const { owner_id, owner_name, due_on } = form.values;
  const status = form.getInputProps('status');
  return (
    <>
      <TextInput
        label={t('fields.title')}
        required
        data-autofocus
        maxLength={300}
        {...form.getInputProps('title')}
      />
      <Textarea label={t('fields.detail')} maxLength={4000} {...form.getInputProps('detail')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <PersonPicker
          label={t('fields.owner')}
          error={form.errors.owner_name ?? form.errors.owner_id}
          value={{ person_id: owner_id ?? null, name: owner_name }}
          onChange={({ person_id, name }) =>
            form.setValues({ owner_id: person_id, owner_name: name })
          }
        />
        <TextInput
          type="date"
          label={t('fields.due_on')}
          error={form.errors.due_on}
          value={due_on ?? ''}
          onChange={(event) => form.setFieldValue('due_on', event.currentTarget.value || null)}
        />
      </SimpleGrid>
      <Select
        label={t('fields.status')}
        data={statuses.map((s) => ({ value: s, label: t(`app:status.${s}`) }))}
        allowDeselect={false}
        {...status}
      />
    </>
  );
}
