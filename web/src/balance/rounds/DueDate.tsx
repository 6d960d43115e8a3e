import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useRecordForm } from '@/api/useRecordForm';
import { useFormat } from '@/app/ui/format';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { useDistrict } from '@/identity/session';
import type { RoundDetail } from '../queries';

/** Changes a round's due date. */
export function DueDate({ round }: { round: RoundDetail }) {
  const { t } = useTranslation(['balance', 'app']);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendar aria-hidden size={20} />}
        onClick={() => setOpened(true)}
      >
        {t('due.change')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('due.change')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <DueForm round={round} close={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function DueForm({ round, close }: { round: RoundDetail; close: () => void }) {
  const { t } = useTranslation(['balance', 'app']);
  const { id: district } = useDistrict();
  const format = useFormat();
  const cache = useQueryClient();
  const editor = useRecordForm({
    record: round,
    fields: ({ due_on }: RoundDetail) => ({ due_on: due_on ?? '' }),
    save: ({ due_on }, version) =>
      body(
        api.PUT('/districts/{district}/rounds/{round}', {
          params: { path: { district, round: round.id }, header: ifMatch(version) },
          body: { due_on: due_on || null },
        }),
      ),
    saved: (saved) => {
      cache.setQueryData(keyOf(district, 'rounds', round.id), saved);
      void cache.invalidateQueries({ queryKey: keyOf(district, 'rounds') });
      toast.good(t('due.changed'));
      close();
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void editor.submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          type="date"
          data-autofocus
          label={t('due.label')}
          description={t('due.help')}
          {...editor.form.getInputProps('due_on')}
        />
        <RecordConflicts
          editor={editor}
          label={() => t('due.label')}
          show={(_, value) => (value ? format.date(value, 'long') : t('rounds.noDue'))}
        />
        <Group>
          <Button type="submit" loading={editor.saving}>
            {t('app:save.action')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
