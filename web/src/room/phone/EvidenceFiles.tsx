import { ActionIcon, Button, FileButton, Group, Input, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { addEvidenceFile, removeEvidenceFile } from '../api';
import { FileLink } from '../parts/FileLink';
import { useRoomHere } from '../RoomContext';
import type { AgendaStep, EvidenceFile } from '../rules/events';
import { accepted, base64, maxBytes, mostFiles } from '../rules/files';
import { updateRoom } from '../useRoom';

/** Files that prove a rating. They need a connection and a rating that is kept already. */
export function EvidenceFiles({ step, subject, open }: EvidenceFilesProps) {
  const { t } = useTranslation('room');
  const { room, place, live } = useRoomHere();
  const rated = room.mine.some((mine) => mine.step === step.id && mine.subject === subject);
  const files = room.files.filter((file) => file.step === step.id && file.subject === subject);
  const add = useSend({
    send: async (file: File, headers) =>
      addEvidenceFile(
        place,
        step.id,
        subject,
        { name: file.name, content: base64(await file.arrayBuffer()) },
        headers.create,
      ),
    handles: [422],
    done: (file: EvidenceFile) =>
      updateRoom(place, (now) => ({
        ...now,
        files: [...now.files.filter(({ id }) => id !== file.id), file],
      })),
  });
  const remove = useSend({
    send: (file: EvidenceFile) => removeEvidenceFile(place, file.id),
    done: (_, file) =>
      updateRoom(place, (now) => ({
        ...now,
        files: now.files.filter(({ id }) => id !== file.id),
      })),
  });
  const [wrong, setWrong] = useState('');
  if (!open && files.length === 0) return null;
  const take = (file: File | null) => {
    if (!file) return;
    const large = file.size > maxBytes;
    setWrong(large ? t('rate.fileTooLarge', { name: file.name }) : '');
    if (large) return;
    add.mutate(file, {
      onError: (error) => {
        const [why] = Object.values(fieldErrors(error));
        if (why) setWrong(`${file.name}: ${why}`);
      },
    });
  };
  return (
    <Input.Wrapper
      component="section"
      label={t('rate.files')}
      labelElement="div"
      description={t('rate.filesHelp', { most: mostFiles })}
      aria-label={t('rate.files')}
      error={wrong || undefined}
    >
      <Stack gap="xs" mt="xs">
        {files.map((file) => (
          <Group key={file.id} gap="xs" wrap="nowrap">
            <FileLink file={file} />
            {open && (
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('rate.removeFile', { name: file.name })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(file)}
              >
                <IconX aria-hidden size={18} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {open && rated && live.connected && files.length < mostFiles && (
          <FileButton onChange={take} accept={accepted}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={add.isPending}
                leftSection={<IconPaperclip aria-hidden size={18} />}
              >
                {t('rate.addFile')}
              </Button>
            )}
          </FileButton>
        )}
        {open && (!rated || !live.connected) && (
          <Text size="sm" c="dimmed">
            {t(live.connected ? 'rate.filesFirst' : 'rate.filesOffline')}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  );
}

interface EvidenceFilesProps {
  step: AgendaStep;
  subject: string;
  open: boolean;
}
