import { Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { PlaceField } from '@/app/ui/PlaceField';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import {
  addDecision,
  type Decision,
  type DecisionFields,
  deciders,
  planChanges,
  proceduresQuery,
  putDecision,
  staleAgreements,
} from './queries';

type Draft = DecisionFields & { version: number };

const blank: Draft = {
  version: 0,
  title: '',
  decided_by: 'district_team',
  how: '',
  consulted: '',
  informed: '',
  procedure_id: null,
  covers: [],
};

const fieldsOf = (row: DecisionFields): DecisionFields => ({
  title: row.title,
  decided_by: row.decided_by,
  how: row.how,
  consulted: row.consulted,
  informed: row.informed,
  procedure_id: row.procedure_id ?? null,
  covers: row.covers,
});

const none = '-';

interface DecisionDialogProps {
  decision?: Decision;
  school: string | null;
  onClose: () => void;
}

export function DecisionDialog({ decision, school, onClose }: DecisionDialogProps) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district } = useDistrict();
  const format = useFormat();
  const [place, setPlace] = useState(school);
  const all = useInfiniteQuery(proceduresQuery(district, {}));
  const procedures = (all.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ school_id }) => school_id === null || school_id === place,
  );
  return (
    <RecordEditor<Draft, DecisionFields>
      title={t(decision ? 'decision.editTitle' : 'decision.add')}
      record={decision ?? { ...blank, decided_by: place ? 'building_team' : 'district_team' }}
      fields={fieldsOf}
      save={(fields, version, create) =>
        decision
          ? putDecision(district, decision.id, fields, version)
          : addDecision(district, place, fields, create)
      }
      stale={staleAgreements(district)}
      said={t('saved')}
      action={t(decision ? 'app:save.action' : 'app:add')}
      validate={{ title: (title) => (title.trim() ? null : t('required')) }}
      label={(field) => t(`decision.field.${field}`)}
      show={(field, value) =>
        field === 'decided_by'
          ? t(`decider.${value as Decision['decided_by']}`)
          : Array.isArray(value)
            ? format.list(value.map((change) => t(`covers.${change}`)))
            : (value ?? '')
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('decision.field.title')}
            description={t('decision.titleHelp')}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps('title')}
          />
          {!decision && (
            <PlaceField
              label={t('fields.school')}
              value={place}
              onChange={(next) => {
                setPlace(next);
                form.setFieldValue('procedure_id', null);
              }}
            />
          )}
          <Select
            label={t('decision.field.decided_by')}
            allowDeselect={false}
            data={deciders.map((value) => ({ value, label: t(`decider.${value}`) }))}
            {...form.getInputProps('decided_by')}
          />
          <Checkbox.Group
            label={t('decision.field.covers')}
            description={t('covers.help')}
            {...form.getInputProps('covers')}
          >
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
              {planChanges.map((change) => (
                <Checkbox key={change} value={change} label={t(`covers.${change}`)} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          <Textarea
            label={t('decision.field.how')}
            description={t('decision.howHelp')}
            maxLength={2000}
            autosize
            minRows={2}
            {...form.getInputProps('how')}
          />
          <TextInput
            label={t('decision.field.consulted')}
            maxLength={1000}
            {...form.getInputProps('consulted')}
          />
          <TextInput
            label={t('decision.field.informed')}
            maxLength={1000}
            {...form.getInputProps('informed')}
          />
          {procedures.length > 0 && (
            <Select
              label={t('decision.field.procedure_id')}
              searchable
              allowDeselect={false}
              data={[
                { value: none, label: t('decision.noProcedure') },
                ...procedures.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              value={form.values.procedure_id ?? none}
              onChange={(value) =>
                form.setFieldValue('procedure_id', value === none ? null : value)
              }
              error={form.errors.procedure_id}
            />
          )}
        </>
      )}
    </RecordEditor>
  );
}
