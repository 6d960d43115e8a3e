import { ActionIcon, Button, Group, Text, Textarea } from '@mantine/core';
import { IconCloudOff, IconPencil, IconThumbUp, IconTrash } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { toast } from '@/app/ui/toast';
import { editNote, removeNote, setVote } from '../api';
import { isMine, notes as queue } from '../notes';
import { useRoomHere } from '../RoomContext';
import { type Note, type NoteKind, withNote } from '../rules/events';
import { shownNotes } from '../rules/notes';
import { updateRoom } from '../useRoom';
import classes from './phone.module.css';

interface NotesProps {
  step: string;
  subject: string;
  kind: NoteKind;
  /** The question that the notes answer: the field's label. */
  ask: string;
  open: boolean;
  /** Whether votes help to find the weightier ones. */
  votes?: boolean;
}

/** Notes of everybody about one subject, as they come in, and a field to add one. */
export function Notes({ step, subject, kind, ask, open, votes = true }: NotesProps) {
  const { room } = useRoomHere();
  const shown = shownNotes(room.notes, { step, subject, kind });
  // The room may tell of a note before its author hears that it has arrived: shown once all the same.
  const waiting = useWaiting(step, subject, kind).filter(
    ({ refused, fields }) => refused || !shown.some(({ text }) => text === fields.text.trim()),
  );
  return (
    <div>
      {(shown.length > 0 || waiting.length > 0) && (
        <ul className={classes.notes} aria-label={ask}>
          {shown.map((note) => (
            <NoteItem key={note.id} note={note} open={open} votes={votes} />
          ))}
          {waiting.map((note) => (
            <WaitingItem
              key={note.key}
              text={note.fields.text}
              refused={note.refused}
              id={note.key}
            />
          ))}
        </ul>
      )}
      {open && <AddNote step={step} subject={subject} kind={kind} ask={ask} />}
    </div>
  );
}

function useWaiting(step: string, subject: string, kind: NoteKind) {
  const { place } = useRoomHere();
  const all = useSyncExternalStore(queue.subscribe, queue.waiting);
  return all.filter(
    ({ workshop, fields }) =>
      workshop === place.workshop &&
      fields.step === step &&
      fields.subject === subject &&
      fields.kind === kind,
  );
}

function AddNote({ step, subject, kind, ask }: Omit<NotesProps, 'open' | 'votes'>) {
  const { t } = useTranslation(['room', 'app']);
  const { place, room } = useRoomHere();
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    queue.add({
      key: crypto.randomUUID(),
      district: place.district,
      workshop: place.workshop,
      seat: room.seat?.id ?? '',
      fields: { step, subject, kind, text: text.trim() },
    });
    setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Textarea
        label={ask}
        value={text}
        maxLength={1000}
        minRows={2}
        mt="sm"
        onChange={({ currentTarget: { value } }) => setText(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          add();
        }}
      />
      <Button type="submit" variant="default" mt="xs" disabled={text.trim() === ''}>
        {t('notes.add')}
      </Button>
    </form>
  );
}

function NoteItem({ note, open, votes }: { note: Note; open: boolean; votes: boolean }) {
  const { t } = useTranslation(['room', 'app']);
  const { place, room } = useRoomHere();
  const [editing, setEditing] = useState<string | null>(null);
  const mine = note.seat_id ? note.seat_id === room.seat?.id : isMine(note.id);
  const save = useSend({
    send: (text: string) => editNote(place, note.id, text, note.version),
    done: (saved) => {
      setEditing(null);
      updateRoom(place, (r) => withNote(r, saved));
    },
  });
  const remove = useSend({ send: () => removeNote(place, note.id, note.version) });
  if (editing !== null) {
    return (
      <li className={classes.note}>
        <form
          style={{ gridColumn: '1 / -1' }}
          onSubmit={(event) => {
            event.preventDefault();
            if (editing.trim()) save.mutate(editing.trim());
          }}
        >
          <Textarea
            label={t('notes.edit')}
            value={editing}
            maxLength={1000}
            autoFocus
            onChange={({ currentTarget: { value } }) => setEditing(value)}
          />
          <Group mt="xs" gap="xs">
            <Button type="submit" size="sm" loading={save.isPending}>
              {t('app:save.action')}
            </Button>
            <Button variant="default" size="sm" onClick={() => setEditing(null)}>
              {t('app:cancel')}
            </Button>
          </Group>
        </form>
      </li>
    );
  }
  const ask = async () => {
    const sure = await confirm({
      title: t('notes.removeTitle'),
      text: note.text,
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(undefined);
  };
  return (
    <li className={classes.note}>
      <span className={classes.noteText}>{note.text}</span>
      {votes && <Vote note={note} open={open} />}
      {mine && open && (
        <span className={classes.noteFoot}>
          {t('notes.yours')}
          <ActionIcon
            aria-label={t('notes.editOf', { text: note.text })}
            onClick={() => setEditing(note.text)}
          >
            <IconPencil aria-hidden size={18} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('notes.removeOf', { text: note.text })}
            onClick={() => void ask()}
          >
            <IconTrash aria-hidden size={18} />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}

function Vote({ note, open }: { note: Note; open: boolean }) {
  const { t } = useTranslation(['room', 'app']);
  const { place, room } = useRoomHere();
  const voted = room.voted.includes(note.id);
  const toggle = async () => {
    try {
      await setVote(place, note.id, !voted);
      updateRoom(place, (r) => ({
        ...r,
        voted: voted ? r.voted.filter((id) => id !== note.id) : [...r.voted, note.id],
      }));
    } catch (error) {
      toast.problem(error);
    }
  };
  if (!room.seat || !open) {
    return note.votes > 0 ? <strong>{t('notes.votes', { count: note.votes })}</strong> : <span />;
  }
  return (
    <button
      type="button"
      className={classes.vote}
      aria-pressed={voted}
      aria-label={t('notes.voteFor', { text: note.text, count: note.votes })}
      onClick={() => void toggle()}
    >
      <IconThumbUp aria-hidden size={20} />
      {note.votes}
    </button>
  );
}

function WaitingItem({ text, refused, id }: { text: string; refused?: string; id: string }) {
  const { t } = useTranslation(['room', 'app']);
  return (
    <li className={classes.note} data-waiting>
      <span className={classes.noteText}>{text}</span>
      <span className={classes.noteFoot}>
        <IconCloudOff aria-hidden size={18} />
        {refused ? (
          <>
            <Text span c="var(--mantine-color-error)">
              {refused}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => queue.drop(id)}>
              {t('notes.discard')}
            </Button>
          </>
        ) : (
          t('app:save.waiting')
        )}
      </span>
    </li>
  );
}
