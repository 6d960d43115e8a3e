import { Button, Card, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { Facts, Typed } from '@/app/ui/Facts';
import { Filters } from '@/app/ui/Filters';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { usePlanPage } from '@/plan/PlanContext';
import { PlanFrame } from '@/plan/PlanFrame';
import plan from '@/plan/plan.module.css';
import { type PlanGoal, usePlan } from '@/plan/queries';
import { EvidenceTier } from '@/plan/view/EvidenceTier';
import { RecordMenu } from '@/plan/view/RecordMenu';
import tags from '@/plan/view/tags.module.css';
import { EntryDialog, newEntry } from './EntryDialog';
import { type LibraryStrategy, useLibrary } from './queries';
import { useRemoveEntry } from './removing';
import classes from './strategy.module.css';

/** What the district has looked into: strategies with their evidence, to make plans from. */
export function LibraryPage() {
  const { id } = useDistrict();
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(whole) => (
        <PlanFrame plan={whole}>
          <Library goals={whole.goals} />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function Library({ goals }: { goals: PlanGoal[] }) {
  const { t } = useTranslation('strategy');
  const { district, edit } = usePlanPage();
  const query = useLibrary(district);
  const [editing, setEditing] = useState<{ entry: LibraryStrategy | null; nth: number } | null>(
    null,
  );
  const [find, setFind] = useState('');
  const [retired, setRetired] = useState(false);
  const open = (entry: LibraryStrategy | null) =>
    setEditing((last) => ({ entry, nth: (last?.nth ?? 0) + 1 }));
  const add = edit && (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => open(null)}>
      {t('entry.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('library')} lead={t('libraryLead')} actions={add} />
      <QueryView query={query}>
        {(entries) => {
          if (entries.length === 0) {
            return (
              <EmptyState icon={IconBooks} title={t('emptyLibrary.title')} action={add}>
                {t('emptyLibrary.text')}
              </EmptyState>
            );
          }
          const wanted = find.trim().toLocaleLowerCase();
          const found = entries.filter(
            (entry) =>
              (retired || entry.active) &&
              `${entry.title} ${entry.description} ${entry.for_whom}`
                .toLocaleLowerCase()
                .includes(wanted),
          );
          return (
            <>
              <Filters label={t('find')}>
                <TextInput
                  label={t('find')}
                  value={find}
                  onChange={(event) => setFind(event.currentTarget.value)}
                />
                <Switch
                  label={t('entry.showRetired')}
                  checked={retired}
                  onChange={(event) => setRetired(event.currentTarget.checked)}
                />
              </Filters>
              <Text role="status" mb="sm" c="dimmed">
                {t('entry.found', { count: found.length })}
              </Text>
              <ul className={plan.list}>
                {found.map((entry) => (
                  <Entry key={entry.id} entry={entry} goals={goals} open={() => open(entry)} />
                ))}
              </ul>
            </>
          );
        }}
      </QueryView>
      {editing && (
        <EntryDialog
          key={editing.nth}
          entry={
            query.data?.find(({ id }) => id === editing.entry?.id) ?? editing.entry ?? newEntry
          }
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface EntryProps {
  entry: LibraryStrategy;
  goals: PlanGoal[];
  open: () => void;
}

function Entry({ entry, goals, open }: EntryProps) {
  const { t } = useTranslation(['strategy', 'plan']);
  const { district, edit } = usePlanPage();
  const remove = useRemoveEntry();
  const used = useMemo(
    () =>
      goals.filter(({ strategies }) =>
        strategies.some(({ library_id }) => library_id === entry.id),
      ),
    [goals, entry.id],
  );
  return (
    <li id={`entry-${entry.id}`}>
      <Card component="article">
        <div className={plan.head}>
          <Title order={2} size="h3">
            {entry.title}
          </Title>
          <RecordMenu
            name={entry.title}
            entity="library_strategy"
            id={entry.id}
            {...(edit && {
              edit: open,
              remove: used.length === 0 ? () => void remove(entry) : undefined,
            })}
          />
        </div>
        <Stack gap="sm">
          {!entry.active && (
            <div>
              <StatusBadge status="inactive" label={t('entry.retired')} />
            </div>
          )}
          {entry.description && <Typed brief>{entry.description}</Typed>}
          <ul className={tags.tags} aria-label={t('plan:strategy.about')}>
            <li>
              <EvidenceTier tier={entry.evidence_tier} />
            </li>
            {entry.systems.map((system) => (
              <li key={system} className={tags.tag} data-tone="neutral">
                {t(`plan:system.${system}`)}
              </li>
            ))}
          </ul>
          <Facts
            stacked
            facts={[
              [t('entry.fields.citation'), entry.citation],
              [t('entry.fields.for_whom'), entry.for_whom],
              [t('entry.fields.cost_note'), entry.cost_note],
            ]}
          />
          {entry.questions.length > 0 && (
            <div>
              <Text fw={600}>{t('entry.fields.questions')}</Text>
              <ul className={classes.questions}>
                {entry.questions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </div>
          )}
          {used.length > 0 && (
            <Text>
              {t('entry.used')}{' '}
              {used.map((goal, i) => (
                <span key={goal.id}>
                  {i > 0 && ', '}
                  <TextLink
                    underline="always"
                    to="/d/$district/plan/goals/$goal"
                    params={{ district, goal: goal.id }}
                  >
                    {goal.title}
                  </TextLink>
                </span>
              ))}
            </Text>
          )}
        </Stack>
      </Card>
    </li>
  );
}
