import { Alert, Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/api/client';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { planQuery } from '@/plan/queries';
import { StateBadge, Topics } from './badges';
import { Causes } from './Causes';
import { EditDialog } from './EditDialog';
import { Gap } from './Gap';
import { NeedDialog } from './NeedDialog';
import classes from './need.module.css';
import {
  dataSetsQuery,
  type Need,
  type NeedDetail,
  type NeedFields,
  needQuery,
  saveNeed,
  staleNeeds,
} from './queries';
import { useMayEdit } from './rights';
import { challengeParts } from './rules/causes';
import { needFields } from './rules/fields';
import { SchoolsFound } from './SchoolsFound';
import { Section } from './Section';

/** One need: the gap, why it is so, and the challenge that follows. */
export function NeedPage() {
  const { id: district } = useDistrict();
  const { need } = useParams({ from: '/d/$district/needs/$need' });
  useLive(district, 'needs');
  const query = useQuery(needQuery(district, need));
  return (
    <QueryView query={query} page>
      {(found) => <Page need={found} key={found.id} />}
    </QueryView>
  );
}

function Page({ need }: { need: NeedDetail }) {
  const { t } = useTranslation(['need', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const scope = need.school_id ?? null;
  const edit = useMayEdit(scope);
  const [dialog, setDialog] = useState(false);
  const above = { params: { district }, search: { of: scope ?? 'district' } };
  const removal = useRemoval({
    title: t('removeNeed.title'),
    text: t('removeNeed.text', { title: need.title }),
    send: () =>
      api.DELETE('/districts/{district}/needs/{need}', {
        params: { path: { district, need: need.id }, header: ifMatch(need.version) },
      }),
    stale: staleNeeds(district),
    said: t('removed'),
    done: () => void navigate({ to: '/d/$district/needs', ...above }),
  });
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/needs" {...above}>
            {t('title')}
          </TextLink>
        }
        title={need.title}
        badge={<StateBadge state={need.state} />}
        lead={`${t(`kind.${need.kind}`)} · ${t(`level.${need.level}`)}`}
        actions={edit && <EditAndRemove edit={() => setDialog(true)} removal={removal} />}
      />
      <Stack gap="md" maw="60rem">
        <Topics subject={need.subject} components={need.components} />
        {need.who && (
          <Text>
            <strong>{t('fields.who')}:</strong> {need.who}
          </Text>
        )}
        <Facts need={need} />
        <TextLink
          to="/d/$district/history"
          params={{ district }}
          search={{ entity: 'need', entity_id: need.id }}
        >
          {t('history')}
        </TextLink>
      </Stack>
      {need.drawn_from.length > 0 && <SchoolsFound need={need} edit={edit} />}
      {need.kind === 'need' && (
        <>
          <Causes need={need} edit={edit} />
          <Challenge need={need} edit={edit} />
        </>
      )}
      {dialog && <NeedDialog record={need} close={() => setDialog(false)} />}
    </>
  );
}

function Facts({ need }: { need: NeedDetail }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const { data: own = [] } = useQuery(dataSetsQuery(district, need.school_id ?? null));
  const { data: districts = [] } = useQuery(dataSetsQuery(district, null));
  const titles = new Map([...own, ...districts].map(({ id, title }) => [id, title]));
  return (
    <>
      {need.kind === 'need' ? (
        <Card>
          <Text component="h2" fw={650} mb="xs">
            {t('gap.title')}
          </Text>
          <Gap need={need} />
        </Card>
      ) : (
        need.present && <Text className={classes.words}>{need.present}</Text>
      )}
      {need.evidence && (
        <Text className={classes.words}>
          <strong>{t('fields.evidence')}:</strong> {need.evidence}
        </Text>
      )}
      {need.data_sets.length > 0 && (
        <div>
          <strong>{t('fields.data_sets')}:</strong>
          <ul>
            {need.data_sets.map((set) => (
              <li key={set}>
                <TextLink to="/d/$district/needs/data/$set" params={{ district, set }}>
                  {titles.get(set) ?? t('data')}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** The goals of the plan that say they answer this need, or the way to the plan. */
function Goals({ need }: { need: NeedDetail }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const { data: plan } = useQuery(planQuery(district));
  const goals = plan?.goals.filter(({ need_id }) => need_id === need.id) ?? [];
  if (goals.length === 0) {
    return (
      <TextLink to="/d/$district/plan" params={{ district }} underline="always">
        {t('toPlan')}
      </TextLink>
    );
  }
  return (
    <>
      {t('answeredBy')}
      <ul>
        {goals.map((goal) => (
          <li key={goal.id}>
            <TextLink
              to="/d/$district/plan/goals/$goal"
              params={{ district, goal: goal.id }}
              underline="always"
            >
              {goal.title}
            </TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function Challenge({ need, edit }: { need: NeedDetail; edit: boolean }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const parts = challengeParts(need, need.causes, format.list);
  return (
    <Section
      id="challenge"
      title={t('challenge.title')}
      action={
        edit && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t(need.challenge ? 'challenge.change' : 'challenge.edit')}
          </Button>
        )
      }
    >
      {need.challenge ? (
        <Alert variant="light" maw="60rem">
          <Text size="lg" className={classes.words}>
            {need.challenge}
          </Text>
          <Goals need={need} />
        </Alert>
      ) : (
        <Text c="dimmed">
          {t('challenge.none')} {t('challenge.help')}
        </Text>
      )}
      {open && (
        <EditDialog<Need, NeedFields>
          title={t('challenge.title')}
          record={need}
          fields={needFields}
          save={(fields, version, header) =>
            saveNeed(district, need.school_id ?? null, need, fields, version, header)
          }
          close={() => setOpen(false)}
        >
          {(form) => (
            <>
              <Textarea
                label={t('fields.challenge')}
                description={t('challenge.help')}
                data-autofocus
                maxLength={1000}
                minRows={3}
                {...form.getInputProps('challenge')}
              />
              <Group>
                <Button
                  variant="default"
                  disabled={!parts}
                  onClick={() =>
                    parts &&
                    form.setFieldValue(
                      'challenge',
                      t('challenge.draft', {
                        ...parts,
                        interpolation: { escapeValue: false },
                      }).slice(0, 1000),
                    )
                  }
                >
                  {t('challenge.suggest')}
                </Button>
                {!parts && <Text c="dimmed">{t('challenge.noRoot')}</Text>}
              </Group>
            </>
          )}
        </EditDialog>
      )}
    </Section>
  );
}
