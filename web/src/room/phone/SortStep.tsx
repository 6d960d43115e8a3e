import { Button, Stack, Text, Title } from '@mantine/core';
import { IconGripVertical, IconPlayerSkipForward } from '@tabler/icons-react';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveState } from '@/app/ui/SaveState';
import type { FieldStatus } from '@/offline/savedField';
import type { Column, FunctionItem } from '../pack';
import { useAnswers, useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { dealt, inColumn, nextCard } from '../rules/sorting';
import classes from './SortStep.module.css';

/** One card at a time into one of three columns, by a button or by dragging it there. */
export function SortStep({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { t } = useTranslation('room');
  const { pack, place } = useRoomHere();
  const { columns, items } = pack.functions;
  const open = phase === 'open';
  const cards = useMemo(
    () => dealt(items, `${place.workshop}/${step.id}`),
    [items, place.workshop, step.id],
  );
  const answers = useAnswers(
    step.id,
    useMemo(() => cards.map(({ id }) => id), [cards]),
  );
  const placed = new Map(
    cards.flatMap(({ id }) => {
      const column = answers.valueOf(id);
      return column ? [[id, column as Column] as const] : [];
    }),
  );
  const [picked, setPicked] = useState<string | null>(null);
  const card = cards.find(({ id }) => id === picked) ?? nextCard(cards, placed, null);
  const heading = useRef<HTMLHeadingElement>(null);
  const show = (id: string | null) => {
    setPicked(id);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const put = (column: Column) => {
    if (!card || !open) return;
    answers.set(card.id, column);
    show(nextCard(cards, new Map(placed).set(card.id, column), card.id)?.id ?? null);
  };
  const question = (column: Column) => pack.questions.find((q) => q.column === column)?.text;

  return (
    <Stack gap="lg" lang={pack.language}>
      <Text size="sm" c="dimmed" role="status">
        {t('sort.done', { count: placed.size, of: cards.length })}
        {step.by === 'group' && ` ${t('sort.group')}`}
      </Text>
      {card && open ? (
        <Draggable key={card.id} put={put}>
          <Title order={2} size="h3" ref={heading} tabIndex={-1} mb="xs">
            {card.title}
          </Title>
          <Text>{card.text}</Text>
        </Draggable>
      ) : (
        open && <Text fw={600}>{t('sort.allDone')}</Text>
      )}
      {open && card && (
        <>
          <fieldset className={classes.zones}>
            <legend className={classes.legend}>{t('sort.where')}</legend>
            {columns.map(({ id, title }) => (
              <button
                key={id}
                type="button"
                className={classes.zone}
                data-column={id}
                aria-pressed={placed.get(card.id) === id}
                title={question(id)}
                onClick={() => put(id)}
              >
                {title}
                <span className={classes.count}>{inColumn(cards, placed, id).length}</span>
              </button>
            ))}
          </fieldset>
          <Button
            variant="subtle"
            leftSection={<IconPlayerSkipForward aria-hidden size={18} />}
            onClick={() => show(nextCard(cards, placed, card.id)?.id ?? null)}
          >
            {t('sort.later')}
          </Button>
        </>
      )}
      <SortState answers={answers} />
      {columns.map(({ id, title }) => (
        <Sorted
          key={id}
          title={title}
          cards={inColumn(cards, placed, id)}
          {...(open ? { show } : {})}
        />
      ))}
    </Stack>
  );
}

interface SortedProps {
  title: string;
  cards: FunctionItem[];
  show?: (id: string) => void;
}

function Sorted({ title, cards, show }: SortedProps) {
  const { t } = useTranslation('room');
  if (cards.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4">
        {title} ({cards.length})
      </Title>
      <ul className={classes.sorted}>
        {cards.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              disabled={!show}
              aria-label={show ? t('sort.move', { title: card.title }) : card.title}
              onClick={() => show?.(card.id)}
            >
              {card.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The state of all cards in one line: the worst of them. */
function SortState({ answers }: { answers: ReturnType<typeof useAnswers> }) {
  const { t } = useTranslation('room');
  const order: FieldStatus[] = ['conflict', 'refused', 'waiting', 'saving', 'saved'];
  const worst = order.find((status) => answers.statuses.some((state) => state.status === status));
  if (worst === 'conflict')
    return (
      <Stack gap="xs" role="alert">
        <Text>{t('sort.conflict')}</Text>
        <Button variant="default" onClick={answers.settle}>
          {t('sort.keepMine')}
        </Button>
      </Stack>
    );
  const refusal = answers.statuses.find(({ status }) => status === 'refused')?.refusal;
  return <SaveState status={worst ?? 'idle'} {...(refusal ? { refusal } : {})} />;
}

/** Dragged by mouse or finger onto a column; buttons do the same without. */
function Draggable({
  put,
  children,
}: {
  put: (column: Column) => void;
  children: React.ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const [by, setBy] = useState<{ x: number; y: number } | null>(null);
  const zoneAt = (x: number, y: number): HTMLElement | null =>
    document
      .elementsFromPoint(x, y)
      .map((element) => element.closest<HTMLElement>('[data-column]'))
      .find((zone) => zone !== null) ?? null;
  const light = (zone: HTMLElement | null) => {
    for (const each of document.querySelectorAll<HTMLElement>('[data-column]'))
      each.toggleAttribute('data-over', each === zone);
  };
  const down = (event: PointerEvent) => {
    const grip = (event.target as HTMLElement).closest('[data-grip]');
    // A finger on the text scrolls; on the grip it drags. A mouse drags anywhere.
    if (event.pointerType !== 'mouse' && !grip) return;
    if (event.button !== 0) return;
    start.current = { x: event.clientX, y: event.clientY };
    box.current?.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    if (!start.current) return;
    setBy({ x: event.clientX - start.current.x, y: event.clientY - start.current.y });
    light(zoneAt(event.clientX, event.clientY));
  };
  const up = (event: PointerEvent) => {
    if (!start.current) return;
    start.current = null;
    setBy(null);
    light(null);
    const column = zoneAt(event.clientX, event.clientY)?.dataset.column;
    if (column) put(column as Column);
  };
  return (
    <div
      ref={box}
      className={classes.card}
      data-dragging={by !== null || undefined}
      style={by ? { transform: `translate(${by.x}px, ${by.y}px)` } : undefined}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
    >
      <span className={classes.grip} data-grip aria-hidden>
        <IconGripVertical size={22} />
      </span>
      {children}
    </div>
  );
}
