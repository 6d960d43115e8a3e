import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlanPage } from '../PlanContext';
import { saveReason } from '../planApi';
import type { GoalReasonFields, PlanGoal } from '../queries';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = GoalReasonFields & Versioned;

interface ReasonDialogProps {
  goal: PlanGoal;
  school: string;
  gone: boolean;
  onClose: () => void;
}

/** Why a goal of the district applies to one building, in that building's words. */
export function ReasonDialog({ goal, school, gone, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('plan');
  const { district, schoolName } = usePlanPage();
  const own = goal.reasons.find(({ school_id }) => school_id === school);
  return (
    <RecordDialog<Rec, GoalReasonFields>
      title={t('reason.title', { school: schoolName(school) })}
      name={`reason.${goal.id}.${school}`}
      record={own ?? { version: 0, reason: '' }}
      gone={gone}
      fields={({ reason }) => ({ reason })}
      save={(fields, version) => saveReason({ district, goal: goal.id, school, fields, version })}
      label={() => t('reason.label')}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text fw={600}>{goal.title}</Text>
          <Textarea
            label={t('reason.label')}
            description={t('reason.hint')}
            maxLength={1000}
            minRows={3}
            maxRows={10}
            data-autofocus
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </RecordDialog>
  );
}
