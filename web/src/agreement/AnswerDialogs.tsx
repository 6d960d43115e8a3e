import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import {
  acknowledge,
  type Commitment,
  outcomes,
  type ReviewFields,
  review,
  staleAgreements,
} from './queries';

interface AnswerDialogProps {
  commitment: Commitment;
  onClose: () => void;
}

export function AcknowledgeDialog({ commitment, onClose }: AnswerDialogProps) {
  const { t } = useTranslation('agreement');
  const { id: district } = useDistrict();
  return (
    <RecordEditor<Commitment, { note: string }>
      title={t('commitment.acknowledgeTitle')}
      record={commitment}
      fields={() => ({ note: '' })}
      save={(fields, version) => acknowledge(district, commitment.id, fields, version)}
      stale={staleAgreements(district)}
      said={t('commitment.acknowledgedNow')}
      action={t('commitment.acknowledge')}
      label={() => t('commitment.note')}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text fw={600}>{commitment.title}</Text>
          <Textarea
            label={t('commitment.note')}
            description={t('commitment.noteHelp')}
            maxLength={2000}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('note')}
          />
        </>
      )}
    </RecordEditor>
  );
}

export function ReviewDialog({ commitment, onClose }: AnswerDialogProps) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district } = useDistrict();
  return (
    <RecordEditor<Commitment, ReviewFields>
      title={t('commitment.reviewTitle')}
      record={commitment}
      fields={() => ({ outcome: 'kept', words: '' })}
      save={(fields, version) => review(district, commitment.id, fields, version)}
      stale={staleAgreements(district)}
      said={t('commitment.reviewed')}
      action={t('commitment.review')}
      validate={{ words: (words) => (words.trim() ? null : t('commitment.sayHow')) }}
      label={(field) => t(`commitment.${field}`)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text fw={600}>{commitment.title}</Text>
          <Radio.Group label={t('commitment.outcome')} {...form.getInputProps('outcome')}>
            <Stack gap="xs" mt="xs">
              {outcomes.map((value) => (
                <Radio key={value} value={value} label={t(`app:status.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('commitment.words')}
            description={t('commitment.wordsHelp')}
            required
            maxLength={2000}
            autosize
            minRows={3}
            {...form.getInputProps('words')}
          />
        </>
      )}
    </RecordEditor>
  );
}
