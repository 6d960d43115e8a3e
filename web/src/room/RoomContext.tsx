import './parts/levels.css';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useSyncExternalStore,
} from 'react';
import type { Choice } from '@/api/merge';
import { outbox } from '@/offline/outbox';
import type { RoomPlace } from './api';
import { type AnswerValue, answerField, nothing } from './drafts';
import { notes } from './notes';
import type { RoomPack } from './pack';
import type { Room, Seat } from './rules/events';
import type { LiveRoom } from './useRoom';

export interface RoomHere {
  place: RoomPlace;
  room: Room;
  pack: RoomPack;
  live: LiveRoom;
}

const Context = createContext<RoomHere | null>(null);

export function RoomProvider({ value, children }: { value: RoomHere; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export function useRoomHere(): RoomHere {
  const here = useContext(Context);
  if (!here) throw new Error('outside of a room');
  return here;
}

/** One's own seat: phones have one. */
export function useSeat(): Seat {
  const { seat } = useRoomHere().room;
  if (!seat) throw new Error('no seat in this room');
  return seat;
}

/** One's own answer (or the group's) to a question: saved as one types, also without network. */
export function useAnswer(step: string, subject: string) {
  const { room, place } = useRoomHere();
  const seat = useSeat();
  const { district, workshop } = place;
  const server = room.mine.find((mine) => mine.step === step && mine.subject === subject);
  const stored = {
    value: server ? { value: server.value, text: server.text, link: server.link } : nothing,
    version: server?.version ?? 0,
  };
  // A new engine for a new question only: what is stored moves on by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: followed below
  const engine = useMemo(
    () =>
      outbox.engine(
        answerField,
        { district, workshop, seat: seat.id, step, subject },
        stored,
        seat.id,
      ),
    [district, workshop, seat.id, step, subject],
  );
  const state = useSyncExternalStore(engine.subscribe, engine.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version stands for its value
  useEffect(() => engine.follow(stored), [engine, stored.version]);
  return {
    ...state,
    set: (change: Partial<AnswerValue>) => {
      const value = { ...engine.state().value, ...change };
      engine.type(value);
      answeredHere.set(engine.key, isAnswer(value));
    },
    flush: () => void engine.flush(),
    resolve: (choice: Choice) => engine.resolve(choice),
  };
}

const isAnswer = ({ value, text }: { value: string; text: string }) => value !== '' || text !== '';

/** Answers given on this page, whether or not the network has taken them yet. */
class AnsweredHere {
  private known: ReadonlyMap<string, boolean> = new Map();
  private readonly listeners = new Set<() => void>();

  set(key: string, answered: boolean): void {
    if (this.known.get(key) === answered) return;
    this.known = new Map(this.known).set(key, answered);
    for (const listener of this.listeners) listener();
  }

  readonly all = () => this.known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

const answeredHere = new AnsweredHere();

/** Whether a question has an answer, here or on the server. */
export function useAnsweredSubjects(step: string): (subject: string) => boolean {
  const { room, place } = useRoomHere();
  const seat = useSeat();
  const known = useSyncExternalStore(answeredHere.subscribe, answeredHere.all);
  return (subject) => {
    const target = { ...place, seat: seat.id, step, subject };
    const here = known.get(`${seat.id}/${answerField.kind}/${answerField.key(target)}`);
    return (
      here ??
      room.mine.some((mine) => mine.step === step && mine.subject === subject && isAnswer(mine))
    );
  };
}

/** What earlier pages of this seat could not send goes out now. */
export function useLeftBehind(seat: string | undefined): void {
  useEffect(() => {
    if (!seat) return;
    void outbox.recover(seat);
    void notes.hurry();
  }, [seat]);
}

/** Many answers of one step at once: the cards of a sorting. */
export function useAnswers(step: string, subjects: readonly string[]) {
  const { room, place } = useRoomHere();
  const seat = useSeat();
  const { district, workshop } = place;
  const list = subjects.join(' ');
  const stored = (subject: string) => {
    const mine = room.mine.find((m) => m.step === step && m.subject === subject);
    return {
      value: mine ? { value: mine.value, text: mine.text, link: mine.link } : nothing,
      version: mine?.version ?? 0,
    };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is followed below
  const engines = useMemo(
    () =>
      new Map(
        list.split(' ').map((subject) => {
          const target = { district, workshop, seat: seat.id, step, subject };
          return [subject, outbox.engine(answerField, target, stored(subject), seat.id)] as const;
        }),
      ),
    [district, workshop, seat.id, step, list],
  );
  const [, refresh] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const leave = [...engines.values()].map((engine) => engine.subscribe(refresh));
    return () => {
      for (const l of leave) l();
    };
  }, [engines]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are what may have moved
  useEffect(() => {
    for (const [subject, engine] of engines) engine.follow(stored(subject));
  }, [engines, room.mine]);
  return {
    valueOf: (subject: string) => engines.get(subject)?.state().value.value ?? '',
    statuses: [...engines.values()].map((engine) => engine.state()),
    set: (subject: string, value: string) => {
      const engine = engines.get(subject);
      if (!engine) return;
      engine.type({ ...engine.state().value, value });
      answeredHere.set(engine.key, value !== '');
      void engine.flush();
      refresh();
    },
    /** Somebody else of the group placed it elsewhere: the later word stands. */
    settle: () => {
      for (const engine of engines.values())
        if (engine.state().status === 'conflict') engine.resolve('mine');
    },
  };
}
