import { Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/app/ui/QueryView';
import { useSchoolName } from '@/schools/queries';
import type { FunctionItem } from '../form';
import { type Column, tally } from '../heat';
import { functionAnswersQuery } from '../queries';
import { Counts } from '../round/Counts';
import { SchoolAnswers } from '../round/SchoolAnswers';
import { useTemplate } from './context';
import classes from './SchoolsSay.module.css';

interface SchoolsSayProps {
  /** The function of the building template that speaks to the district's. */
  item: FunctionItem;
  columns: Column[];
}

/** What the buildings submitted, beside the district's own answer. */
export function SchoolsSay({ item, columns }: SchoolsSayProps) {
  const { t } = useTranslation('balance');
  const [open, setOpen] = useState(false);
  const panel = useId();
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <section className={classes.say} aria-label={t('schoolsSay.label', { title: item.title })}>
      <Text fw={600} size="sm">
        {t('schoolsSay.title', { title: item.title })}
      </Text>
      <Group justify="space-between" gap="xs">
        <Counts counts={tally(columns, item.id)} />
        <Button
          variant="subtle"
          aria-expanded={open}
          aria-controls={panel}
          rightSection={<Icon aria-hidden size={18} />}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'schoolsSay.less' : 'schoolsSay.more')}
        </Button>
      </Group>
      <Collapse expanded={open} id={panel}>
        {open && <Said item={item} />}
      </Collapse>
    </section>
  );
}

function Said({ item }: { item: FunctionItem }) {
  const { district, template, form } = useTemplate();
  const query = useQuery(functionAnswersQuery(district, template.round_id, item.id));
  const nameOf = useSchoolName(district);
  return (
    <QueryView query={query} rows={2}>
      {(list) => (
        <Stack gap="md" mt="sm">
          <SchoolAnswers
            list={list}
            nameOf={nameOf}
            fields={form.fields}
            functionId={item.id}
            headings={4}
          />
        </Stack>
      )}
    </QueryView>
  );
}
