import { Autocomplete, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, OwnerField } from '@/app/ui/fields';
import { today, useFormat } from '@/app/ui/format';
import { PlaceField } from '@/app/ui/PlaceField';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import {
  addCommunication,
  type Communication,
  type CommunicationFields,
  fieldsOf,
  putCommunication,
  reaches,
  rhythms,
  staleCommunications,
} from './queries';

type Draft = CommunicationFields & { version: number };

const blank = (school: string | null): Draft => ({
  version: 0,
  title: '',
  detail: '',
  audience: '',
  channel: '',
  reach: school ? 'building' : 'community',
  owner_id: null,
  owner_name: '',
  starts_on: today(),
  repeats: 'once',
  ends_on: null,
});

interface CommunicationDialogProps {
  row?: Communication;
  school: string | null;
  onClose: () => void;
}

export function CommunicationDialog({ row, school, onClose }: CommunicationDialogProps) {
  const { t } = useTranslation(['communication', 'app']);
  const { id: district } = useDistrict();
  const format = useFormat();
  const [place, setPlace] = useState(school);
  const [fresh] = useState(() => blank(school));
  const needed = (text: string) => (text.trim() ? null : t('required'));
  return (
    <RecordEditor<Draft, CommunicationFields>
      title={t(row ? 'editTitle' : 'addTitle')}
      record={row ?? fresh}
      fields={fieldsOf}
      save={(sent, version, create) => {
        const fields = sent.repeats === 'once' ? { ...sent, ends_on: null } : sent;
        return row
          ? putCommunication(district, row.id, fields, version)
          : addCommunication(district, place, fields, create);
      }}
      stale={staleCommunications(district)}
      said={t(row ? 'saved' : 'added')}
      action={t(row ? 'app:save.action' : 'add')}
      validate={{
        title: needed,
        audience: needed,
        starts_on: needed,
        ends_on: (day, { starts_on, repeats }) =>
          day && repeats !== 'once' && day < starts_on ? t('endsBefore') : null,
      }}
      label={(field) => t(`fields.${field}`)}
      show={(field, value) => {
        if (field === 'starts_on' || field === 'ends_on') return value ? format.date(value) : '';
        if (field === 'reach') return t(`reach.${value as Communication['reach']}`);
        if (field === 'repeats') return t(`repeats.${value as Communication['repeats']}`);
        return value ?? '';
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('fields.title')}
            description={t('titleHelp')}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('fields.detail')}
            maxLength={4000}
            autosize
            minRows={2}
            {...form.getInputProps('detail')}
          />
          {!row && <PlaceField label={t('fields.school')} value={place} onChange={setPlace} />}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t('fields.reach')}
              allowDeselect={false}
              data={reaches.map((value) => ({ value, label: t(`reach.${value}`) }))}
              {...form.getInputProps('reach')}
            />
            <TextInput
              label={t('fields.audience')}
              description={t('audienceHelp')}
              required
              maxLength={200}
              {...form.getInputProps('audience')}
            />
            <Autocomplete
              label={t('fields.channel')}
              maxLength={200}
              openOnFocus={false}
              data={t('channels', { returnObjects: true }) as string[]}
              {...form.getInputProps('channel')}
            />
            <OwnerField
              label={t('fields.owner')}
              owner={form.values}
              onChange={(owner) => form.setValues(owner)}
              error={form.errors.owner_name ?? form.errors.owner_id}
            />
            <DayField
              label={t('fields.starts_on')}
              required
              value={form.values.starts_on}
              onChange={(day) => form.setFieldValue('starts_on', day ?? '')}
              error={form.errors.starts_on}
            />
            <Select
              label={t('fields.repeats')}
              allowDeselect={false}
              data={rhythms.map((value) => ({ value, label: t(`repeats.${value}`) }))}
              {...form.getInputProps('repeats')}
            />
            {form.values.repeats !== 'once' && (
              <DayField
                label={t('fields.ends_on')}
                description={t('endsHelp')}
                {...form.getInputProps('ends_on')}
              />
            )}
          </SimpleGrid>
        </>
      )}
    </RecordEditor>
  );
}
