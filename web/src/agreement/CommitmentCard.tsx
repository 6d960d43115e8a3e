import { Button, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordCard } from '@/app/ui/Cards';
import { DateText } from '@/app/ui/DateText';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
import { Facts, Typed } from '@/app/ui/Facts';
import { isPast } from '@/app/ui/format';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { usePlan } from '@/plan/queries';
import { AcknowledgeDialog, ReviewDialog } from './AnswerDialogs';
import { CommitmentDialog } from './CommitmentDialog';
import { type Commitment, removeCommitment, staleAgreements } from './queries';
import { isMaker, isReceiver } from './rights';

export function CommitmentCard({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district } = useDistrict();
  const plan = usePlan(district).data;
  const goal = plan?.goals.find(({ id }) => id === commitment.goal_id);
  const known = !!commitment.acknowledged_at;
  return (
    <RecordCard
      id={commitment.id}
      order={4}
      title={commitment.title}
      badge={
        <>
          {known && !commitment.outcome && isPast(commitment.due_on) && (
            <StatusBadge status="overdue" label={t('commitment.toReview')} />
          )}
          {commitment.outcome ? (
            <StatusBadge status={commitment.outcome} />
          ) : (
            <StatusBadge
              status={known ? 'promised' : 'draft'}
              {...(known ? {} : { label: t('commitment.notKnown') })}
            />
          )}
        </>
      }
      actions={<Actions commitment={commitment} />}
    >
      {commitment.detail && <Typed brief>{commitment.detail}</Typed>}
      <Facts
        facts={[
          [t('fields.due_on'), commitment.due_on && <DateText value={commitment.due_on} />],
          [t('fields.goal_id'), goal?.title],
          [
            t('commitment.acknowledged'),
            commitment.acknowledged_at && (
              <>
                {commitment.acknowledged_by}, <DateText value={commitment.acknowledged_at} />
                {commitment.acknowledged_note && `: ${commitment.acknowledged_note}`}
              </>
            ),
          ],
        ]}
      />
      {commitment.reviews.map((review) => (
        <div key={review.at}>
          <Text fw={600} size="sm">
            {t(`app:status.${review.outcome}`)} · {review.by}, <DateText value={review.at} />
          </Text>
          <Typed>{review.words}</Typed>
        </div>
      ))}
    </RecordCard>
  );
}

type Dialog = 'edit' | 'acknowledge' | 'review' | null;

/** What this person's side can do with it now. */
function Actions({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district, grants } = useDistrict();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  const known = !!commitment.acknowledged_at;
  const { title } = commitment;
  const removal = useRemoval({
    title: t('commitment.removeTitle'),
    text: t('removeText', { title }),
    send: () => removeCommitment(district, commitment),
    stale: staleAgreements(district),
    said: t('removed'),
  });
  const receiver = isReceiver(grants, commitment);
  const maker = isMaker(grants, commitment);
  if (!receiver && !maker) return null;
  return (
    <>
      {receiver && !known && (
        <Button
          leftSection={<IconCheck aria-hidden size={18} />}
          onClick={() => setDialog('acknowledge')}
          aria-label={t('commitment.acknowledgeOf', { title })}
        >
          {t('commitment.acknowledge')}
        </Button>
      )}
      {receiver && known && (
        <Button
          variant={commitment.outcome ? 'default' : 'filled'}
          onClick={() => setDialog('review')}
          aria-label={t('commitment.reviewOf', { title })}
        >
          {t('commitment.review')}
        </Button>
      )}
      {maker && (
        <EditAndRemove
          edit={() => setDialog('edit')}
          removal={commitment.outcome ? undefined : removal}
          of={title}
        />
      )}
      {dialog === 'edit' && (
        <CommitmentDialog commitment={commitment} school={commitment.school_id} onClose={close} />
      )}
      {dialog === 'acknowledge' && <AcknowledgeDialog commitment={commitment} onClose={close} />}
      {dialog === 'review' && <ReviewDialog commitment={commitment} onClose={close} />}
    </>
  );
}
