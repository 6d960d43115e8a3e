import { Text } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { ButtonLink } from '@/app/ui/links';
import { Money } from '@/app/ui/Money';
import { usePlanPage } from '../PlanContext';
import type { PlanGoal } from '../queries';
import { bySource, linesOf, moneyTable } from '../rules/funding';
import { Section } from './Section';
import tables from './tables.module.css';

/** What the plan costs, year by year, and the way to the details. */
export function MoneyGlance({ goals, filtered }: { goals: PlanGoal[]; filtered: boolean }) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const format = useFormat();
  const table = moneyTable(linesOf(goals), bySource);
  return (
    <Section
      id="money"
      title={t('money.title')}
      action={
        <ButtonLink
          variant="default"
          to="/d/$district/money"
          params={{ district }}
          leftSection={<IconCoins aria-hidden size={18} />}
        >
          {t('money.open')}
        </ButtonLink>
      }
    >
      {table.total === 0 ? (
        <Text c="dimmed">{t('money.none')}</Text>
      ) : (
        <>
          <Text mb="sm">
            {t(filtered ? 'money.totalFiltered' : 'money.total', {
              amount: format.money(table.total),
            })}
          </Text>
          <dl className={tables.figures}>
            {table.years.map((year) => (
              <div key={year}>
                <dt>{year}</dt>
                <dd>
                  <Money cents={table.byYear.get(year) ?? 0} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Section>
  );
}
