import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { getEvidenceFile } from '../api';
import { useRoomHere } from '../RoomContext';
import { sizeOf } from '../rules/files';
import classes from './RowResult.module.css';

/** A file given as evidence: pressed, it is saved on the device. */
export function FileLink({ file }: { file: { id: string; name: string; bytes: number } }) {
  const { t, i18n } = useTranslation('room');
  const { place } = useRoomHere();
  const save = useSend({
    send: () => getEvidenceFile(place, file.id),
    done: (blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  });
  return (
    <Button
      variant="subtle"
      size="compact-md"
      justify="flex-start"
      className={classes.file}
      loading={save.isPending}
      leftSection={<IconPaperclip aria-hidden size={18} />}
      aria-label={t('compare.saveFile', { name: file.name })}
      onClick={() => save.mutate(undefined)}
    >
      <bdi>{file.name}</bdi>&nbsp;({sizeOf(file.bytes, i18n.language)})
    </Button>
  );
}
