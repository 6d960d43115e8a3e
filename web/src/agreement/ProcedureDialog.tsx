import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '@/app/ui/fields';
import { PlaceField } from '@/app/ui/PlaceField';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import {
  addProcedure,
  type Procedure,
  type ProcedureFields,
  putProcedure,
  staleAgreements,
} from './queries';

type Draft = ProcedureFields & { version: number };

const blank: Draft = { version: 0, title: '', body: '', applies_to: '', reviewed_on: null };

interface ProcedureDialogProps {
  procedure?: Procedure;
  school: string | null;
  onClose: () => void;
}

export function ProcedureDialog({ procedure, school, onClose }: ProcedureDialogProps) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district } = useDistrict();
  const [place, setPlace] = useState(school);
  return (
    <RecordEditor<Draft, ProcedureFields>
      title={t(procedure ? 'procedure.editTitle' : 'procedure.add')}
      record={procedure ?? blank}
      fields={({ title, body, applies_to, reviewed_on }) => ({
        title,
        body,
        applies_to,
        reviewed_on: reviewed_on ?? null,
      })}
      save={(fields, version, create) =>
        procedure
          ? putProcedure(district, procedure.id, fields, version)
          : addProcedure(district, place, fields, create)
      }
      stale={staleAgreements(district)}
      said={t('saved')}
      action={t(procedure ? 'app:save.action' : 'app:add')}
      validate={{ title: (title) => (title.trim() ? null : t('required')) }}
      label={(field) => t(`procedure.${field === 'title' ? 'name' : field}`)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('procedure.name')}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps('title')}
          />
          {!procedure && (
            <PlaceField label={t('fields.school')} value={place} onChange={setPlace} />
          )}
          <Textarea
            label={t('procedure.body')}
            maxLength={20000}
            autosize
            minRows={5}
            maxRows={20}
            {...form.getInputProps('body')}
          />
          <TextInput
            label={t('procedure.applies_to')}
            description={t('procedure.appliesHelp')}
            maxLength={300}
            {...form.getInputProps('applies_to')}
          />
          <DayField label={t('procedure.reviewed_on')} {...form.getInputProps('reviewed_on')} />
        </>
      )}
    </RecordEditor>
  );
}
