import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChange } from '@/action/rights';
import { useSend } from '@/api/useSend';
import { RecordCard } from '@/app/ui/Cards';
import { confirm } from '@/app/ui/confirm';
import { DateText } from '@/app/ui/DateText';
import { Facts, Typed } from '@/app/ui/Facts';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { ProcedureDialog } from './ProcedureDialog';
import { type Procedure, removeProcedure, staleAgreements } from './queries';

export function ProcedureCard({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district, grants } = useDistrict();
  const schoolName = useSchoolName(district);
  const [editing, setEditing] = useState(false);
  const { title } = procedure;
  const remove = useSend({
    send: () => removeProcedure(district, procedure),
    stale: staleAgreements(district),
    said: t('removed'),
  });
  const askToRemove = async () => {
    const sure = await confirm({
      title: t('procedure.removeTitle'),
      text: t('removeText', { title }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(undefined);
  };
  return (
    <RecordCard
      id={procedure.id}
      title={title}
      actions={
        mayChange(grants, procedure.school_id) && (
          <>
            <Button
              variant="default"
              leftSection={<IconPencil aria-hidden size={18} />}
              onClick={() => setEditing(true)}
              aria-label={t('editOf', { title })}
            >
              {t('app:edit')}
            </Button>
            <Button
              variant="subtle"
              leftSection={<IconTrash aria-hidden size={18} />}
              loading={remove.isPending}
              onClick={() => void askToRemove()}
              aria-label={t('removeOf', { title })}
            >
              {t('app:remove')}
            </Button>
          </>
        )
      }
    >
      {procedure.body && <Typed>{procedure.body}</Typed>}
      <Facts
        facts={[
          [t('procedure.applies_to'), procedure.applies_to],
          [
            t('fields.school'),
            procedure.school_id ? schoolName(procedure.school_id) : t('app:district'),
          ],
          [
            t('procedure.reviewed_on'),
            procedure.reviewed_on && <DateText value={procedure.reviewed_on} />,
          ],
        ]}
      />
      {editing && (
        <ProcedureDialog
          procedure={procedure}
          school={procedure.school_id ?? null}
          onClose={() => setEditing(false)}
        />
      )}
    </RecordCard>
  );
}
