import { describe, expect, it } from 'vitest';
import { draftOf, facets, fieldsOf, nothing } from './readiness';

const strategy = { systems: ['data' as const, 'finance' as const] };
const entry = { questions: ['Is there time?', 'Is there money?'] };

describe('a look at the readiness of a strategy', () => {
  it('has a row for each side, each system and each question, and nothing chosen', () => {
    const draft = draftOf(nothing, strategy, entry);
    expect(draft.ratings.map(({ facet }) => facet)).toEqual(facets);
    expect(draft.supports.map(({ system }) => system)).toEqual(['data', 'finance']);
    expect(draft.answers.map(({ question }) => question)).toEqual(entry.questions);
    expect(fieldsOf(draft)).toEqual({ supports: [], ratings: [], answers: [] });
  });

  it('keeps what was said, also of what the strategy and the library no longer name', () => {
    const said = {
      supports: [
        {
          system: 'technology' as const,
          provides: 'Tablets',
          state: 'ready' as const,
          owner_name: '',
        },
      ],
      ratings: [{ facet: 'fit' as const, score: 4, note: 'With our schedule' }],
      answers: [{ question: 'An old question?', answer: 'yes' as const, note: '' }],
    };
    const draft = draftOf(said, strategy, entry);
    expect(draft.supports).toHaveLength(3);
    expect(draft.answers).toHaveLength(3);
    expect(fieldsOf(draft)).toEqual(said);
  });

  it('takes a system that has only words for one that is still to come', () => {
    const draft = draftOf(nothing, strategy, undefined);
    if (draft.supports[0]) draft.supports[0].provides = 'A screener';
    expect(fieldsOf(draft).supports).toEqual([
      { system: 'data', provides: 'A screener', state: 'missing', owner_name: '' },
    ]);
  });
});
