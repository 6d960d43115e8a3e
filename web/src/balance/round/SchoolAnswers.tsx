import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { TextLink } from '@/app/ui/links';
import { isStatus, StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { cardId, type Field } from '../form';
import { useAnswerWords } from '../template/SavedNote';
import classes from './SchoolAnswers.module.css';

type FunctionAnswers = Schema<'FunctionAnswers'>;

interface SchoolAnswersProps {
  list: FunctionAnswers[];
  nameOf: (school: string) => string;
  fields: Field[];
  functionId: string;
  headings: 3 | 4;
}

/** Every school's words about one function. */
export function SchoolAnswers({ list, nameOf, fields, functionId, headings }: SchoolAnswersProps) {
  const { t } = useTranslation('balance');
  const { id: district } = useDistrict();
  if (list.length === 0) return <Text c="dimmed">{t('answers.none')}</Text>;
  const sorted = [...list].sort((a, b) => nameOf(a.school_id).localeCompare(nameOf(b.school_id)));
  return sorted.map(({ school_id, template_id, answers }) => {
    const status = answers.status?.value ?? '';
    return (
      <Stack key={template_id} gap={4} component="section" className={classes.school}>
        <Title order={headings} size="h4">
          <TextLink
            to="/d/$district/templates/$template"
            params={{ district, template: template_id }}
            hash={cardId(functionId)}
          >
            {nameOf(school_id) || t('answers.school')}
          </TextLink>
        </Title>
        <div>{isStatus(status) && <StatusBadge status={status} />}</div>
        <dl className={classes.words}>
          {fields
            .filter(({ id }) => id !== 'status' && answers[id]?.value)
            .map((field) => (
              <Said key={field.id} field={field} value={answers[field.id]?.value ?? ''} />
            ))}
        </dl>
      </Stack>
    );
  });
}

function Said({ field, value }: { field: Field; value: string }) {
  const words = useAnswerWords(field);
  return (
    <div>
      <dt>{field.label}</dt>
      <dd>{words(value)}</dd>
    </div>
  );
}
