import { Card, SegmentedControl, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { StatusBadge } from '@/app/ui/StatusBadge';
import type { Form } from '../form';
import { type Column, tally } from '../heat';
import type { Shown } from './AnswersDrawer';
import { Counts } from './Counts';
import classes from './HeatList.module.css';
import { isRating } from './Rating';

interface HeatListProps {
  form: Form;
  columns: Column[];
  show: (shown: Shown) => void;
}

/** The heat map on a phone: one function with its counts, or one school with its ratings. */
export function HeatList({ form, columns, show }: HeatListProps) {
  const { t } = useTranslation('balance');
  const [by, setBy] = useState<'function' | 'school'>('function');
  const [school, setSchool] = useState<string | null>(null);
  const column = columns.find((c) => c.school === school) ?? columns[0];
  return (
    <Stack gap="md">
      <SegmentedControl
        fullWidth
        aria-label={t('heat.by')}
        data={[
          { value: 'function', label: t('heat.byFunction') },
          { value: 'school', label: t('heat.bySchool') },
        ]}
        value={by}
        onChange={(value) => setBy(value === 'school' ? 'school' : 'function')}
      />
      {by === 'school' && (
        <SchoolPicker
          label={t('heat.school')}
          only={columns.map((c) => c.school)}
          value={column?.school ?? null}
          onChange={setSchool}
          allowDeselect={false}
        />
      )}
      {form.areas.map((area) => (
        <Stack key={area.id} gap="xs" component="section">
          <Title order={3}>{area.title}</Title>
          {area.functions.map((item) => {
            const rating = column?.rating(item.id) ?? null;
            return (
              <Card key={item.id} padding={0}>
                <UnstyledButton
                  className={classes.row}
                  onClick={() =>
                    show({
                      function: item.id,
                      ...(by === 'school' && column ? { school: column.school } : {}),
                    })
                  }
                >
                  <Text component="span" fw={600}>
                    {item.title}
                  </Text>
                  {by === 'function' ? (
                    <Counts counts={tally(columns, item.id)} />
                  ) : (
                    <span>
                      <StatusBadge
                        status={isRating(rating) ? rating : 'unrated'}
                        {...(rating ? {} : { label: t('heat.notSubmitted') })}
                      />
                    </span>
                  )}
                </UnstyledButton>
              </Card>
            );
          })}
        </Stack>
      ))}
    </Stack>
  );
}
