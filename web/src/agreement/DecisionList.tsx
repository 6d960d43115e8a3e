import { Anchor, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChange } from '@/action/rights';
import { Cards, RecordCard } from '@/app/ui/Cards';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
import { Facts, Typed } from '@/app/ui/Facts';
import { useFormat } from '@/app/ui/format';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { DecisionDialog } from './DecisionDialog';
import {
  type Decision,
  deciders,
  proceduresQuery,
  removeDecision,
  staleAgreements,
} from './queries';

/** By who decides: the question that is asked of this list. */
export function DecisionList({ rows }: { rows: Decision[] }) {
  const { t } = useTranslation('agreement');
  return deciders.map((decider) => {
    const theirs = rows.filter(({ decided_by }) => decided_by === decider);
    if (theirs.length === 0) return null;
    return (
      <section key={decider} aria-labelledby={`decider-${decider}`}>
        <Title order={3} size="h4" id={`decider-${decider}`} mb="xs">
          {t(`decides.${decider}`)}
        </Title>
        <Cards columns={2}>
          {theirs.map((row) => (
            <One key={row.id} row={row} />
          ))}
        </Cards>
      </section>
    );
  });
}

function One({ row }: { row: Decision }) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district, grants } = useDistrict();
  const schoolName = useSchoolName(district);
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const procedures = useInfiniteQuery(proceduresQuery(district, {}));
  const procedure = procedures.data?.pages
    .flatMap(({ items }) => items)
    .find(({ id }) => id === row.procedure_id);
  const { title } = row;
  const removal = useRemoval({
    title: t('decision.removeTitle'),
    text: t('removeText', { title }),
    send: () => removeDecision(district, row),
    stale: staleAgreements(district),
    said: t('removed'),
  });
  return (
    <RecordCard
      id={row.id}
      order={4}
      title={title}
      actions={
        mayChange(grants, row.school_id) && (
          <EditAndRemove edit={() => setEditing(true)} removal={removal} of={title} />
        )
      }
    >
      {row.how && <Typed brief>{row.how}</Typed>}
      <Facts
        facts={[
          [
            t('decision.field.covers'),
            row.covers.length > 0 && format.list(row.covers.map((change) => t(`covers.${change}`))),
          ],
          [
            t('decision.field.procedure_id'),
            procedure && (
              <Anchor href={`#record-${procedure.id}`} underline="always">
                {procedure.title}
              </Anchor>
            ),
          ],
          [t('decision.field.consulted'), row.consulted],
          [t('decision.field.informed'), row.informed],
          [t('fields.school'), row.school_id ? schoolName(row.school_id) : t('app:district')],
        ]}
      />
      {editing && (
        <DecisionDialog
          decision={row}
          school={row.school_id ?? null}
          onClose={() => setEditing(false)}
        />
      )}
    </RecordCard>
  );
}
