import { Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { RecordDialog, type Versioned } from '@/plan/dialogs/RecordDialog';
import { SystemsInput, TierInput } from '@/plan/dialogs/strategyInputs';
import { usePlanPage } from '@/plan/PlanContext';
import type { System } from '@/plan/queries';
import { type LibraryStrategyFields, saveEntry } from './queries';

type Rec = LibraryStrategyFields & Versioned & { id?: string };
/** Questions are typed one on a line. */
type Draft = Omit<LibraryStrategyFields, 'questions'> & { questions: string };

export const newEntry: Rec = {
  version: 0,
  title: '',
  description: '',
  evidence_tier: 'unknown',
  citation: '',
  systems: [],
  for_whom: '',
  cost_note: '',
  questions: [],
  active: true,
};

const draftOf = (e: Rec): Draft => ({
  title: e.title,
  description: e.description,
  evidence_tier: e.evidence_tier,
  citation: e.citation,
  systems: e.systems,
  for_whom: e.for_whom,
  cost_note: e.cost_note,
  questions: e.questions.join('\n'),
  active: e.active,
});

const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** These rest on studies, so they name one. */
const studied = new Set(['strong', 'moderate', 'promising']);
const mostQuestions = 20;
const longestQuestion = 300;

export function EntryDialog({ entry, onClose }: { entry: Rec; onClose: () => void }) {
  const { t } = useTranslation(['strategy', 'plan']);
  const { district } = usePlanPage();
  const format = useFormat();
  const id = entry.id ?? null;
  const words = (field: keyof Draft, value: Draft[keyof Draft]) => {
    if (field === 'evidence_tier') return t(`plan:tier.${value as Draft['evidence_tier']}.name`);
    if (field === 'systems') {
      return format.list((value as System[]).map((system) => t(`plan:system.${system}`)));
    }
    if (field === 'active') return t(value ? 'entry.offered' : 'entry.retired');
    return String(value);
  };
  const tooMany = (text: string) => {
    const lines = linesOf(text);
    if (lines.length > mostQuestions) return t('entry.tooMany', { count: mostQuestions });
    return lines.some((line) => line.length > longestQuestion) ? t('entry.tooLong') : null;
  };
  return (
    <RecordDialog<Rec, Draft>
      title={t(id ? 'entry.edit' : 'entry.add')}
      name={`library.${id ?? 'new'}`}
      record={entry}
      fields={draftOf}
      save={(draft, version, create) =>
        saveEntry({
          district,
          id,
          fields: { ...draft, questions: linesOf(draft.questions) },
          version,
          create,
        })
      }
      validate={{
        title: (text) => (text.trim() ? null : t('plan:form.required')),
        citation: (text, { evidence_tier }) =>
          studied.has(evidence_tier) && !text.trim() ? t('entry.cite') : null,
        questions: tooMany,
      }}
      label={(field) => t(`entry.fields.${field}`)}
      show={words}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('entry.fields.title')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('entry.fields.description')}
            description={t('entry.descriptionHint')}
            maxLength={4000}
            minRows={3}
            maxRows={14}
            {...form.getInputProps('description')}
          />
          <TierInput {...form.getInputProps('evidence_tier')} />
          <Textarea
            label={t('entry.fields.citation')}
            description={t('entry.citationHint')}
            maxLength={1000}
            maxRows={6}
            {...form.getInputProps('citation')}
          />
          <TextInput
            label={t('entry.fields.for_whom')}
            description={t('entry.forWhomHint')}
            maxLength={300}
            {...form.getInputProps('for_whom')}
          />
          <TextInput
            label={t('entry.fields.cost_note')}
            description={t('entry.costHint')}
            maxLength={500}
            {...form.getInputProps('cost_note')}
          />
          <SystemsInput {...form.getInputProps('systems')} />
          <Textarea
            label={t('entry.fields.questions')}
            description={t('entry.questionsHint')}
            maxLength={6500}
            minRows={3}
            maxRows={12}
            {...form.getInputProps('questions')}
          />
          <Switch
            label={t('entry.fields.active')}
            description={t('entry.activeHint')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        </>
      )}
    </RecordDialog>
  );
}
