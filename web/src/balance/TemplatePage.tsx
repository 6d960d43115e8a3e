import { Button, Card, Group, Stack, Title } from '@mantine/core';
import { IconHistory, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useLive } from '@/live/useLive';
import { useSchoolName } from '@/schools/queries';
import { buildingSideOf, formOf } from './form';
import { columnsOf } from './heat';
import { packQuery, roundQuery, type Template, templateQuery } from './queries';
import classes from './TemplatePage.module.css';
import { AreaLink } from './template/AreaLink';
import { Comments } from './template/Comments';
import { TemplateProvider, useTemplate } from './template/context';
import { FunctionCard } from './template/FunctionCard';
import { goTo } from './template/focus';
import { Guide } from './template/Guide';
import { Presence } from './template/Presence';
import { ProgressBar, ProgressPanel } from './template/ProgressPanel';
import { SchoolsSay } from './template/SchoolsSay';
import { ReviewSteps, StateNotice } from './template/StateNotice';
import { Submit } from './template/Submit';

/** A building's or the district's action planning template: filled in, submitted, reviewed. */
export function TemplatePage() {
  const { district = '', template = '' } = useParams({ strict: false });
  const query = useQuery(templateQuery(district, template));
  return (
    <QueryView query={query} page>
      {(found) => <WithPack key={found.id} district={district} template={found} />}
    </QueryView>
  );
}

function WithPack({ district, template }: { district: string; template: Template }) {
  const pack = useQuery(packQuery(district, template.pack_id, template.pack_version));
  const form = useMemo(
    () => (pack.data ? formOf(pack.data, template.kind) : null),
    [pack.data, template.kind],
  );
  return (
    <QueryView query={pack} page>
      {() =>
        form && (
          <TemplateProvider template={template} form={form}>
            <Body />
          </TemplateProvider>
        )
      }
    </QueryView>
  );
}

function Body() {
  const { t } = useTranslation(['balance', 'app']);
  const { form, rights, editing } = useTemplate();
  useHash();
  return (
    <>
      <Header />
      <Presence />
      <div className={classes.layout}>
        <Stack gap="lg" className={classes.main}>
          <StateNotice />
          <Guide />
          {form.kind === 'district' ? <DistrictAreas /> : <Areas />}
          <Card component="section" aria-labelledby="whole">
            <Title order={2} id="whole" size="h4">
              {t('comments.whole')}
            </Title>
            <Comments functionId={null} label={t('comments.wholeLabel')} />
          </Card>
          <Group gap="sm">
            <Submit />
            {rights.review && <ReviewSteps />}
          </Group>
          {editing && <ProgressBar />}
        </Stack>
        <div className={classes.side}>
          <ProgressPanel />
        </div>
      </div>
    </>
  );
}

function Header() {
  const { t } = useTranslation(['balance', 'app']);
  const { district, template } = useTemplate();
  const format = useFormat();
  const school = useSchoolName(district)(template.school_id);
  const due = template.due_on ? t('dueBy', { date: format.date(template.due_on, 'long') }) : '';
  return (
    <PageHeader
      title={template.school_id ? t('ofSchool', { name: school }) : t('ofDistrict')}
      badge={<StatusBadge status={template.state} />}
      above={
        <TextLink to="/d/$district/rounds/$round" params={{ district, round: template.round_id }}>
          {t('roundOf', { year: template.year })}
        </TextLink>
      }
      lead={due}
      actions={
        <>
          {template.submissions > 0 && (
            <ButtonLink
              to="/d/$district/templates/$template/versions"
              params={{ district, template: template.id }}
              variant="default"
              leftSection={<IconHistory aria-hidden size={20} />}
            >
              {t('versions.link', { count: template.submissions })}
            </ButtonLink>
          )}
          <Button
            variant="default"
            leftSection={<IconPrinter aria-hidden size={20} />}
            onClick={() => window.print()}
          >
            {t('app:print')}
          </Button>
        </>
      }
    />
  );
}

function Areas({ beside }: { beside?: (id: string) => React.ReactNode }) {
  const { form } = useTemplate();
  return form.areas.map((area) => (
    <Stack key={area.id} gap="md" component="section" aria-labelledby={`area-${area.id}`}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} id={`area-${area.id}`}>
          {area.title}
        </Title>
        <AreaLink area={area.id} />
      </Group>
      {area.functions.map((item) => (
        <FunctionCard
          key={item.id}
          item={item}
          number={form.functions.indexOf(item) + 1}
          {...(beside ? { beside: beside(item.id) } : {})}
        />
      ))}
    </Stack>
  ));
}

/** The district's: with what the buildings say beside each function. */
function DistrictAreas() {
  const { district, template, form } = useTemplate();
  useLive(district, 'rounds');
  const round = useQuery(roundQuery(district, template.round_id));
  const pack = useQuery(packQuery(district, template.pack_id, template.pack_version));
  const nameOf = useSchoolName(district);
  const building = useMemo(() => (pack.data ? formOf(pack.data, 'building') : null), [pack.data]);
  const columns = columnsOf(round.data?.templates ?? [], nameOf);
  const beside = (id: string) => {
    const item = form.functions.find((f) => f.id === id);
    const side = item && building ? buildingSideOf(item, building) : null;
    return side && columns.length > 0 ? <SchoolsSay item={side} columns={columns} /> : null;
  };
  return <Areas beside={beside} />;
}

/** A link from the action board or the heat map leads to its function. */
function useHash() {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash) goTo(hash);
  }, [hash]);
}
