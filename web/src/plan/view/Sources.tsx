import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlanPage } from '../PlanContext';
import type { FundingSource } from '../queries';
import { RecordMenu } from './RecordMenu';
import tables from './tables.module.css';

/** The district's own list of where money comes from. */
export function Sources({ sources }: { sources: FundingSource[] }) {
  const { t } = useTranslation('plan');
  const { edit, ask } = usePlanPage();
  if (sources.length === 0) return <Text c="dimmed">{t('source.none')}</Text>;
  const sorted = [...sources].sort(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={tables.scroll} aria-label={t('source.table')} tabIndex={0}>
      <table className={tables.table}>
        <caption>{t('source.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('source.fields.name')}</th>
            <th scope="col">{t('source.fields.kind')}</th>
            <th scope="col">{t('source.use')}</th>
            <th scope="col">{t('line.change')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ id, name, kind, active }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{t(`source.kind.${kind}`)}</td>
              <td>{t(active ? 'source.inUse' : 'source.notInUse')}</td>
              <td className={tables.menu}>
                <RecordMenu
                  name={name}
                  entity="funding_source"
                  id={id}
                  {...(edit && { edit: () => ask({ form: 'source', source: id }) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
