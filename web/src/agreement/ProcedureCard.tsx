import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChange } from '@/action/rights';
import { RecordCard } from '@/app/ui/Cards';
import { DateText } from '@/app/ui/DateText';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
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
  const removal = useRemoval({
    title: t('procedure.removeTitle'),
    text: t('removeText', { title }),
    send: () => removeProcedure(district, procedure),
    stale: staleAgreements(district),
    said: t('removed'),
  });
  return (
    <RecordCard
      id={procedure.id}
      title={title}
      actions={
        mayChange(grants, procedure.school_id) && (
          <EditAndRemove edit={() => setEditing(true)} removal={removal} of={title} />
        )
      }
    >
      {procedure.body && <Typed brief>{procedure.body}</Typed>}
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
