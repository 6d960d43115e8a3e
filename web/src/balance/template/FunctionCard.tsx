import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardId, type Field, type FunctionItem, inputId, needsAction, planFields } from '../form';
import { Comments } from './Comments';
import { type AnswerControl, useAnswer, useTemplate } from './context';
import classes from './FunctionCard.module.css';
import { ReadField } from './ReadField';
import { StatusField } from './StatusField';
import { WordField } from './WordField';

interface FunctionCardProps {
  item: FunctionItem;
  number: number;
  /** What the schools said, beside the district's own words. */
  beside?: ReactNode;
}

export const FunctionCard = memo(function FunctionCard({
  item,
  number,
  beside,
}: FunctionCardProps) {
  const { form } = useTemplate();
  const id = cardId(item.id);
  return (
    <Card component="section" className={classes.card} aria-labelledby={id} data-function={item.id}>
      <Group gap="xs" justify="space-between" align="baseline">
        <Title order={3} id={id} tabIndex={-1} className={classes.title}>
          {number}. {item.title}
        </Title>
        <Text size="sm" c="dimmed">
          {form.columnTitle(item.column)}
        </Text>
      </Group>
      <Text mb="xs">{item.text}</Text>
      {item.details.length > 0 && (
        <ul className={classes.details}>
          {item.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {beside}
      <Fields item={item} />
      <Comments functionId={item.id} label={item.title} />
    </Card>
  );
});

/** The rating first; what else is asked follows from it. */
function Fields({ item }: { item: FunctionItem }) {
  const { t } = useTranslation('balance');
  const { form, editing } = useTemplate();
  const [planning, setPlanning] = useState(false);
  const rating = useAnswer(item.id, 'status').value.value;
  const needed = needsAction(rating);
  const plan = needed || planning;
  const texts = form.fields.filter(({ id }) => id !== 'status' && !planFields.has(id));
  const next = form.fields.filter(({ id }) => planFields.has(id));
  const small = next.filter(({ kind }) => kind !== 'text');
  const large = next.filter(({ kind }) => kind === 'text');

  const row = (field: Field, show: boolean) => (
    <AnswerRow
      key={field.id}
      item={item}
      field={field}
      show={show}
      required={needed && field.id === 'action'}
    />
  );
  return (
    <Stack gap="md">
      {form.fields.filter(({ id }) => id === 'status').map((field) => row(field, true))}
      {texts.map((field) => row(field, rating !== ''))}
      {large.map((field) => row(field, plan))}
      <SimpleGrid cols={{ base: 1, sm: 2 }} className={classes.small}>
        {small.map((field) => row(field, plan))}
      </SimpleGrid>
      {editing && rating !== '' && !plan && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus aria-hidden size={18} />}
            onClick={() => {
              setPlanning(true);
              const first = large[0] ?? small[0];
              if (first)
                setTimeout(() => document.getElementById(inputId(item.id, first.id))?.focus());
            }}
          >
            {t('field.planAnyway')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface AnswerRowProps {
  item: FunctionItem;
  field: Field;
  show: boolean;
  required: boolean;
}

/** A field stays while it holds words or news, whatever the rating says. */
function AnswerRow({ item, field, show, required }: AnswerRowProps) {
  const { editing } = useTemplate();
  const control = useAnswer(item.id, field.id);
  useTryAgain(editing, control);
  if (!editing) return <ReadField field={field} control={control} />;
  const busy = control.status !== 'idle' && control.status !== 'saved';
  if (!show && !busy && control.value.value === '') return null;
  if (field.kind === 'choice') {
    return <StatusField functionId={item.id} field={field} control={control} />;
  }
  return <WordField functionId={item.id} field={field} control={control} required={required} />;
}

/** What was refused because the template was closed goes out once it is open again. */
function useTryAgain(editing: boolean, { status, flush }: AnswerControl): void {
  const refused = status === 'refused';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening
  useEffect(() => {
    if (editing && refused) flush();
  }, [editing]);
}
