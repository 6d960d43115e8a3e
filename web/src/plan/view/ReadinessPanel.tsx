import { Button, Collapse, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconCircleDashed,
  IconProgress,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { JudgedReadiness, PlanStrategy } from '../queries';
import { facets } from '../rules/readiness';
import readiness from './ReadinessPanel.module.css';

const verdicts = {
  unfinished: [IconCircleDashed, 'neutral'],
  not_ready: [IconAlertTriangle, 'attention'],
  nearly: [IconProgress, 'progress'],
  ready: [IconCircleCheck, 'good'],
} as const;

const states = {
  missing: [IconAlertTriangle, 'attention'],
  under_way: [IconProgress, 'progress'],
  ready: [IconCircleCheck, 'good'],
} as const;

/** Whether a strategy can be begun: six sides of it, and the systems that have to support it. */
export function ReadinessPanel({ strategy }: { strategy: PlanStrategy }) {
  const { t } = useTranslation('plan');
  const { edit, ask } = usePlanPage();
  const [open, { toggle }] = useDisclosure(false);
  const looked = strategy.readiness;
  const [icon, tone] = verdicts[looked?.verdict ?? 'unfinished'];
  const Chevron = open ? IconChevronUp : IconChevronDown;
  if (!looked && !edit) return null;
  return (
    <div>
      <div className={readiness.head}>
        <Title order={4}>{t('ready.heading')}</Title>
        <ToneBadge icon={icon} tone={tone}>
          {t(looked ? `ready.verdict.${looked.verdict}` : 'ready.notLooked')}
        </ToneBadge>
        {looked && (
          <Button
            variant="subtle"
            size="sm"
            px="xs"
            aria-expanded={open}
            aria-label={t('ready.showOf', { strategy: strategy.title })}
            rightSection={<Chevron aria-hidden size={18} />}
            onClick={toggle}
          >
            {t('ready.show')}
          </Button>
        )}
        {edit && (
          <Button
            variant="subtle"
            size="sm"
            px="xs"
            className={classes.screen}
            aria-label={t('ready.lookOf', { strategy: strategy.title })}
            onClick={() => ask({ form: 'readiness', strategy: strategy.id })}
          >
            {t(looked ? 'ready.lookAgain' : 'ready.look')}
          </Button>
        )}
      </div>
      {looked && <Collapse expanded={open}>{open && <Details looked={looked} />}</Collapse>}
    </div>
  );
}

function Details({ looked }: { looked: JudgedReadiness }) {
  const { t } = useTranslation('plan');
  return (
    <Stack gap="md" mt="xs">
      <dl className={readiness.facets}>
        {facets.map((facet) => {
          const rated = looked.ratings.find((one) => one.facet === facet);
          return (
            <div key={facet}>
              <dt>{t(`ready.facet.${facet}.name`)}</dt>
              <dd>
                <Dots score={rated?.score ?? 0} />
                <span>
                  {rated ? t('ready.score', { score: rated.score }) : t('ready.notRated')}
                </span>
                {rated?.note && <Text size="sm">{rated.note}</Text>}
              </dd>
            </div>
          );
        })}
      </dl>
      {looked.supports.length > 0 && (
        <ul className={readiness.rows} aria-label={t('ready.fields.supports')}>
          {looked.supports.map(({ system, provides, state, owner_name }) => (
            <li key={system}>
              <ToneBadge icon={states[state][0]} tone={states[state][1]}>
                {t(`ready.state.${state}`)}
              </ToneBadge>
              <div>
                <Text fw={600}>{t(`system.${system}`)}</Text>
                {provides && <Text>{provides}</Text>}
                {owner_name && (
                  <Text c="dimmed" size="sm">
                    {owner_name}
                  </Text>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {looked.answers.length > 0 && (
        <ul className={readiness.rows} aria-label={t('ready.fields.answers')}>
          {looked.answers.map(({ question, answer, note }) => (
            <li key={question}>
              <ToneBadge
                icon={answer === 'yes' ? IconCircleCheck : IconAlertTriangle}
                tone={answer === 'yes' ? 'good' : answer === 'no' ? 'attention' : 'progress'}
              >
                {t(`ready.answer.${answer}`)}
              </ToneBadge>
              <div>
                <Text>{question}</Text>
                {note && <Text c="dimmed">{note}</Text>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

/** The score as five dots; the number stands beside them. */
function Dots({ score }: { score: number }) {
  return (
    <span className={readiness.dots} aria-hidden>
      {[1, 2, 3, 4, 5].map((dot) => (
        <span key={dot} data-full={dot <= score || undefined} />
      ))}
    </span>
  );
}
