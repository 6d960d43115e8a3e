import { Card, Stack, Switch, Text, Title, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus, StatusBadge } from '@/app/ui/StatusBadge';
import type { Read } from '../answers';
import { compare, type FieldChange, type FunctionChange, wordsBetween } from '../difference';
import type { Form } from '../form';
import { useAnswerWords } from '../template/SavedNote';
import classes from './Compared.module.css';

interface ComparedProps {
  form: Form;
  after: Read;
  /** Null: the version is only read. */
  before: Read | null;
}

/** A version in full, or what lies between two. */
export function Compared({ form, before, after }: ComparedProps) {
  const { t } = useTranslation('balance');
  const [only, setOnly] = useState(true);
  const functions = compare(form, before ?? after, after);
  const changed = functions.filter((f) => f.changed);
  const shown = before && only && changed.length > 0 ? changed : functions;
  return (
    <Stack gap="md">
      {before && (
        <div role="status">
          <Text fw={600}>
            {changed.length > 0
              ? t('versions.changed', { count: changed.length })
              : t('versions.same')}
          </Text>
        </div>
      )}
      {before && changed.length > 0 && (
        <>
          <Text c="dimmed">{t('versions.legend')}</Text>
          <Switch
            label={t('versions.onlyChanges')}
            checked={only}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />
        </>
      )}
      {shown.map((change) => (
        <FunctionCompared key={change.item.id} change={change} two={before !== null} />
      ))}
    </Stack>
  );
}

function FunctionCompared({ change, two }: { change: FunctionChange; two: boolean }) {
  const { item, fields } = change;
  return (
    <Card component="section" aria-labelledby={`v-${item.id}`}>
      <Title order={3} id={`v-${item.id}`} mb="xs">
        {item.title}
      </Title>
      <dl className={classes.fields}>
        {fields
          .filter((field) => field.before || field.after || field.field.id === 'status')
          .map((field) => (
            <FieldCompared key={field.field.id} change={field} two={two} />
          ))}
      </dl>
    </Card>
  );
}

function FieldCompared({ change, two }: { change: FieldChange; two: boolean }) {
  const { field, before, after, changed } = change;
  return (
    <div>
      <dt>{field.label}</dt>
      <dd>
        {field.kind === 'text' && two ? (
          <Words before={before} after={after} />
        ) : changed && two ? (
          <Whole change={change} />
        ) : (
          <Value change={change} value={after} />
        )}
      </dd>
    </div>
  );
}

function Words({ before, after }: { before: string; after: string }) {
  const { i18n } = useTranslation('balance');
  let place = 0;
  return wordsBetween(before, after, i18n.language).map(({ kind, text }) => {
    const key = `${place}`;
    place += text.length + 1;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return <Mark key={key} kind={kind} text={text} />;
  });
}

function Mark({ kind, text }: { kind: 'added' | 'removed'; text: string }) {
  const { t } = useTranslation('balance');
  const Tag = kind === 'added' ? 'ins' : 'del';
  return (
    <Tag className={classes[kind]}>
      <VisuallyHidden>{t(`versions.${kind}`)} </VisuallyHidden>
      {text}
    </Tag>
  );
}

/** A rating, a person or a day changes as a whole. */
function Whole({ change }: { change: FieldChange }) {
  const words = useAnswerWords(change.field);
  return (
    <>
      {change.before && <Mark kind="removed" text={words(change.before)} />}{' '}
      {change.after && <Mark kind="added" text={words(change.after)} />}
    </>
  );
}

function Value({ change, value }: { change: FieldChange; value: string }) {
  const { t } = useTranslation('balance');
  const words = useAnswerWords(change.field);
  if (change.field.id === 'status') {
    return (
      <StatusBadge
        status={isStatus(value) ? value : 'unrated'}
        {...(value ? { label: words(value) } : {})}
      />
    );
  }
  return <>{words(value) || t('versions.nothing')}</>;
}
