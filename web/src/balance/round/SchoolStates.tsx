import { Button, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { byUrgency, type Column, countStates } from '../heat';
import { templateRights } from '../rights';
import classes from './SchoolStates.module.css';

const first = 6;
const filters = ['all', 'submitted', 'draft', 'returned', 'accepted'] as const;
type Filter = (typeof filters)[number];

/** Who has submitted and who has not, those that wait for the district on top. */
export function SchoolStates({ columns }: { columns: Column[] }) {
  const { t } = useTranslation(['balance', 'app']);
  const [filter, setFilter] = useState<Filter>('all');
  const [whole, setWhole] = useState(false);
  const counts = countStates(columns);
  const wanted = byUrgency(columns).filter(
    ({ template }) => filter === 'all' || template.state === filter,
  );
  const shown = whole ? wanted : wanted.slice(0, first);
  const countOf = (f: Filter) => (f === 'all' ? columns.length : (counts.get(f) ?? 0));
  return (
    <Stack gap="sm">
      <SegmentedControl
        className={classes.filter}
        aria-label={t('states.filter')}
        data={filters
          .filter((f) => f === 'all' || f === filter || countOf(f) > 0)
          .map((f) => ({ value: f, label: t(`states.${f}`, { count: countOf(f) }) }))}
        value={filter}
        onChange={(value) => setFilter(filters.find((f) => f === value) ?? 'all')}
      />
      <ul className={classes.list}>
        {shown.map((column) => (
          <SchoolRow key={column.template.id} column={column} />
        ))}
      </ul>
      {wanted.length > first && (
        <div>
          <Button variant="subtle" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t('states.fewer') : t('states.more', { count: wanted.length })}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function SchoolRow({ column }: { column: Column }) {
  const { t } = useTranslation(['balance', 'app']);
  const { id: district, grants } = useDistrict();
  const { template, name } = column;
  const { answered, total } = template.progress;
  const rights = templateRights(grants, { ...template, school_id: column.school });
  const to = {
    to: '/d/$district/templates/$template',
    params: { district, template: template.id },
  } as const;
  return (
    <li className={classes.row}>
      <TextLink {...to} className={classes.name}>
        {name}
      </TextLink>
      <span>
        <StatusBadge status={template.state} />
      </span>
      <div className={classes.progress}>
        <Text size="sm">{t('progress.rated', { count: answered, total })}</Text>
        <Progress
          value={total === 0 ? 0 : (100 * answered) / total}
          aria-label={t('states.progressOf', { name })}
        />
      </div>
      <Text size="sm" c="dimmed" className={classes.when}>
        {template.submitted_at ? (
          <>
            {t('states.submittedAt')} <DateText value={template.submitted_at} />
          </>
        ) : (
          t('states.notYet')
        )}
        {template.comments > 0 && ` · ${t('states.comments', { count: template.comments })}`}
      </Text>
      <Group justify="flex-end" className={classes.go}>
        {rights.review && (
          <ButtonLink {...to} size="sm" aria-label={t('states.reviewOf', { name })}>
            {t('states.review')}
          </ButtonLink>
        )}
        {rights.write && (
          <ButtonLink {...to} size="sm" aria-label={t('states.continueOf', { name })}>
            {t('states.continue')}
          </ButtonLink>
        )}
      </Group>
    </li>
  );
}
