import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isStatus, StatusBadge } from '@/app/ui/StatusBadge';
import type { Field } from '../form';
import type { AnswerControl } from './context';
import { Notice } from './Notice';
import classes from './ReadField.module.css';
import { useAnswerWords } from './SavedNote';

/** A field when it cannot be changed: what the server has, and what did not get there. */
export function ReadField({ field, control }: { field: Field; control: AnswerControl }) {
  const { t } = useTranslation(['balance', 'app']);
  const words = useAnswerWords(field);
  const { status, value, theirs } = control;
  const left = status === 'refused' || status === 'waiting' || status === 'conflict';
  const stored = theirs?.value.value ?? value.value;
  if (!stored && !left && field.id !== 'status') return null;
  return (
    <div>
      <Text size="sm" c="dimmed" fw={600}>
        {field.label}
      </Text>
      {field.id === 'status' ? (
        <StatusBadge
          status={isStatus(stored) ? stored : 'unrated'}
          {...(stored ? { label: words(stored) } : {})}
        />
      ) : (
        (!left || theirs) && <div className={classes.words}>{words(stored)}</div>
      )}
      {left && (
        <Notice
          tone="attention"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('field.notSent')}
        >
          <div className={classes.words}>{words(value.value) || t('app:conflict.empty')}</div>
        </Notice>
      )}
    </div>
  );
}
