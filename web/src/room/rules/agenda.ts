import { activityOf, compares, type RoomPack, type StepKind, stepOf } from '../pack';
import type { AgendaStep, Room } from './events';

export type StepPhase = 'open' | 'locked' | 'revealed';

/** How far a step has come; one that was never visited is open in a survey only. */
export function phaseOf(room: Room, step: string): StepPhase {
  const { stage } = room;
  const visited = stage.steps.find((s) => s.step === step);
  if (visited) return visited.phase;
  return stage.state === 'survey' || step === stage.step ? 'open' : 'locked';
}

export const stepById = (agenda: readonly AgendaStep[], id: string): AgendaStep | undefined =>
  agenda.find((step) => step.id === id);

/** What a step shows to people: a `discuss` step about the shift has five questions a row. */
export type StepView = StepKind | 'shift' | 'compare-sorting';

export function viewOf(pack: RoomPack, step: AgendaStep): StepView {
  const known = stepOf(pack, step.step_id);
  if (step.kind === 'discuss' && known?.about.includes('continuum-questions')) return 'shift';
  if (step.kind === 'compare' && compares(known) === 'functions') return 'compare-sorting';
  return step.kind;
}

/** The step whose answers a comparison shows: the last one of that kind before it. */
export function comparedStep(
  agenda: readonly AgendaStep[],
  at: AgendaStep,
  kind: 'rate' | 'sort',
): AgendaStep | undefined {
  const before = agenda.slice(0, Math.max(0, agenda.indexOf(at)));
  return before.filter((step) => step.kind === kind).at(-1);
}

/** What is asked in a step, by the subjects that answers are kept under. */
export function subjectsOf(pack: RoomPack, step: AgendaStep): string[] {
  switch (step.kind) {
    case 'rate':
      return pack.continuum.rows.map(({ id }) => id);
    case 'sort':
      return pack.functions.items.map(({ id }) => id);
    case 'pick':
      return ['outcome'];
    case 'discuss':
      return viewOf(pack, step) === 'shift' ? [] : step.prompts.map((_, index) => `${index + 1}`);
    default:
      return [];
  }
}

/** How far a step's answers are: of all that could be given, and of each group's. */
export interface StepProgress {
  /** People, or groups, that could answer. */
  of: number;
  /** Those that have answered at least one question. */
  begun: number;
  /** Answers given, of all questions for all who could answer. */
  answers: number;
  questions: number;
}

export function progressOf(room: Room, pack: RoomPack, step: AgendaStep): StepProgress {
  const subjects = subjectsOf(pack, step);
  const here = room.seats.filter(({ left }) => !left);
  const of =
    step.by === 'group'
      ? new Set(here.map(({ group_id }) => group_id).filter((id) => id !== '')).size
      : here.length;
  const entries = room.answered.filter((a) => a.step === step.id && subjects.includes(a.subject));
  const most = subjects.map((subject) =>
    entries.filter((a) => a.subject === subject).reduce((sum, { count }) => sum + count, 0),
  );
  return {
    of,
    begun: Math.max(0, ...most),
    answers: most.reduce((sum, count) => sum + count, 0),
    questions: subjects.length * of,
  };
}

export interface GroupProgress {
  id: string;
  people: number;
  answers: number;
  questions: number;
  asks: boolean;
}

/** Each group's progress, so that who facilitates sees which one is stuck. */
export function groupProgress(room: Room, pack: RoomPack, step: AgendaStep): GroupProgress[] {
  const subjects = subjectsOf(pack, step);
  const here = room.seats.filter(({ left }) => !left);
  return room.workshop.groups.map(({ id }) => {
    const people = here.filter(({ group_id }) => group_id === id).length;
    const who = step.by === 'group' ? Math.min(1, people) : people;
    const answers = room.answered
      .filter((a) => a.step === step.id && a.group_id === id && subjects.includes(a.subject))
      .reduce((sum, { count }) => sum + count, 0);
    return {
      id,
      people,
      answers,
      questions: subjects.length * who,
      asks: room.stage.asks.includes(id),
    };
  });
}

/** A group is stuck when it has done less than half of what the others have, on average. */
export function stuckGroups(groups: readonly GroupProgress[]): string[] {
  const busy = groups.filter(({ questions }) => questions > 0);
  const share = ({ answers, questions }: GroupProgress) => Math.min(1, answers / questions);
  const mean = busy.reduce((sum, group) => sum + share(group), 0) / Math.max(1, busy.length);
  if (busy.length < 2 || mean < 0.2) return [];
  return busy.filter((group) => share(group) < mean / 2).map(({ id }) => id);
}

/** The pack's activities as an agenda, each step by its own id. */
export function agendaOf(pack: RoomPack, activities: readonly string[]): AgendaStep[] {
  return activities.flatMap((id) => {
    const activity = activityOf(pack, id);
    if (!activity) return [];
    return activity.steps.map((step) => ({
      id: step.id,
      activity_id: activity.id,
      step_id: step.id,
      kind: step.kind,
      title: step.title,
      minutes: step.minutes,
      prompts: [...step.prompts],
      by: step.kind === 'sort' && activity.small_groups ? ('group' as const) : ('seat' as const),
    }));
  });
}

export const minutesOf = (agenda: readonly AgendaStep[]): number =>
  agenda.reduce((sum, { minutes }) => sum + minutes, 0);

/** One step moved by so many places; what cannot go further stays. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}
