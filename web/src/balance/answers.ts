import type { Schema } from '@/api/client';
import type { Stored } from '@/offline/savedField';

export type Answer = Schema<'Answer'>;
export interface AnswerValue {
  value: string;
  person_id: string | null;
}

export const noAnswer: AnswerValue = { value: '', person_id: null };

export const answerKey = (functionId: string, field: string) => `${functionId}/${field}`;

/** The words of a function's field, '' when there are none. */
export type Read = (functionId: string, field: string) => string;

interface AnyAnswer {
  function_id: string;
  field: string;
  value: string;
}

export function keyed<A extends AnyAnswer>(answers: A[]): Map<string, A> {
  return new Map(answers.map((answer) => [answerKey(answer.function_id, answer.field), answer]));
}

export function reader<A extends AnyAnswer>(answers: A[]): Read {
  const known = keyed(answers);
  return (functionId, field) => known.get(answerKey(functionId, field))?.value ?? '';
}

export function storedOf(answer: Answer | undefined): Stored<AnswerValue> {
  if (!answer) return { value: noAnswer, version: 0 };
  return {
    value: { value: answer.value, person_id: answer.person_id ?? null },
    version: answer.version,
    by: answer.updated_by,
  };
}

/** A list of answers with one replaced, unless what is there is newer. */
export function withAnswer(answers: Answer[], answer: Answer): Answer[] {
  const same = (a: Answer) => a.function_id === answer.function_id && a.field === answer.field;
  const known = answers.find(same);
  if (!known) return [...answers, answer];
  if (known.version >= answer.version) return answers;
  return answers.map((a) => (same(a) ? answer : a));
}
