import { Alert, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { CanActBadge, RootBadge, Topics } from './badges';
import { Gap } from './Gap';
import classes from './need.module.css';
import { type NeedReport, reportQuery } from './queries';

/** One report of a school, as it was made. */
export function ReportPage() {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const { report } = useParams({ from: '/d/$district/needs/reports/$report' });
  const schoolName = useSchoolName(district);
  const query = useQuery(reportQuery(district, report));
  return (
    <QueryView query={query} page>
      {(found) => (
        <>
          <PageHeader
            above={
              <TextLink
                to="/d/$district/needs"
                params={{ district }}
                search={{ of: found.school_id }}
              >
                {t('title')}
              </TextLink>
            }
            title={t('report.page', {
              school: schoolName(found.school_id),
              number: found.number,
            })}
            lead={
              <>
                <DateText value={found.reported_at} form="time" />{' '}
                {t('report.by', { name: found.reported_by })}. {t('report.asItWas')}
              </>
            }
          />
          {found.note && (
            <Alert variant="outline" mb="md" className={classes.words}>
              {found.note}
            </Alert>
          )}
          <ul className={classes.list}>
            {found.items.map((item) => (
              <li key={item.id}>
                <ReportedCard item={item} />
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}

function ReportedCard({ item }: { item: NeedReport['items'][number] }) {
  const { t } = useTranslation('need');
  return (
    <Card component="article" className={classes.card}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(`kind.${item.kind}`)}
        </Text>
        <Title order={2} size="h3">
          {item.title}
        </Title>
        <Topics subject={item.subject} components={item.components} />
        {item.who && (
          <Text>
            <strong>{t('fields.who')}:</strong> {item.who}
          </Text>
        )}
        <Gap need={item} />
        {item.evidence && <Text className={classes.words}>{item.evidence}</Text>}
        {item.challenge && <Alert variant="light">{item.challenge}</Alert>}
        {item.causes.length > 0 && (
          <ul className={classes.list}>
            {item.causes.map((cause) => (
              <li key={cause.id}>
                <Group gap={6}>
                  {cause.root && <RootBadge />}
                  <CanActBadge value={cause.can_act} />
                </Group>
                <Text className={classes.words}>{cause.statement}</Text>
                {cause.evidence && (
                  <Text size="sm" c="dimmed" className={classes.words}>
                    {t('causes.evidence', { text: cause.evidence })}
                  </Text>
                )}
              </li>
            ))}
          </ul>
        )}
        {item.data.map((note) => (
          <Text key={note.id} size="sm" c="dimmed" className={classes.words}>
            {t('report.dataNote', { title: note.title })}. {note.story}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}
