import { Button, Card, Group, Text } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { CanActBadge } from './badges';
import { CauseDialog } from './CauseDialog';
import classes from './need.module.css';
import { type Cause, type NeedDetail, reportQuery } from './queries';
import { nextPosition } from './rules/causes';
import { newCause } from './rules/fields';
import { Section } from './Section';

/** The schools' needs that a district's need was drawn from, as they were reported. */
export function SchoolsFound({ need, edit }: { need: NeedDetail; edit: boolean }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const [taking, setTaking] = useState<Cause | null>(null);
  const ids = [...new Set(need.drawn_from.map(({ report_id }) => report_id))];
  const reports = useQueries({ queries: ids.map((id) => reportQuery(district, id)) });
  const taken = new Set(
    need.causes.flatMap(({ drawn_from }) => drawn_from.map(({ item_id }) => item_id)),
  );
  const items = need.drawn_from.flatMap(({ report_id, item_id }) => {
    const report = reports.find(({ data }) => data?.id === report_id)?.data;
    const item = report?.items.find(({ id }) => id === item_id);
    return report && item ? [{ report, item }] : [];
  });
  return (
    <Section id="schools-found" title={t('schoolsFound.title')}>
      <ul className={classes.cards}>
        {items.map(({ report, item }) => (
          <li key={item.id}>
            <Card className={classes.card}>
              <Text size="sm" c="dimmed">
                {schoolName(report.school_id)} ·{' '}
                <TextLink
                  to="/d/$district/needs/reports/$report"
                  underline="always"
                  params={{ district, report: report.id }}
                >
                  {t('report.number', { number: report.number })}
                </TextLink>
              </Text>
              <Text fw={650}>{item.title}</Text>
              {!item.causes.some(({ root }) => root) && (
                <Text size="sm" c="dimmed">
                  {t('schoolsFound.none')}
                </Text>
              )}
              <ul className={classes.list}>
                {item.causes
                  .filter(({ root }) => root)
                  .map((cause) => (
                    <li key={cause.id}>
                      <Text className={classes.words}>{cause.statement}</Text>
                      <Group gap="xs">
                        <CanActBadge value={cause.can_act} />
                        {taken.has(cause.id) ? (
                          <Text size="sm">{t('schoolsFound.taken')}</Text>
                        ) : (
                          edit && (
                            <Button
                              size="compact-md"
                              variant="light"
                              leftSection={<IconArrowDown aria-hidden size={18} />}
                              aria-label={t('schoolsFound.takeOf', { cause: cause.statement })}
                              onClick={() =>
                                setTaking(
                                  newCause(need, {
                                    statement: cause.statement,
                                    evidence: cause.evidence,
                                    can_act: cause.can_act,
                                    root: true,
                                    position: nextPosition(need.causes),
                                    drawn_from: [{ report_id: report.id, item_id: cause.id }],
                                  }),
                                )
                              }
                            >
                              {t('schoolsFound.take')}
                            </Button>
                          )
                        )}
                      </Group>
                    </li>
                  ))}
              </ul>
            </Card>
          </li>
        ))}
      </ul>
      {taking && <CauseDialog need={need} record={taking} close={() => setTaking(null)} />}
    </Section>
  );
}
