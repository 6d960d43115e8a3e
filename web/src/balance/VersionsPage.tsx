import { Group, Select, Stack, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { Loading } from '@/app/ui/Loading';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView, Trouble } from '@/app/ui/QueryView';
import { useLive } from '@/live/useLive';
import { useSchoolName } from '@/schools/queries';
import { type Read, reader } from './answers';
import { type Form, formOf } from './form';
import { packQuery, submissionQuery, type Template, templateQuery } from './queries';
import classes from './VersionsPage.module.css';
import { Compared } from './versions/Compared';
import { inOrder, now, usual } from './versions/choice';
import { VersionList } from './versions/VersionList';

const alone = '-';

/** Every submission of a template as it was, and the difference between any two. */
export function VersionsPage() {
  const { district = '', template = '' } = useParams({ strict: false });
  useLive(district, 'rounds', [['d', district, `template:${template}`]]);
  const query = useQuery(templateQuery(district, template));
  return (
    <QueryView query={query} page>
      {(found) => <WithPack district={district} template={found} />}
    </QueryView>
  );
}

function WithPack({ district, template }: { district: string; template: Template }) {
  const { t } = useTranslation(['balance', 'app']);
  const pack = useQuery(packQuery(district, template.pack_id, template.pack_version));
  const school = useSchoolName(district)(template.school_id);
  const form = useMemo(
    () => (pack.data ? formOf(pack.data, template.kind) : null),
    [pack.data, template.kind],
  );
  const name = template.school_id ? school : t('app:district');
  return (
    <>
      <PageHeader
        title={name ? t('versions.titleOf', { name }) : t('versions.title')}
        lead={t('versions.lead')}
        above={
          <TextLink
            to="/d/$district/templates/$template"
            params={{ district, template: template.id }}
          >
            {t('versions.back')}
          </TextLink>
        }
      />
      {template.history.length === 0 ? (
        <EmptyState icon={IconHistory} title={t('versions.emptyTitle')}>
          {t('versions.empty')}
        </EmptyState>
      ) : (
        <QueryView query={pack}>
          {() => form && <Versions district={district} template={template} form={form} />}
        </QueryView>
      )}
    </>
  );
}

interface VersionsProps {
  district: string;
  template: Template;
  form: Form;
}

function Versions({ district, template, form }: VersionsProps) {
  const { t } = useTranslation('balance');
  const navigate = useNavigate();
  const search = useSearch({ from: '/d/$district/templates/$template/versions' });
  const open = template.state === 'draft' || template.state === 'returned';
  const chosen = search.show
    ? { show: search.show, against: search.against ?? '' }
    : usual(template, open);
  const numbers = template.history.map(({ number }) => number).sort((a, b) => b - a);
  const options = [
    ...(open ? [{ value: now, label: t('versions.nowDraft') }] : []),
    ...numbers.map((n) => ({ value: String(n), label: t('versions.number', { number: n }) })),
  ];
  const choose = (next: { show: string; against: string }) =>
    void navigate({
      to: '/d/$district/templates/$template/versions',
      params: { district, template: template.id },
      search: { show: next.show, against: next.against || undefined },
      replace: true,
      resetScroll: false,
    });
  return (
    <div className={classes.layout}>
      <section aria-labelledby="all">
        <Title order={2} id="all" mb="sm">
          {t('versions.all')}
        </Title>
        <VersionList template={template} shown={chosen.show} />
      </section>
      <Stack gap="lg" className={classes.main}>
        <Group grow preventGrowOverflow={false} align="flex-end">
          <Select
            label={t('versions.show')}
            data={options}
            allowDeselect={false}
            value={chosen.show}
            onChange={(show) => choose({ ...chosen, show: show ?? chosen.show })}
          />
          <Select
            label={t('versions.against')}
            data={[
              { value: alone, label: t('versions.alone') },
              ...options.filter(({ value }) => value !== chosen.show),
            ]}
            allowDeselect={false}
            value={chosen.against || alone}
            onChange={(against) =>
              choose({ ...chosen, against: against && against !== alone ? against : '' })
            }
          />
        </Group>
        <Between district={district} template={template} form={form} {...chosen} />
      </Stack>
    </div>
  );
}

function Between(props: VersionsProps & { show: string; against: string }) {
  const { district, template, form, show, against } = props;
  const { before, after } = against ? inOrder(show, against) : { before: '', after: show };
  const wanted = [before, after].filter((version) => version !== '' && version !== now);
  const queries = useQueries({
    queries: wanted.map((version) => submissionQuery(district, template.id, Number(version))),
  });
  const failed = queries.find(({ isError, data }) => isError && !data);
  if (failed) return <Trouble error={failed.error} again={() => void failed.refetch()} />;
  if (queries.some(({ data }) => !data)) return <Loading />;
  const readOf = (version: string): Read =>
    reader(
      version === now ? template.answers : (queries[wanted.indexOf(version)]?.data?.answers ?? []),
    );
  return <Compared form={form} after={readOf(after)} before={before ? readOf(before) : null} />;
}
