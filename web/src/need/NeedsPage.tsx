import { Alert, Button, Card, Group, SimpleGrid, Switch, Text, Title } from '@mantine/core';
import { IconChartHistogram, IconPlus, IconSend, IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { EDIT, useDistrict, useMay, useMySchools } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { useSchoolName } from '@/schools/queries';
import { StateBadge, Topics } from './badges';
import { DataSetDialog } from './DataSetDialog';
import { Gap } from './Gap';
import { NeedDialog } from './NeedDialog';
import classes from './need.module.css';
import { type DataSet, dataSetsQuery, type Need, needsQuery, type Scope } from './queries';
import { ReportDialog, Reports } from './Reports';
import { useMayEdit } from './rights';
import { newDataSet, newNeed } from './rules/fields';
import { Section } from './Section';
import { WholeChild } from './WholeChild';

/** Data, needs, assets and the whole child of one school or of the district. */
export function NeedsPage() {
  const { t } = useTranslation(['need', 'app']);
  const { id: district } = useDistrict();
  const { of } = useSearch({ from: '/d/$district/needs' });
  const mine = useMySchools();
  const ofDistrict = useMay({ district: EDIT });
  const navigate = useNavigate();
  const schoolName = useSchoolName(district);
  const first = !ofDistrict && mine[0] ? mine[0] : null;
  const scope: Scope = of === undefined ? first : of === 'district' ? null : of;
  useLive(district, 'needs');
  const needs = useQuery(needsQuery(district, scope));
  // What stands below waits for it, so that nothing moves under somebody's finger.
  const sets = useQuery(dataSetsQuery(district, scope));
  return (
    <>
      <PageHeader
        title={scope ? `${t('title')}: ${schoolName(scope)}` : t('title')}
        lead={t(scope ? 'leadSchool' : 'leadDistrict')}
        actions={
          <>
            <SchoolPicker
              aria-label={t('whose')}
              none={t('app:district')}
              allowDeselect={false}
              value={scope}
              onChange={(school) =>
                void navigate({
                  to: '/d/$district/needs',
                  params: { district },
                  search: { of: school ?? 'district' },
                })
              }
            />
            {scope ? (
              <ReportButton scope={scope} />
            ) : (
              <ButtonLink to="/d/$district/needs/gathered" params={{ district }}>
                {t('openGathered')}
              </ButtonLink>
            )}
          </>
        }
      />
      <DataSets scope={scope} key={`data-${scope}`} />
      {!sets.isPending && (
        <QueryView query={needs} rows={4}>
          {(all) => (
            <>
              <NeedList scope={scope} kind="need" all={all} />
              <NeedList scope={scope} kind="asset" all={all} />
              <WholeChild scope={scope} />
              {scope && <Reports school={scope} needs={all} />}
            </>
          )}
        </QueryView>
      )}
    </>
  );
}

function ReportButton({ scope }: { scope: string }) {
  const { t } = useTranslation('need');
  const [open, setOpen] = useState(false);
  if (!useMayEdit(scope)) return null;
  return (
    <>
      <Button leftSection={<IconSend aria-hidden size={20} />} onClick={() => setOpen(true)}>
        {t('report.send')}
      </Button>
      {open && <ReportDialog school={scope} close={() => setOpen(false)} />}
    </>
  );
}

function DataSets({ scope }: { scope: Scope }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const query = useQuery(dataSetsQuery(district, scope));
  const [adding, setAdding] = useState<DataSet | null>(null);
  const edit = useMayEdit(scope);
  const add = edit && (
    <Button
      variant="default"
      leftSection={<IconPlus aria-hidden size={20} />}
      onClick={() => setAdding(newDataSet(scope))}
    >
      {t('addData')}
    </Button>
  );
  return (
    <Section id="data" title={t('data')} action={query.data?.length ? add : null}>
      <QueryView query={query} rows={2}>
        {(sets) =>
          sets.length === 0 ? (
            <EmptyState icon={IconChartHistogram} title={t('noData.title')} action={add}>
              {t('noData.text')}
            </EmptyState>
          ) : (
            <ul className={classes.cards}>
              {sets.map((set) => (
                <li key={set.id}>
                  <DataCard set={set} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {adding && (
        <DataSetDialog
          record={adding}
          close={() => setAdding(null)}
          saved={({ id }) =>
            void navigate({ to: '/d/$district/needs/data/$set', params: { district, set: id } })
          }
        />
      )}
    </Section>
  );
}

function DataCard({ set }: { set: DataSet }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  return (
    <Card component="article" className={classes.card}>
      <Title order={3} size="h4">
        <TextLink to="/d/$district/needs/data/$set" params={{ district, set: set.id }}>
          {set.title}
        </TextLink>
      </Title>
      <Text size="sm" c="dimmed">
        {set.source ? t('source', { source: set.source }) : t('noSource')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('values.count', { count: set.value_count })}
        {set.latest_day && (
          <>
            {' · '}
            <DateText value={set.latest_day} />
          </>
        )}
      </Text>
      {set.story && (
        <Text mt="xs" lineClamp={4} className={classes.words}>
          {set.story}
        </Text>
      )}
    </Card>
  );
}

interface NeedListProps {
  scope: Scope;
  kind: Need['kind'];
  all: Need[];
}

function NeedList({ scope, kind, all }: NeedListProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const [adding, setAdding] = useState<Need | null>(null);
  const [aside, setAside] = useState(false);
  const edit = useMayEdit(scope);
  const those = all.filter((need) => need.kind === kind);
  const hidden = those.filter(({ state }) => state === 'set_aside').length;
  const shown = those.filter(({ state }) => aside || state !== 'set_aside');
  const asset = kind === 'asset';
  const add = edit && (
    <Button
      variant={asset ? 'default' : 'filled'}
      leftSection={<IconPlus aria-hidden size={20} />}
      onClick={() => setAdding(newNeed(scope, kind))}
    >
      {t(asset ? 'addAsset' : 'addNeed')}
    </Button>
  );
  return (
    <Section
      id={asset ? 'assets' : 'needs'}
      title={t(asset ? 'assets' : 'needs')}
      action={
        <Group gap="sm">
          {hidden > 0 && (
            <Switch
              label={t('show.set_aside')}
              checked={aside}
              onChange={({ currentTarget: { checked } }) => setAside(checked)}
            />
          )}
          {(asset || shown.length > 0) && add}
        </Group>
      }
    >
      {shown.length === 0 ? (
        asset ? (
          <Text c="dimmed">{t('noAssets')}</Text>
        ) : (
          <EmptyState icon={IconTargetArrow} title={t('noNeeds.title')} action={add}>
            {t('noNeeds.text')}
          </EmptyState>
        )
      ) : (
        <ul className={classes.cards}>
          {shown.map((need) => (
            <li key={need.id}>
              <NeedCard need={need} />
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <NeedDialog
          record={adding}
          close={() => setAdding(null)}
          saved={({ id }) =>
            void navigate({ to: '/d/$district/needs/$need', params: { district, need: id } })
          }
        />
      )}
    </Section>
  );
}

function NeedCard({ need }: { need: Need }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  return (
    <Card component="article" className={classes.card}>
      <SimpleGrid cols={1} spacing="xs">
        <Title order={3} size="h4">
          <TextLink to="/d/$district/needs/$need" params={{ district, need: need.id }}>
            {need.title}
          </TextLink>
        </Title>
        <Group gap={6}>
          <StateBadge state={need.state} />
          <Topics subject={need.subject} components={[]} />
        </Group>
        {need.kind === 'need' ? (
          <Gap need={need} />
        ) : (
          need.present && <Text className={classes.words}>{need.present}</Text>
        )}
        {need.challenge && (
          <Alert variant="light" p="sm">
            {need.challenge}
          </Alert>
        )}
        {need.drawn_from.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('causes.from', { count: need.drawn_from.length })}
          </Text>
        )}
      </SimpleGrid>
    </Card>
  );
}
