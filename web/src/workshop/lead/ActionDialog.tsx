import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ItemFields } from '@/action/ItemFields';
import type { ActionItemFields } from '@/action/queries';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { createWorkshopAction } from '@/room/api';
import { useRoomHere } from '@/room/RoomContext';
import type { Room } from '@/room/rules/events';
import { updateRoom } from '@/room/useRoom';

/** Something that the room decided: it leaves with a name and a day, for the action board. */
export function ActionDialog({ text, detail, subject, close }: ActionDialogProps) {
  const { t } = useTranslation(['workshop', 'action']);
  const { place } = useRoomHere();
  const form = useForm<ActionItemFields>({
    initialValues: {
      title: text.slice(0, 300),
      detail,
      owner_id: null,
      owner_name: '',
      due_on: null,
      status: 'open',
    },
    validate: { title: (title) => (title.trim() ? null : t('action:required')) },
  });
  const create = useSend({
    send: (fields: ActionItemFields, headers) =>
      createWorkshopAction(place, { ...fields, subject }, headers.create),
    said: t('actions.added'),
    handles: [422],
    done: (item) => {
      updateRoom(place, (room: Room) =>
        room.actions.some(({ id }) => id === item.id)
          ? room
          : { ...room, actions: [...room.actions, item] },
      );
      close();
    },
  });
  return (
    <FormDialog
      opened
      title={t('actions.title')}
      onClose={close}
      onSubmit={() => {
        if (form.validate().hasErrors) return;
        create.mutate(form.getValues(), { onError: (error) => form.setErrors(fieldErrors(error)) });
      }}
      dirty={form.isDirty()}
      saving={create.isPending}
      action={t('actions.confirm')}
    >
      <ItemFields form={form} />
    </FormDialog>
  );
}

interface ActionDialogProps {
  text: string;
  detail: string;
  /** The row of the continuum that it is about; empty: none. */
  subject: string;
  close: () => void;
}
