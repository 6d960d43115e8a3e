import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { EditDialog } from './EditDialog';
import { type Cause, type CauseFields, type NeedDetail, saveCause } from './queries';
import { causeFields } from './rules/fields';
import { bones, canActs } from './words';

interface CauseDialogProps {
  need: NeedDetail;
  record: Cause;
  close: () => void;
}

/** Adds or changes a cause: what it is, what tells us so, and whether we can act on it. */
export function CauseDialog({ need, record, close }: CauseDialogProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  // Somebody else may save it while this is open.
  const now = need.causes.find(({ id }) => id === record.id) ?? record;
  return (
    <EditDialog<Cause, CauseFields>
      title={t(record.version === 0 ? 'causes.dialogNew' : 'causes.dialogEdit')}
      record={now}
      fields={causeFields}
      save={(fields, version, header) =>
        saveCause(district, need.id, record, fields, version, header)
      }
      validate={{ statement: (text) => (text.trim() ? null : t('required')) }}
      close={close}
    >
      {(form) => (
        <>
          <Textarea
            label={t('fields.statement')}
            required
            data-autofocus
            maxLength={500}
            {...form.getInputProps('statement')}
          />
          {form.values.method === 'fishbone' && (
            <NativeSelect
              size="md"
              label={t('fields.bone')}
              data={bones.map((value) => ({ value, label: t(`bone.${value}`) }))}
              {...form.getInputProps('bone')}
            />
          )}
          <Textarea
            label={t('fields.evidence')}
            maxLength={2000}
            {...form.getInputProps('evidence')}
          />
          <NativeSelect
            size="md"
            label={t('fields.can_act')}
            data={canActs.map((value) => ({ value, label: t(`canActChoice.${value}`) }))}
            {...form.getInputProps('can_act')}
          />
          <Checkbox
            label={t('fields.root')}
            {...form.getInputProps('root', { type: 'checkbox' })}
          />
        </>
      )}
    </EditDialog>
  );
}
