import type { TargetFields, TargetPoint } from '../queries';
import { readNumber, writeNumber } from './decimal';

/** A point as it is typed: the value is text until it is saved. */
export interface PointDraft {
  on: string | null;
  value: string;
}

export interface TargetDraft {
  baseline: PointDraft;
  interim: PointDraft[];
  end_target: PointDraft;
}

export const noPoint: PointDraft = { on: null, value: '' };

export const isBlank = ({ on, value }: PointDraft) => on === null && value.trim() === '';

export function draftOf(target: TargetFields, language: string): TargetDraft {
  const point = (p: TargetPoint | null | undefined): PointDraft =>
    p ? { on: p.on, value: writeNumber(p.value, language) } : noPoint;
  return {
    baseline: point(target.baseline),
    interim: target.interim.map(point),
    end_target: point(target.end_target),
  };
}

/** Empty interim rows are left out; the rest has passed `problemsOf`. */
export function targetOf(draft: TargetDraft, language: string): TargetFields {
  const point = ({ on, value }: PointDraft): TargetPoint | null => {
    const number = readNumber(value, language);
    return on === null || number === null ? null : { on, value: number };
  };
  return {
    baseline: point(draft.baseline),
    interim: draft.interim.map(point).filter((p) => p !== null),
    end_target: point(draft.end_target),
  };
}

export type PointProblem = 'date' | 'value' | 'order';

/** By the path of the input: both parts of a point are there, and dates rise strictly. */
export function problemsOf(draft: TargetDraft, language: string): Map<string, PointProblem> {
  const problems = new Map<string, PointProblem>();
  const points: [string, PointDraft][] = [
    ['baseline', draft.baseline],
    ...draft.interim.map((point, i): [string, PointDraft] => [`interim.${i}`, point]),
    ['end_target', draft.end_target],
  ];
  let before: string | null = null;
  for (const [path, point] of points) {
    if (isBlank(point)) continue;
    if (readNumber(point.value, language) === null) problems.set(`${path}.value`, 'value');
    if (point.on === null) problems.set(`${path}.on`, 'date');
    else if (before !== null && point.on <= before) problems.set(`${path}.on`, 'order');
    before = point.on ?? before;
  }
  return problems;
}

/** The dates on the way, of all rows of a table: its columns. */
export function interimDates(targets: readonly TargetFields[]): string[] {
  return [...new Set(targets.flatMap(({ interim }) => interim.map(({ on }) => on)))].sort();
}

export function hasTargets(target: TargetFields | undefined): boolean {
  return !!target && (!!target.baseline || !!target.end_target || target.interim.length > 0);
}
