import { Drawer, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import type { Form } from '../form';
import { type Column, tally } from '../heat';
import { functionAnswersQuery } from '../queries';
import { Counts } from './Counts';
import { SchoolAnswers } from './SchoolAnswers';

/** Which words are shown: of one function, of all schools or of one. */
export interface Shown {
  function?: string | undefined;
  school?: string | undefined;
}

interface AnswersDrawerProps {
  round: string;
  form: Form;
  columns: Column[];
  shown: Shown;
  show: (shown: Shown) => void;
}

export function AnswersDrawer({ round, form, columns, shown, show }: AnswersDrawerProps) {
  const { t } = useTranslation(['balance', 'app']);
  const item = form.functions.find(({ id }) => id === shown.function);
  return (
    <Drawer
      opened={item !== undefined}
      onClose={() => show({})}
      position="right"
      size="lg"
      title={item?.title ?? ''}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {item && (
        <Stack gap="md">
          <Text c="dimmed">{item.text}</Text>
          {!shown.school && <Counts counts={tally(columns, item.id)} />}
          {shown.school && (
            <Switch
              label={t('answers.all')}
              checked={false}
              onChange={() => show({ function: item.id })}
            />
          )}
          <Words round={round} form={form} columns={columns} shown={shown} />
        </Stack>
      )}
    </Drawer>
  );
}

function Words({ round, form, columns, shown }: Omit<AnswersDrawerProps, 'show'>) {
  const { id: district } = useDistrict();
  const query = useQuery(functionAnswersQuery(district, round, shown.function ?? ''));
  const nameOf = (school: string) => columns.find((c) => c.school === school)?.name ?? '';
  return (
    <QueryView query={query} rows={3}>
      {(list) => (
        <SchoolAnswers
          list={shown.school ? list.filter((a) => a.school_id === shown.school) : list}
          nameOf={nameOf}
          fields={form.fields}
          functionId={shown.function ?? ''}
          headings={3}
        />
      )}
    </QueryView>
  );
}
