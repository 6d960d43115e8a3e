import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Menu,
  Modal,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { IconDotsVertical, IconLink, IconThumbUp } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentOf } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { editNote, mergeNotes, moveNote, removeNote } from '@/room/api';
import { stepOf } from '@/room/pack';
import { useRoomHere } from '@/room/RoomContext';
import { type AgendaStep, type Note, type NoteKind, withNote } from '@/room/rules/events';
import { mergedInto, shownNotes, totalVotes } from '@/room/rules/notes';
import { updateRoom } from '@/room/useRoom';
import classes from './lead.module.css';

interface Board {
  id: string;
  title: string;
}

/** What comes in, to be put in order: dragged to another subject, or onto a note it repeats. */
export function NoteBoard({ step, boards, kind }: NoteBoardProps) {
  const { t } = useTranslation('workshop');
  const { pack } = useRoomHere();
  const consequences = stepOf(pack, step.step_id)?.about.includes('consequences');
  const shown: Board[] =
    boards ?? (consequences ? pack.consequences : [{ id: 'ideas', title: t('notes.ideas') }]);
  const [dragged, setDragged] = useState<Note | null>(null);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('notes.help')}
      </Text>
      <div className={classes.boards} lang={pack.language}>
        {shown.map((board) => (
          <BoardColumn
            key={board.id}
            step={step}
            board={board}
            boards={shown}
            kind={kind ?? (consequences ? 'example' : 'idea')}
            dragged={dragged}
            drag={setDragged}
          />
        ))}
      </div>
    </Stack>
  );
}

interface NoteBoardProps {
  step: AgendaStep;
  boards?: Board[];
  kind?: NoteKind;
}

function BoardColumn({ step, board, boards, kind, dragged, drag }: BoardColumnProps) {
  const { t } = useTranslation('workshop');
  const { room, place } = useRoomHere();
  const [over, setOver] = useState(false);
  const notes = shownNotes(room.notes, { step: step.id, subject: board.id, kind });
  const move = useNoteChange((note: Note) =>
    moveNote(place, note.id, { subject: board.id, outcomes: note.outcomes }, note.version),
  );
  return (
    <section
      className={classes.board}
      data-over={over || undefined}
      aria-label={board.title}
      onDragOver={(event) => {
        if (!dragged) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => left(event) && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const note = asItIsNow(room.notes, dragged);
        if (note && note.subject !== board.id) move.mutate(note);
        drag(null);
      }}
    >
      <Title order={3} size="h4" mb="xs">
        {board.title} ({notes.length})
      </Title>
      <Stack gap="xs">
        {notes.map((note) => (
          <NoteCard
            key={note.id}
            note={note}
            boards={boards}
            others={notes.filter(({ id }) => id !== note.id)}
            dragged={dragged}
            drag={drag}
          />
        ))}
        {notes.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('notes.none')}
          </Text>
        )}
      </Stack>
    </section>
  );
}

interface BoardColumnProps {
  step: AgendaStep;
  board: Board;
  boards: Board[];
  kind: NoteKind;
  dragged: Note | null;
  drag: (note: Note | null) => void;
}

/** Whether what is dragged has left the element itself, and not gone from one part of it to another. */
const left = ({ currentTarget, relatedTarget }: DragEvent<HTMLElement>) =>
  !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));

/** Others may have changed it while it was in the air. */
const asItIsNow = (notes: readonly Note[], dragged: Note | null) =>
  notes.find(({ id }) => id === dragged?.id);

/** A change of one note; when somebody else was quicker, theirs is taken in and shown. */
function useNoteChange<Vars>(send: (vars: Vars) => Promise<Note>) {
  const { place } = useRoomHere();
  const take = (note: Note) => updateRoom(place, (room) => withNote(room, note));
  const change = useSend({ send, done: take });
  return {
    ...change,
    mutate: (vars: Vars) =>
      change.mutate(vars, {
        onError: (error) => {
          const current = currentOf<Note>(error);
          if (current) take(current);
        },
      }),
  };
}

function NoteCard({ note, boards, others, dragged, drag }: NoteCardProps) {
  const { t } = useTranslation(['workshop', 'room', 'app']);
  const { room, place, pack } = useRoomHere();
  const [over, setOver] = useState(false);
  const [dialog, setDialog] = useState<'edit' | 'link' | null>(null);
  const merged = mergedInto(room.notes, note);
  const votes = totalVotes(room.notes, note);
  const move = useNoteChange((subject: string) =>
    moveNote(place, note.id, { subject, outcomes: note.outcomes }, note.version),
  );
  const merge = useNoteChange(({ from, into }: { from: Note; into: string | null }) =>
    mergeNotes(place, from.id, into, from.version),
  );
  const remove = useSend({ send: () => removeNote(place, note.id, note.version) });
  const askRemove = async () => {
    const sure = await confirm({
      title: t('room:notes.removeTitle'),
      text: note.text,
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(undefined);
  };
  return (
    <article
      className={classes.note}
      draggable
      data-dragged={dragged?.id === note.id || undefined}
      data-over={over || undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        // Without anything to carry, Firefox starts no dragging.
        event.dataTransfer.setData('text/plain', note.text);
        drag(note);
      }}
      onDragEnd={() => drag(null)}
      onDragOver={(event) => {
        if (!dragged || dragged.id === note.id) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={(event) => left(event) && setOver(false)}
      onDrop={(event) => {
        // Firefox would go to the text as if it were an address.
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        const from = asItIsNow(room.notes, dragged);
        if (from && from.id !== note.id) merge.mutate({ from, into: note.id });
        drag(null);
      }}
    >
      <div className={classes.noteHead}>
        <span className={classes.noteText}>{note.text}</span>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('notes.menu', { text: note.text })}>
              <IconDotsVertical aria-hidden size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown mah="22rem" style={{ overflowY: 'auto' }}>
            <Menu.Item onClick={() => setDialog('edit')}>{t('app:edit')}</Menu.Item>
            <Menu.Item onClick={() => setDialog('link')}>{t('notes.link')}</Menu.Item>
            <Menu.Item onClick={() => void askRemove()}>{t('app:remove')}</Menu.Item>
            {boards.length > 1 && <Menu.Label>{t('notes.moveTo')}</Menu.Label>}
            {boards
              .filter(({ id }) => id !== note.subject)
              .map(({ id, title }) => (
                <Menu.Item key={id} onClick={() => move.mutate(id)}>
                  {title}
                </Menu.Item>
              ))}
            {others.length > 0 && <Menu.Label>{t('notes.mergeInto')}</Menu.Label>}
            {others.slice(0, 20).map((other) => (
              <Menu.Item
                key={other.id}
                onClick={() => merge.mutate({ from: note, into: other.id })}
              >
                {other.text.slice(0, 60)}
              </Menu.Item>
            ))}
            {merged.length > 0 && <Menu.Label>{t('notes.takeOut')}</Menu.Label>}
            {merged.map((each) => (
              <Menu.Item key={each.id} onClick={() => merge.mutate({ from: each, into: null })}>
                {each.text.slice(0, 60)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {merged.length > 0 && (
        <ul className={classes.merged}>
          {merged.map((each) => (
            <li key={each.id}>{each.text}</li>
          ))}
        </ul>
      )}
      <Group gap="xs">
        {votes > 0 && (
          <ToneBadge icon={IconThumbUp} tone="progress">
            {votes}
          </ToneBadge>
        )}
        {note.outcomes.map((id) => (
          <ToneBadge key={id} icon={IconLink} tone="good">
            {pack.outcomes.findIndex((outcome) => outcome.id === id) + 1}
          </ToneBadge>
        ))}
      </Group>
      {dialog === 'edit' && <EditNote note={note} close={() => setDialog(null)} />}
      {dialog === 'link' && <LinkNote note={note} close={() => setDialog(null)} />}
    </article>
  );
}

interface NoteCardProps {
  note: Note;
  boards: Board[];
  others: Note[];
  dragged: Note | null;
  drag: (note: Note | null) => void;
}

function EditNote({ note, close }: { note: Note; close: () => void }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { place } = useRoomHere();
  const [text, setText] = useState(note.text);
  const save = useNoteChange(() => editNote(place, note.id, text.trim(), note.version));
  return (
    <Modal
      opened
      onClose={close}
      title={t('notes.editTitle')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Textarea
        label={t('notes.text')}
        value={text}
        maxLength={1000}
        data-autofocus
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Button
        mt="md"
        disabled={text.trim() === ''}
        onClick={() => {
          save.mutate(undefined);
          close();
        }}
      >
        {t('app:save.action')}
      </Button>
    </Modal>
  );
}

/** Which outcomes would have helped to avoid it. */
function LinkNote({ note, close }: { note: Note; close: () => void }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { place, pack } = useRoomHere();
  const [chosen, setChosen] = useState(note.outcomes);
  const save = useNoteChange(() =>
    moveNote(place, note.id, { subject: note.subject, outcomes: chosen }, note.version),
  );
  return (
    <Modal
      opened
      onClose={close}
      title={t('notes.link')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Text mb="sm">{note.text}</Text>
      <Checkbox.Group label={t('notes.linkHelp')} value={chosen} onChange={setChosen}>
        <Stack gap="sm" mt="xs" lang={pack.language}>
          {pack.outcomes.map(({ id, text }, index) => (
            <Checkbox key={id} value={id} label={`${index + 1}. ${text}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button
        mt="md"
        onClick={() => {
          save.mutate(undefined);
          close();
        }}
      >
        {t('app:save.action')}
      </Button>
    </Modal>
  );
}
