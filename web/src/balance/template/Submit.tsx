import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outbox } from '@/offline/outbox';
import { inputId } from '../form';
import { type Missing, missing, toDo } from '../progress';
import type { AnswerBook } from './book';
import { useTemplate } from './context';
import { goTo } from './focus';
import { steps, useStep } from './steps';
import { useKept } from './useKept';

interface Gap {
  id: string;
  words: string;
}

/** Submits, or says in one list what is still missing, each a step away. */
export function Submit() {
  const { t } = useTranslation('balance');
  const { form, template, editing, book } = useTemplate();
  const [checking, setChecking] = useState(false);
  const [gaps, setGaps] = useState<Gap[]>([]);
  const [asking, setAsking] = useState<'gaps' | 'submit' | null>(null);
  if (!editing) return null;

  const missingWords = ({ item, field }: Missing): Gap => ({
    id: inputId(item.id, field),
    words: t(field === 'status' ? 'submit.rate' : 'submit.act', { title: item.title }),
  });

  const check = async () => {
    setChecking(true);
    await outbox.flush();
    setChecking(false);
    const left = missing(form, book.read).map(missingWords);
    const found = left.length > 0 ? left : unsaved(book);
    setGaps(found);
    setAsking(found.length > 0 ? 'gaps' : 'submit');
  };
  const unsaved = (from: AnswerBook): Gap[] =>
    from.unsaved().map(({ functionId, field, status }) => {
      const item = form.functions.find(({ id }) => id === functionId);
      const label = form.fields.find(({ id }) => id === field)?.label ?? field;
      const words = { label, title: item?.title ?? '' };
      return {
        id: inputId(functionId, field),
        words: t(status === 'conflict' ? 'submit.conflict' : 'submit.unsaved', words),
      };
    });

  const again = template.state === 'returned';
  const district = form.kind === 'district';
  return (
    <>
      <Button
        h="auto"
        py={6}
        styles={{ label: { whiteSpace: 'normal' } }}
        leftSection={<IconSend aria-hidden size={20} />}
        loading={checking}
        onClick={() => void check()}
      >
        {t(district ? 'submit.complete' : again ? 'submit.again' : 'submit.action')}
      </Button>
      <Gaps gaps={gaps} opened={asking === 'gaps'} close={() => setAsking(null)} />
      <Confirm opened={asking === 'submit'} close={() => setAsking(null)} />
    </>
  );
}

interface DialogProps {
  opened: boolean;
  close: () => void;
}

function Gaps({ gaps, opened, close }: DialogProps & { gaps: Gap[] }) {
  const { t } = useTranslation(['balance', 'app']);
  return (
    <Modal
      opened={opened}
      onClose={close}
      returnFocus={false}
      title={t('submit.missing', { count: gaps.length })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Text mb="sm">{t('submit.missingText')}</Text>
      <Stack component="ul" gap="xs" m={0} ps={0} style={{ listStyle: 'none' }}>
        {gaps.map(({ id, words }) => (
          <li key={id}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              h="auto"
              py="xs"
              styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
              onClick={() => {
                close();
                // After the dialog has let go of the focus.
                setTimeout(() => goTo(id), 250);
              }}
            >
              {words}
            </Button>
          </li>
        ))}
      </Stack>
    </Modal>
  );
}

function Confirm({ opened, close }: DialogProps) {
  const { t } = useTranslation(['balance', 'app']);
  const { form, template, book } = useTemplate();
  const district = form.kind === 'district';
  const [note, setNote] = useKept(`submit.${template.id}`);
  const step = useStep(t(district ? 'submit.completed' : 'submit.done'), () => {
    setNote('');
    close();
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t(district ? 'submit.completeTitle' : 'submit.title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack gap="md">
        <Text>
          {t(district ? 'submit.completeText' : 'submit.text')}{' '}
          {t('submit.items', { count: toDo(form, book.read) })}
        </Text>
        <Textarea
          label={t('submit.note')}
          description={t('submit.noteHelp')}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          <Button loading={step.pending} onClick={() => step.take(steps.submit(note.trim()))}>
            {t(district ? 'submit.complete' : 'submit.confirm')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
