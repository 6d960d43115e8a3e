import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { useFormat } from '@/app/ui/format';
import { QueryView } from '@/app/ui/QueryView';
import { TableRegion } from '@/app/ui/TableRegion';
import { usePlanPage } from '@/plan/PlanContext';
import { staleWithPlan } from '@/plan/queries';
import { RecordMenu } from '@/plan/view/RecordMenu';
import { Section } from '@/plan/view/Section';
import tables from '@/plan/view/tables.module.css';
import { removeNeed } from './fundApi';
import { NeedDialog } from './NeedDialog';
import { type NeedWeight, needsQuery, type UsualFunding, usualQuery } from './queries';

type Usual = UsualFunding['needs'][number];
type Open = { need: NeedWeight } | { fresh: Usual | null };

/** The district's needs and their weights: without them every pupil counts the same. */
export function Needs() {
  const format = useFormat();
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { district, edit } = usePlanPage();
  const needs = useQuery(needsQuery(district));
  const usual = useQuery({ ...usualQuery(district), enabled: edit });
  const [open, setOpen] = useState<Open | null>(null);
  const known = new Set((needs.data ?? []).map(({ name }) => name));
  const offered = (usual.data?.needs ?? []).filter(({ name }) => !known.has(name));
  const remove = useSend({
    send: (need: NeedWeight) => removeNeed(district, need),
    stale: staleWithPlan(district),
    said: t('needs.removed'),
  });
  const ask = async (need: NeedWeight) => {
    const text = t('needs.removeText', { name: need.name });
    const title = t('needs.removeTitle');
    if (await confirm({ title, text, action: t('app:remove'), danger: true })) remove.mutate(need);
  };
  return (
    <Section id="needs" title={t('needs.title')}>
      <Text mb="sm">{t('needs.text')}</Text>
      <QueryView query={needs}>
        {(list) =>
          list.length === 0 ? (
            <Text c="dimmed">{t('needs.none')}</Text>
          ) : (
            <TableRegion label={t('needs.title')}>
              <table className={tables.table}>
                <caption>{t('needs.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('needs.fields.name')}</th>
                    <th scope="col" className={tables.amount}>
                      {t('needs.fields.weight_percent')}
                    </th>
                    <th scope="col">{t('needs.fields.counted')}</th>
                    <th scope="col">{t('plan:line.change')}</th>
                  </tr>
                </thead>
                <tbody>
                  {list.map((need) => (
                    <tr key={need.id}>
                      <th scope="row">{need.name}</th>
                      <td className={tables.amount}>
                        {format.percent(need.weight_percent, { signDisplay: 'always' })}
                      </td>
                      <td>{t(`needs.counted.${need.counted}`)}</td>
                      <td className={tables.menu}>
                        <RecordMenu
                          name={need.name}
                          entity="need_weight"
                          id={need.id}
                          {...(edit && {
                            edit: () => setOpen({ need }),
                            remove: () => void ask(need),
                          })}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableRegion>
          )
        }
      </QueryView>
      {edit && (
        <Group mt="sm" gap="sm">
          {offered.map((need) => (
            <Button
              key={need.name}
              variant="default"
              leftSection={<IconPlus aria-hidden size={18} />}
              onClick={() => setOpen({ fresh: need })}
            >
              {need.name}
            </Button>
          ))}
          <Button
            variant="default"
            leftSection={<IconPlus aria-hidden size={18} />}
            onClick={() => setOpen({ fresh: null })}
          >
            {t('needs.addOther')}
          </Button>
        </Group>
      )}
      {open && (
        <NeedDialog
          key={'need' in open ? open.need.id : (open.fresh?.name ?? 'new')}
          need={'need' in open ? open.need : fresh(open.fresh)}
          why={'need' in open ? undefined : open.fresh?.why}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

const fresh = (usual: Usual | null) => ({
  version: 0,
  name: usual?.name ?? '',
  weight_percent: usual?.weight_percent ?? 25,
  counted: usual?.counted ?? ('own' as const),
  counts: [],
});
