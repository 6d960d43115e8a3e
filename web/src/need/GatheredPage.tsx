import { Button, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { useSchoolName } from '@/schools/queries';
import { Topics } from './badges';
import { Gap } from './Gap';
import { NeedDialog } from './NeedDialog';
import classes from './need.module.css';
import {
  type Gathered,
  type GatheredNeed,
  gatheredQuery,
  type Need,
  needsQuery,
  type Proposal,
} from './queries';
import { useMayEdit } from './rights';
import { newNeed } from './rules/fields';
import { Section } from './Section';

/** The schools' reports side by side, and the district's needs drawn from them. */
export function GatheredPage() {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  useLive(district, 'needs');
  const query = useQuery(gatheredQuery(district));
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/needs" params={{ district }} search={{ of: 'district' }}>
            {t('title')}
          </TextLink>
        }
        title={t('gather.title')}
        lead={t('gather.lead')}
      />
      <QueryView query={query} rows={6}>
        {(gathered) =>
          gathered.schools.some(({ report_id }) => report_id) ? (
            <All gathered={gathered} />
          ) : (
            <EmptyState icon={IconInbox} title={t('gather.empty.title')}>
              {t('gather.empty.text')}
            </EmptyState>
          )
        }
      </QueryView>
    </>
  );
}

const keyOf = ({ report_id, need_id }: GatheredNeed) => `${report_id}/${need_id}`;

function All({ gathered }: { gathered: Gathered }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const edit = useMayEdit(null);
  const [drawing, setDrawing] = useState<Need | null>(null);
  const items = new Map(gathered.items.map((item) => [keyOf(item), item]));
  const itemsOf = (proposal: Proposal) =>
    proposal.items.flatMap(({ report_id, item_id }) => items.get(`${report_id}/${item_id}`) ?? []);
  const groups = gathered.proposals.filter((proposal) => proposal.items.length > 1);
  const alone = gathered.proposals.filter((proposal) => proposal.items.length === 1);
  const assets = gathered.items.filter(({ kind }) => kind === 'asset');
  const draw = (from: GatheredNeed[], reasons: Proposal['reasons']) =>
    setDrawing(
      newNeed(null, 'need', {
        level: 'collaborative',
        title: from.length === 1 ? (from[0]?.title ?? '') : '',
        subject: reasons.subject ?? from[0]?.subject ?? 'other',
        components: [...new Set(from.flatMap(({ components }) => components))],
        state: 'chosen',
        drawn_from: from.map(({ report_id, need_id }) => ({ report_id, item_id: need_id })),
      }),
    );
  return (
    <>
      <Schools gathered={gathered} />
      <Section id="proposals" title={t('gather.proposals')}>
        <Text size="sm" c="dimmed" mb="md" maw="46rem">
          {t('gather.rule')}
        </Text>
        {gathered.proposals.length === 0 && <Text>{t('gather.noneOpen')}</Text>}
        <ul className={classes.list}>
          {groups.map((proposal) => (
            <li key={proposal.items.map(({ item_id }) => item_id).join()}>
              <ProposedGroup
                proposal={proposal}
                items={itemsOf(proposal)}
                {...(edit ? { draw } : {})}
              />
            </li>
          ))}
        </ul>
      </Section>
      {alone.length > 0 && (
        <Section id="alone" title={t('gather.alone')}>
          <ul className={classes.cards}>
            {alone.flatMap((proposal) =>
              itemsOf(proposal).map((item) => (
                <li key={item.need_id}>
                  <Card className={classes.card}>
                    <Item item={item} />
                    {edit && (
                      <Button
                        mt="sm"
                        variant="default"
                        onClick={() => draw([item], proposal.reasons)}
                      >
                        {t('gather.draw')}
                      </Button>
                    )}
                  </Card>
                </li>
              )),
            )}
          </ul>
        </Section>
      )}
      <DrawnAlready gathered={gathered} />
      {assets.length > 0 && (
        <Section id="gathered-assets" title={t('gather.assets')}>
          <ul className={classes.cards}>
            {assets.map((item) => (
              <li key={item.need_id}>
                <Card className={classes.card}>
                  <Item item={item} />
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {drawing && (
        <NeedDialog
          record={drawing}
          close={() => setDrawing(null)}
          saved={({ id }) =>
            void navigate({ to: '/d/$district/needs/$need', params: { district, need: id } })
          }
        />
      )}
    </>
  );
}

interface GroupProps {
  proposal: Proposal;
  items: GatheredNeed[];
  draw?: (items: GatheredNeed[], reasons: Proposal['reasons']) => void;
}

/** A proposal: each of its needs can be left out. */
function ProposedGroup({ proposal, items, draw }: GroupProps) {
  const { t } = useTranslation('need');
  const format = useFormat();
  const [out, setOut] = useState<string[]>([]);
  const { reasons } = proposal;
  const because = [
    ...(reasons.subject ? [t('gather.subject', { subject: t(`subject.${reasons.subject}`) })] : []),
    ...reasons.components.map((component) => t(`component.${component}`)),
    ...(reasons.words.length
      ? [
          t('gather.words', {
            words: format.commas(reasons.words.map((word) => t('gather.word', { word }))),
          }),
        ]
      : []),
  ];
  const taken = items.filter((item) => !out.includes(keyOf(item)));
  return (
    <Card component="article">
      <Text fw={600} mb="sm">
        {t('gather.because')} {because.length ? format.list(because) : t('gather.pairs')}
      </Text>
      <Stack gap="md">
        {items.map((item) => (
          <Group key={item.need_id} wrap="nowrap" align="flex-start">
            {draw && (
              <Checkbox
                mt={4}
                aria-label={t('gather.take', { title: item.title })}
                checked={!out.includes(keyOf(item))}
                onChange={({ currentTarget: { checked } }) =>
                  setOut(checked ? out.filter((key) => key !== keyOf(item)) : [...out, keyOf(item)])
                }
              />
            )}
            <Item item={item} />
          </Group>
        ))}
      </Stack>
      {draw && (
        <Button
          mt="md"
          w="fit-content"
          disabled={taken.length === 0}
          onClick={() => draw(taken, reasons)}
        >
          {t('gather.draw')}
        </Button>
      )}
    </Card>
  );
}

function Item({ item }: { item: GatheredNeed }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  return (
    <div className={classes.card}>
      <Text size="sm" c="dimmed">
        <TextLink
          to="/d/$district/needs/reports/$report"
          underline="always"
          params={{ district, report: item.report_id }}
        >
          {schoolName(item.school_id)}
        </TextLink>
      </Text>
      <Title order={3} size="h4">
        {item.title}
      </Title>
      <Topics subject={item.subject} components={item.components} />
      {item.kind === 'need' ? <Gap need={item} /> : <Text>{item.present}</Text>}
      {item.root_causes.map((cause) => (
        <Text key={cause.id} className={classes.words}>
          <strong>{t('causes.root')}:</strong> {cause.statement}
        </Text>
      ))}
    </div>
  );
}

/** Who has reported, and in one line, who has not. */
function Schools({ gathered: { schools } }: { gathered: Gathered }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const reported = schools.filter(({ report_id }) => report_id);
  const missing = schools.filter(({ report_id }) => !report_id);
  return (
    <Section
      id="reported"
      title={t('gather.reported', { count: reported.length, total: schools.length })}
    >
      <ul className={classes.cards}>
        {reported.map(({ school_id, name, report_id, number, reported_at }) => (
          <li key={school_id}>
            <TextLink to="/d/$district/needs" params={{ district }} search={{ of: school_id }}>
              {name}
            </TextLink>
            {report_id && reported_at && (
              <Text size="sm" c="dimmed">
                <TextLink
                  to="/d/$district/needs/reports/$report"
                  underline="always"
                  params={{ district, report: report_id }}
                >
                  {t('report.number', { number })}
                </TextLink>{' '}
                <DateText value={reported_at} form="relative" />
              </Text>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <details className={classes.missing}>
          <summary>{t('gather.missing', { count: missing.length })}</summary>
          <ul className={classes.list}>
            {missing.map(({ school_id, name }) => (
              <li key={school_id}>
                <TextLink to="/d/$district/needs" params={{ district }} search={{ of: school_id }}>
                  {name}
                </TextLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function DrawnAlready({ gathered }: { gathered: Gathered }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const { data = [] } = useQuery(needsQuery(district, null));
  const drawn = data.filter(({ drawn_from }) => drawn_from.length > 0);
  return (
    <Section id="drawn" title={t('gather.drawn')}>
      {drawn.length === 0 && <Text c="dimmed">{t('gather.drawnNone')}</Text>}
      <ul className={classes.list}>
        {drawn.map((need) => (
          <li key={need.id}>
            <TextLink to="/d/$district/needs/$need" params={{ district, need: need.id }}>
              {need.title}
            </TextLink>
            <ul>
              {gathered.items
                .filter(({ district_needs }) => district_needs.includes(need.id))
                .map((item) => (
                  <li key={item.need_id}>
                    {schoolName(item.school_id)}: {item.title}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
