import { Button, Group, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { confirm } from '@/app/ui/confirm';
import { useFormat } from '@/app/ui/format';
import { ButtonLink } from '@/app/ui/links';
import { reader } from '../answers';
import { toDo } from '../progress';
import { useTemplate } from './context';
import { MessageStep } from './MessageStep';
import { Notice } from './Notice';
import { ReturnedComments } from './ReturnedComments';
import { whyReturned } from './returned';
import classes from './StateNotice.module.css';
import { stateNotice, steps, useStep } from './steps';

/** Where the template is on its way, whose turn it is, and what they can do. */
export function StateNotice() {
  return (
    <div id={stateNotice} tabIndex={-1} className={classes.state}>
      <Turn />
    </div>
  );
}

function Turn() {
  const { template, rights } = useTemplate();
  if (template.state === 'submitted') return rights.review ? <ToReview /> : <Submitted />;
  if (template.state === 'returned') return <Returned />;
  if (template.state === 'accepted' || template.state === 'completed') return <Finished />;
  if (template.kind === 'district') return template.submissions > 0 ? <Returned /> : null;
  return rights.help ? <SchoolsDraft /> : null;
}

/** The newest submission, with what was decided about it. */
function useLatest() {
  const { template } = useTemplate();
  const format = useFormat();
  const latest = template.history.reduce<(typeof template.history)[number] | null>(
    (best, entry) => (best && best.number > entry.number ? best : entry),
    null,
  );
  return {
    latest,
    submitted: {
      who: latest?.submitted_by ?? '',
      when: latest ? format.date(latest.submitted_at, 'time') : '',
    },
    decided: {
      who: latest?.decided_by ?? '',
      when: latest?.decided_at ? format.date(latest.decided_at, 'time') : '',
    },
  };
}

function Words({ label, children }: { label: string; children: string }) {
  if (!children) return null;
  return (
    <div>
      <Text fw={600} size="sm">
        {label}
      </Text>
      <blockquote className={classes.words}>{children}</blockquote>
    </div>
  );
}

function Submitted() {
  const { t } = useTranslation('balance');
  const { rights } = useTemplate();
  const { latest, submitted } = useLatest();
  const step = useStep(t('withdraw.said'));
  const withdraw = async () => {
    const sure = await confirm({
      title: t('withdraw.title'),
      text: t('withdraw.text'),
      action: t('withdraw.action'),
    });
    if (sure) step.take(steps.withdraw());
  };
  return (
    <Notice tone="progress" icon={<IconSend aria-hidden />} title={t('state.submitted', submitted)}>
      <Text>{t('state.submittedText')}</Text>
      <Words label={t('state.note')}>{latest?.note ?? ''}</Words>
      {rights.withdraw && (
        <div>
          <Button variant="default" loading={step.pending} onClick={() => void withdraw()}>
            {t('withdraw.action')}
          </Button>
        </div>
      )}
    </Notice>
  );
}

function ToReview() {
  const { t } = useTranslation('balance');
  const { latest, submitted } = useLatest();
  return (
    <Notice tone="progress" icon={<IconSend aria-hidden />} title={t('state.submitted', submitted)}>
      <Text>{t('state.reviewText')}</Text>
      <Words label={t('state.note')}>{latest?.note ?? ''}</Words>
      <ReviewSteps />
    </Notice>
  );
}

/** Accept or return; also at the end of the page, where the reading ends. */
export function ReviewSteps() {
  return (
    <Group gap="sm">
      <MessageStep step="accept" primary icon={<IconCircleCheck aria-hidden size={20} />} />
      <MessageStep step="return" icon={<IconArrowBackUp aria-hidden size={20} />} />
    </Group>
  );
}

function Returned() {
  const { t } = useTranslation('balance');
  const { template, rights } = useTemplate();
  const format = useFormat();
  const why = whyReturned(template);
  const words = { who: why.who, when: why.at ? format.date(why.at, 'time') : '' };
  return (
    <Notice
      tone="attention"
      icon={<IconArrowBackUp aria-hidden />}
      title={why.who ? t(`state.${why.how}`, words) : t('state.open')}
    >
      <Words label={t('state.message')}>{why.message}</Words>
      <ReturnedComments submission={why.submission} />
      <Text>
        {t(rights.write ? 'state.mend' : rights.help ? 'state.theyMend' : 'state.changing')}
      </Text>
      <HelpOut />
    </Notice>
  );
}

function Finished() {
  const { t } = useTranslation('balance');
  const { district, template, form, rights } = useTemplate();
  const { latest, submitted, decided } = useLatest();
  const count = toDo(form, reader(template.answers));
  const complete = template.state === 'completed';
  return (
    <Notice
      tone="good"
      icon={<IconCircleCheck aria-hidden />}
      title={complete ? t('state.completed', submitted) : t('state.accepted', decided)}
    >
      <Words label={t(complete ? 'state.note' : 'state.message')}>
        {(complete ? latest?.note : latest?.message) ?? ''}
      </Words>
      <Text>{t('state.items', { count })}</Text>
      <Group gap="sm">
        {count > 0 && (
          <ButtonLink
            to="/d/$district/actions"
            params={{ district }}
            search={{ school: template.school_id ?? 'district' }}
          >
            {t('state.toActions')}
          </ButtonLink>
        )}
        {rights.reopen && (
          <MessageStep step="reopen" icon={<IconLockOpen aria-hidden size={20} />} />
        )}
      </Group>
    </Notice>
  );
}

function SchoolsDraft() {
  const { t } = useTranslation('balance');
  return (
    <Notice tone="neutral" icon={<IconLock aria-hidden />} title={t('state.theirs')}>
      <Text>{t('state.theirsText')}</Text>
      <HelpOut />
    </Notice>
  );
}

function HelpOut() {
  const { t } = useTranslation('balance');
  const { rights, editing, helpOut } = useTemplate();
  if (!rights.help || editing) return null;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconPencil aria-hidden size={18} />}
        onClick={helpOut}
      >
        {t('state.help')}
      </Button>
    </div>
  );
}
