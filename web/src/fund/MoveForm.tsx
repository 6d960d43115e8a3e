import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import type { Plan } from '@/plan/queries';
import { readDollars } from '@/plan/rules/money';
import { useLineNames } from './lineNames';
import type { FundingMove, Funds } from './queries';
import { freeOf, partnersOf } from './rules';

const newLine = 'new';

interface MoveFormProps {
  plan: Plan;
  funds: Funds;
  onAdd: (move: FundingMove) => void;
}

/** One move: from where, to where, how much. */
export function MoveForm({ plan, funds, onAdd }: MoveFormProps) {
  const { t, i18n } = useTranslation(['fund', 'plan', 'app']);
  const format = useFormat();
  const names = useLineNames(plan);
  const form = useForm({
    initialValues: {
      from: null as string | null,
      to: null as string | null,
      strategy: null as string | null,
      school: null as string | null,
      amount: '',
    },
    validate: {
      from: (from) => (from ? null : t('plan:form.required')),
      to: (to) => (to ? null : t('plan:form.required')),
      strategy: (strategy, values) =>
        values.to === newLine && !strategy ? t('plan:form.required') : null,
      amount: (text) => ((readDollars(text, i18n.language) ?? 0) > 0 ? null : t('badAmount')),
    },
  });
  const { from, to, strategy } = form.values;
  const giving = funds.lines.find(({ line_id }) => line_id === from);
  const goal = plan.goals.find(({ strategies }) => strategies.some(({ id }) => id === strategy));
  const option = (line: Funds['lines'][number]) => ({ value: line.line_id, label: names.of(line) });
  const add = form.onSubmit((values) => {
    const fresh = values.to === newLine;
    onAdd({
      from_line_id: values.from ?? '',
      to_line_id: fresh ? null : values.to,
      to_strategy_id: fresh ? values.strategy : null,
      to_school_id: fresh ? values.school : null,
      amount_cents: readDollars(values.amount, i18n.language) ?? 0,
    });
    form.reset();
  });
  return (
    <form onSubmit={add} noValidate>
      <Stack gap="sm" maw="46rem">
        <Select
          label={t('whatIf.from')}
          description={t('whatIf.fromHint')}
          required
          searchable
          nothingFoundMessage={t('whatIf.noLine')}
          data={funds.lines.filter((line) => freeOf(line) > 0).map(option)}
          {...form.getInputProps('from')}
          onChange={(value) => form.setValues({ from: value, to: null })}
        />
        <Select
          label={t('whatIf.to')}
          description={t('whatIf.toHint')}
          required
          searchable
          disabled={!giving}
          data={[
            ...partnersOf(giving, funds.lines).map(option),
            { value: newLine, label: t('whatIf.newLine') },
          ]}
          {...form.getInputProps('to')}
        />
        {to === newLine && (
          <>
            <Select
              label={t('whatIf.strategy')}
              required
              searchable
              data={plan.goals.map((each) => ({
                group: each.title,
                items: each.strategies.map(({ id, title }) => ({ value: id, label: title })),
              }))}
              {...form.getInputProps('strategy')}
              onChange={(value) => form.setValues({ strategy: value, school: null })}
            />
            <SchoolPicker
              label={t('whatIf.school')}
              none={t('wholeDistrict')}
              {...(!goal || goal.all_schools ? {} : { only: goal.schools })}
              {...form.getInputProps('school')}
              value={form.values.school}
            />
          </>
        )}
        <TextInput
          label={t('whatIf.amount')}
          description={
            giving ? t('whatIf.free', { free: format.money(freeOf(giving)) }) : undefined
          }
          required
          inputMode="decimal"
          leftSection={<span aria-hidden>$</span>}
          maxLength={30}
          {...form.getInputProps('amount')}
        />
        <Group>
          <Button type="submit" variant="default" leftSection={<IconPlus aria-hidden size={18} />}>
            {t('whatIf.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
