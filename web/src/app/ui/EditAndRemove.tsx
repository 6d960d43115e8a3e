import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { confirm } from './confirm';

interface RemovalOptions {
  /** The question, and what will happen. */
  title: string;
  text: string;
  send: () => Promise<unknown>;
  stale: QueryKey[];
  /** Said in a toast when it is gone. */
  said: string;
  done?: () => void;
}

export interface Removal {
  ask: () => void;
  pending: boolean;
}

/** Takes a record away, once the person is sure. */
export function useRemoval({ title, text, ...sending }: RemovalOptions): Removal {
  const { t } = useTranslation();
  const { mutate, isPending } = useSend<undefined, unknown>(sending);
  const ask = async () => {
    const sure = await confirm({ title, text, action: t('remove'), danger: true });
    if (sure) mutate(undefined);
  };
  return { ask: () => void ask(), pending: isPending };
}

interface EditAndRemoveProps {
  edit: () => void;
  /** Without it, it stays. */
  removal?: Removal | undefined;
  /** The record's name, where several stand on one page. */
  of?: string;
}

/** What can be done with nearly every record; the same words and looks everywhere. */
export function EditAndRemove({ edit, removal, of }: EditAndRemoveProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil aria-hidden size={18} />}
        onClick={edit}
        {...(of === undefined ? {} : { 'aria-label': t('editOf', { title: of }) })}
      >
        {t('edit')}
      </Button>
      {removal && (
        <Button
          variant="subtle"
          leftSection={<IconTrash aria-hidden size={18} />}
          loading={removal.pending}
          onClick={removal.ask}
          {...(of === undefined ? {} : { 'aria-label': t('removeOf', { title: of }) })}
        >
          {t('remove')}
        </Button>
      )}
    </>
  );
}
