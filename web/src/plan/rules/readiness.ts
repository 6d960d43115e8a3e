import type { LibraryStrategy } from '@/strategy/queries';
import type { PlanStrategy, Readiness, ReadinessFields, System } from '../queries';

export type Facet = ReadinessFields['ratings'][number]['facet'];
export type Answer = ReadinessFields['answers'][number]['answer'];
export type SupportState = ReadinessFields['supports'][number]['state'];

export const facets: Facet[] = ['need', 'fit', 'resources', 'evidence', 'readiness', 'capacity'];
export const scores = ['1', '2', '3', '4', '5'];
export const supportStates: SupportState[] = ['missing', 'under_way', 'ready'];
export const answers: Answer[] = ['no', 'partly', 'yes'];

/** A row for each thing to look at; what is not looked at yet has no choice. */
export interface ReadinessDraft {
  supports: { system: System; provides: string; state: SupportState | ''; owner_name: string }[];
  ratings: { facet: Facet; score: string; note: string }[];
  answers: { question: string; answer: Answer | ''; note: string }[];
}

/** Rows for the strategy's systems and the library's questions, and for those answered before. */
export function draftOf(
  readiness: ReadinessFields,
  strategy: Pick<PlanStrategy, 'systems'>,
  entry: Pick<LibraryStrategy, 'questions'> | undefined,
): ReadinessDraft {
  const systems = [...new Set([...strategy.systems, ...readiness.supports.map((s) => s.system)])];
  const questions = [
    ...new Set([...(entry?.questions ?? []), ...readiness.answers.map((a) => a.question)]),
  ];
  return {
    supports: systems.map(
      (system) =>
        readiness.supports.find((one) => one.system === system) ?? {
          system,
          provides: '',
          state: '',
          owner_name: '',
        },
    ),
    ratings: facets.map((facet) => {
      const rated = readiness.ratings.find((one) => one.facet === facet);
      return { facet, score: rated ? String(rated.score) : '', note: rated?.note ?? '' };
    }),
    answers: questions.map(
      (question) =>
        readiness.answers.find((one) => one.question === question) ?? {
          question,
          answer: '',
          note: '',
        },
    ),
  };
}

export function fieldsOf(draft: ReadinessDraft): ReadinessFields {
  return {
    supports: draft.supports.flatMap(({ state, provides, ...rest }) =>
      // Whoever has written what is needed and chosen nothing has it still to come.
      state || provides.trim() ? [{ ...rest, provides, state: state || ('missing' as const) }] : [],
    ),
    ratings: draft.ratings.flatMap(({ score, ...rest }) =>
      score ? [{ ...rest, score: Number(score) }] : [],
    ),
    answers: draft.answers.flatMap(({ answer, ...rest }) => (answer ? [{ ...rest, answer }] : [])),
  };
}

export const nothing: Pick<Readiness, 'supports' | 'ratings' | 'answers' | 'version'> = {
  version: 0,
  supports: [],
  ratings: [],
  answers: [],
};
