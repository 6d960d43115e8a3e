import { api, body, ifMatch } from '@/api/client';
import { bothTexts } from '@/api/merge';
import { currentOf } from '@/api/problem';
import { queryClient } from '@/api/queryClient';
import { defineSavedField } from '@/offline/savedField';
import { type Answer, type AnswerValue, answerKey, storedOf, withAnswer } from './answers';
import { type Template, templateKey } from './queries';

export interface AnswerTarget {
  district: string;
  template: string;
  function_id: string;
  field: string;
}

/** One field of one function of a template: it has a version of its own. */
export const answerField = defineSavedField<AnswerTarget, AnswerValue>({
  kind: 'balance.answer',
  key: (at) => `${at.district}/${at.template}/${answerKey(at.function_id, at.field)}`,
  send: async ({ district, ...path }, typed, version) => {
    try {
      const answer = await body(
        api.PUT('/districts/{district}/templates/{template}/answers/{function_id}/{field}', {
          params: { path: { district, ...path }, header: ifMatch(version) },
          body: typed,
          keepalive: true,
        }),
      );
      remember(district, path.template, answer);
      return { kind: 'saved', ...asTyped(answer, typed) };
    } catch (error) {
      const current = currentOf<Answer>(error);
      if (!current) throw error;
      remember(district, path.template, current);
      return { kind: 'conflict', ...storedOf(current) };
    }
  },
  both: (mine, theirs) => ({ value: bothTexts(mine.value, theirs.value), person_id: null }),
});

/** The server trims; the space after a word just typed must not vanish under the fingers. */
function asTyped(answer: Answer, typed: AnswerValue) {
  const stored = storedOf(answer);
  return answer.value === typed.value.trim()
    ? { ...stored, value: { ...stored.value, value: typed.value } }
    : stored;
}

function remember(district: string, template: string, answer: Answer): void {
  queryClient.setQueryData<Template>(templateKey(district, template), (known) =>
    known ? { ...known, answers: withAnswer(known.answers, answer) } : known,
  );
}
