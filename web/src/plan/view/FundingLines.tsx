import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { Money } from '@/app/ui/Money';
import { LineOver, LineUsed } from '@/fund/LineStanding';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import { type FundingLine, fundingSourcesQuery, type PlanStrategy } from '../queries';
import { totalOf } from '../rules/funding';
import { useRemove } from '../usePlanWrites';
import { RecordMenu } from './RecordMenu';
import { focusOn } from './Section';
import tables from './tables.module.css';

/** The money of one strategy: source, year, for whom, with its total. */
export function FundingLines({ strategy }: { strategy: PlanStrategy }) {
  const { t } = useTranslation('plan');
  const { edit, ask } = usePlanPage();
  const id = `money-${strategy.id}`;
  const lines = [...strategy.funding].sort(
    (a, b) => a.year.localeCompare(b.year) || (a.id < b.id ? -1 : 1),
  );
  const caption = t('line.caption', { strategy: strategy.title });
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Title order={4} id={id} tabIndex={-1} className={classes.heading}>
          {t('line.title')}
        </Title>
        {edit && (
          <Button
            variant="subtle"
            className={classes.screen}
            leftSection={<IconPlus aria-hidden size={18} />}
            onClick={() => ask({ form: 'line', strategy: strategy.id })}
          >
            {t('line.add')}
          </Button>
        )}
      </Group>
      {lines.length === 0 ? (
        <Text c="dimmed">{t('line.none')}</Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <section className={tables.scroll} aria-label={caption} tabIndex={0}>
          <table className={tables.table}>
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t('line.fields.source_id')}</th>
                <th scope="col">{t('line.fields.year')}</th>
                <th scope="col">{t('line.fields.school_id')}</th>
                <th scope="col" className={tables.amount}>
                  {t('line.fields.amount_cents')}
                </th>
                <th scope="col" className={tables.amount}>
                  {t('line.fields.spent')}
                </th>
                <th scope="col">{t('line.change')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} line={line} headingId={id} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {t('line.total')}
                </th>
                <td className={tables.amount}>
                  <Money cents={totalOf(lines)} />
                </td>
                <td />
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      )}
    </div>
  );
}

function Line({ line, headingId }: { line: FundingLine; headingId: string }) {
  const { t } = useTranslation('plan');
  const { district, edit, schoolName, ask } = usePlanPage();
  const { data: sources = [] } = useQuery(fundingSourcesQuery(district));
  const remove = useRemove();
  const { id, version, strategy_id, school_id, source_id, year, amount_cents, note } = line;
  const source = sources.find((known) => known.id === source_id)?.name ?? '';
  const name = `${source}, ${year}`;
  return (
    <tr>
      <th scope="row">
        <TextLink to="/d/$district/money/lines/$line" params={{ district, line: id }}>
          {source}
        </TextLink>
        <LineOver line={line} />
        {note && <span className={tables.when}>{note}</span>}
      </th>
      <td className={tables.value}>{year}</td>
      <td>{school_id ? schoolName(school_id) : t('line.whole')}</td>
      <td className={tables.amount}>
        <Money cents={amount_cents} />
      </td>
      <td className={tables.amount}>
        <LineUsed line={line} />
      </td>
      <td className={tables.menu}>
        <RecordMenu
          name={name}
          entity="funding_line"
          id={id}
          {...(edit && {
            edit: () => ask({ form: 'line', strategy: strategy_id, line: id }),
            remove: async () => {
              if (await remove({ kind: 'line', id, version, name })) focusOn(headingId);
            },
          })}
        />
      </td>
    </tr>
  );
}
