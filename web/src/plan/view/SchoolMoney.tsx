import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '@/app/ui/Money';
import type { PlanGoal } from '../queries';
import { linesOf, totalOf } from '../rules/funding';
import { Section } from './Section';
import tables from './tables.module.css';

/** What is set aside for one school, apart from what is for everyone. */
export function SchoolMoney({ goals }: { goals: PlanGoal[] }) {
  const { t } = useTranslation('plan');
  const lines = linesOf(goals);
  if (lines.length === 0) {
    return (
      <Section id="money" title={t('money.title')}>
        <Text c="dimmed">{t('money.none')}</Text>
      </Section>
    );
  }
  return (
    <Section id="money" title={t('money.title')}>
      <dl className={tables.figures}>
        <div>
          <dt>{t('money.schoolOnly')}</dt>
          <dd>
            <Money cents={totalOf(lines.filter(({ school_id }) => school_id))} />
          </dd>
        </div>
        <div>
          <dt>{t('money.everyone')}</dt>
          <dd>
            <Money cents={totalOf(lines.filter(({ school_id }) => !school_id))} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
