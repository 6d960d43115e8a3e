import {
  ActionIcon,
  Alert,
  Autocomplete,
  Button,
  FileButton,
  Group,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconFileUpload, IconLock, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentOf, fieldErrors, isProblem } from '@/api/problem';
import { FormDialog } from '@/app/ui/FormDialog';
import { today } from '@/app/ui/format';
import { toast } from '@/app/ui/toast';
import { readFile } from '@/exchange/readFile';
import { useDistrict } from '@/identity/session';
import { studentGroupsQuery } from '@/plan/queries';
import classes from './need.module.css';
import {
  type DataSetDetail,
  type DataValue,
  type ReadValues,
  readValues,
  saveValues,
  staleNeeds,
} from './queries';
import { mergedValues, withTheirs } from './rules/values';

interface Row extends DataValue {
  key: number;
}

/** Values typed in, from a file, or pasted: all of them end up as rows that one looks over. */
export function ValuesEditor({ set, close }: { set: DataSetDetail; close: () => void }) {
  const { t } = useTranslation(['need', 'app']);
  const { id: district } = useDistrict();
  const cache = useQueryClient();
  const key = useRef(0);
  const keyed = (values: readonly DataValue[]): Row[] =>
    values.map((value) => ({ ...value, key: ++key.current }));
  const blank = (day: string): DataValue => ({
    day,
    category: '',
    student_group: '',
    students: null,
    value: null,
    suppressed: false,
  });
  const [rows, setRows] = useState<Row[]>(() =>
    keyed(set.values.length ? set.values : [blank(today())]),
  );
  const version = useRef(set.version);
  const [dirty, setDirty] = useState(false);
  const [saving, setSaving] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [raced, setRaced] = useState<string | null>(null);

  const change = (next: Row[]) => {
    setRows(next);
    setDirty(true);
    setErrors({});
  };
  const edit = (row: Row, part: Partial<DataValue>) =>
    change(rows.map((other) => (other === row ? { ...row, ...part } : other)));

  const counted = set.counted === 'students';
  const isBlank = (row: Row) =>
    !row.suppressed && row.value === null && row.students === null && !row.student_group.trim();
  const isWhole = (row: Row) =>
    row.suppressed ||
    (row.day !== '' &&
      row.student_group.trim() !== '' &&
      typeof row.value === 'number' &&
      (!counted || typeof row.students === 'number'));

  const save = async () => {
    const used = rows.filter((row) => !isBlank(row));
    const half = used.flatMap((row, i) =>
      isWhole(row) ? [] : [[`values.${i}`, t('values.notNumber')]],
    );
    if (half.length > 0) {
      setRows(used);
      setErrors(Object.fromEntries(half));
      return;
    }
    setSaving(true);
    try {
      await saveValues(
        district,
        set.id,
        used.map(({ key: _, ...value }) => value),
        version.current,
      );
      for (const queryKey of staleNeeds(district)) await cache.invalidateQueries({ queryKey });
      toast.good(t('saved'));
      close();
    } catch (error) {
      const current = currentOf<DataSetDetail>(error);
      if (current) {
        version.current = current.version;
        setRows(keyed(withTheirs(used, current.values)));
        setRaced(current.updated_by);
      } else if (isProblem(error, 422)) {
        setRows(used);
        setErrors(fieldErrors(error));
      } else toast.problem(error);
    } finally {
      setSaving(false);
    }
  };

  const faultsOf = (index: number) =>
    Object.entries(errors).filter(
      ([path]) => path === `values.${index}` || path.startsWith(`values.${index}.`),
    );

  return (
    <FormDialog
      opened
      size="72rem"
      title={`${t('values.title')}: ${set.title}`}
      onClose={close}
      onSubmit={save}
      dirty={dirty}
      saving={saving}
    >
      <Reading
        set={set}
        take={(values) =>
          change(
            keyed(
              mergedValues(
                rows.filter((row) => !isBlank(row)),
                values,
              ),
            ),
          )
        }
      />
      {raced && (
        <Alert role="alert" variant="outline" color="yellow.8">
          {t('values.raced', { name: raced })}
        </Alert>
      )}
      {Object.keys(errors).length > 0 && (
        <Alert role="alert" variant="outline" color="red.8" title={t('values.faults')}>
          {errors.values}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {t('countedHelp')}
      </Text>
      <ol className={classes.list}>
        {rows.map((row, index) => (
          <li key={row.key}>
            <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
              <VisuallyHidden component="legend">
                {t('values.row', { number: index + 1 })}
              </VisuallyHidden>
              <ValueRow
                row={row}
                counted={counted}
                unit={set.unit}
                change={(part) => edit(row, part)}
                remove={() => change(rows.filter((other) => other !== row))}
                number={index + 1}
                faults={faultsOf(index).map(([, message]) => message)}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size={20} />}
          onClick={() =>
            change([
              ...rows,
              ...keyed([
                { ...blank(rows.at(-1)?.day ?? today()), category: rows.at(-1)?.category ?? '' },
              ]),
            ])
          }
        >
          {t('values.addRow')}
        </Button>
      </Group>
    </FormDialog>
  );
}

interface ValueRowProps {
  row: Row;
  number: number;
  counted: boolean;
  unit: string;
  faults: string[];
  change: (part: Partial<DataValue>) => void;
  remove: () => void;
}

function ValueRow({ row, number, counted, unit, faults, change, remove }: ValueRowProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const offered = (useQuery(studentGroupsQuery(district)).data?.items ?? []).filter(
    ({ active, category }) => active && (row.category === '' || category === row.category),
  );
  const categories = [...new Set(offered.map(({ category }) => category).filter(Boolean))];
  const orNull = (value: string | number) => (typeof value === 'number' ? value : null);
  return (
    <>
      <div className={classes.valueRow}>
        <TextInput
          type="date"
          label={t('values.day')}
          disabled={row.suppressed}
          value={row.day}
          onChange={({ currentTarget: { value } }) => change({ day: value })}
        />
        <Autocomplete
          label={t('values.category')}
          placeholder={t('values.everybody')}
          disabled={row.suppressed}
          maxLength={80}
          data={categories}
          value={row.category}
          onChange={(value) => change({ category: value })}
        />
        <Autocomplete
          label={t('values.group')}
          disabled={row.suppressed}
          maxLength={120}
          data={counted ? offered.map(({ name }) => name) : []}
          value={row.student_group}
          onChange={(value) => change({ student_group: value })}
          onOptionSubmit={(name) => {
            const group = offered.find((one) => one.name === name);
            change({ student_group: name, category: group?.category || name });
          }}
        />
        {row.suppressed ? (
          <Group gap={6}>
            <IconLock aria-hidden size={18} />
            <Text size="sm">{t('values.kept')}</Text>
          </Group>
        ) : (
          <>
            {counted && (
              <NumberInput
                label={t('values.students')}
                allowDecimal={false}
                allowNegative={false}
                max={1_000_000}
                value={row.students ?? ''}
                onChange={(value) => change({ students: orNull(value) })}
              />
            )}
            <NumberInput
              label={unit ? `${t('values.value')} (${unit})` : t('values.value')}
              value={row.value ?? ''}
              onChange={(value) => change({ value: orNull(value) })}
            />
          </>
        )}
        <ActionIcon
          size={42}
          color="red.8"
          aria-label={t('values.removeRow', { number })}
          onClick={remove}
        >
          <IconTrash aria-hidden size={20} />
        </ActionIcon>
      </div>
      {faults.map((message) => (
        <Text key={message} c="red.9" size="sm" role="alert">
          {message}
        </Text>
      ))}
    </>
  );
}

function Reading({ set, take }: { set: DataSetDetail; take: (values: DataValue[]) => void }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<ReadValues | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const put = async (what: string) => {
    setBusy(true);
    setFault(null);
    setRead(null);
    try {
      const found = await readValues(district, set.id, what);
      setRead(found);
      if (found.values.length > 0) take(found.values);
    } catch (error) {
      const found = fieldErrors(error).text;
      if (found) setFault(found);
      else toast.problem(error);
    } finally {
      setBusy(false);
    }
  };
  const open = async (file: File | null) => {
    if (!file) return;
    const result = await readFile(file);
    if ('problem' in result) setFault(t('values.fileProblem'));
    else {
      setText(result.source.text);
      await put(result.source.text);
    }
  };
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('values.read')}</Text>
      <Textarea
        label={t('values.paste')}
        description={t('values.readHelp')}
        minRows={3}
        maxRows={8}
        spellCheck={false}
        error={fault}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Group gap="sm">
        <Button
          variant="default"
          loading={busy}
          disabled={!text.trim()}
          onClick={() => void put(text)}
        >
          {t('values.take')}
        </Button>
        <FileButton
          onChange={(file) => void open(file)}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
        >
          {(props) => (
            <Button
              {...props}
              variant="subtle"
              leftSection={<IconFileUpload aria-hidden size={20} />}
            >
              {t('values.file')}
            </Button>
          )}
        </FileButton>
      </Group>
      {read && (
        <Alert
          role="status"
          variant="outline"
          color={read.problems.length ? 'yellow.8' : 'green.8'}
          title={t('values.taken', { count: read.values.length })}
        >
          {read.problems.length > 0 && (
            <>
              {t('values.problems', { count: read.problems.length })}
              <ul>
                {read.problems.map(({ line, detail }) => (
                  <li key={line}>{t('values.line', { line, detail })}</li>
                ))}
              </ul>
            </>
          )}
        </Alert>
      )}
    </Stack>
  );
}
