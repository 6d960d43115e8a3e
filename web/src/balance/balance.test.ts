import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schema } from '@/api/client';
import { answerKey, type Read, reader, withAnswer } from './answers';
import { compare, wordsBetween } from './difference';
import { buildingSideOf, formOf } from './form';
import { byUrgency, columnsOf, countStates, shortened, type TemplateSummary, tally } from './heat';
import { missing, nextGap, progress, toDo } from './progress';
import { templateRights } from './rights';
import { yearsToOpen } from './rounds/years';
import { whyReturned } from './template/returned';
import { inOrder, usual } from './versions/choice';

const pack = JSON.parse(
  readFileSync(
    new URL('../../../content/district-school-toolkit.en.json', import.meta.url),
    'utf8',
  ),
) as Schema<'Pack'>;
const building = formOf(pack, 'building');
const district = formOf(pack, 'district');

const said =
  (words: Record<string, string>): Read =>
  (functionId, field) =>
    words[answerKey(functionId, field)] ?? '';

describe('formOf', () => {
  it('asks a building the building and collaborative functions, by area', () => {
    expect(building.functions).toHaveLength(13);
    expect(new Set(building.functions.map(({ column }) => column))).toEqual(
      new Set(['building', 'collaborative']),
    );
    expect(building.areas[0]?.functions.map(({ id }) => id)).toEqual([
      'team-building',
      'team-collaborative',
    ]);
    expect(building.areas.map(({ id }) => id)).toContain('evaluation');
  });

  it("sets the building's side beside each of the district's functions", () => {
    const side = (id: string) => {
      const item = district.functions.find((f) => f.id === id);
      return item ? (buildingSideOf(item, building)?.id ?? null) : undefined;
    };
    expect(side('needs-collaborative')).toBe('needs-collaborative');
    expect(side('needs-district')).toBe('needs-building');
    expect(side('evaluation-collaborative')).toBe('evaluation-collaborative');
  });
});

describe('progress', () => {
  it('misses every rating at first', () => {
    expect(missing(building, said({}))).toHaveLength(13);
    expect(progress(building, said({}))).toEqual({ answered: 0, total: 13 });
  });

  it('asks what will be done only where something has to be', () => {
    const all = Object.fromEntries(
      building.functions.map(({ id }) => [answerKey(id, 'status'), 'in-place']),
    );
    expect(missing(building, said(all))).toEqual([]);
    all[answerKey('needs-building', 'status')] = 'strengthen';
    all[answerKey('goals-building', 'status')] = 'create';
    all[answerKey('goals-building', 'action')] = '  ';
    expect(missing(building, said(all)).map(({ item, field }) => [item.id, field])).toEqual([
      ['needs-building', 'action'],
      ['goals-building', 'action'],
    ]);
    expect(toDo(building, said(all))).toBe(2);
    all[answerKey('needs-building', 'action')] = 'Ask the staff';
    expect(missing(building, said(all))).toHaveLength(1);
  });

  it('never misses more functions than are not fully answered, and agrees with the progress', () => {
    const status = fc.constantFrom('', 'in-place', 'strengthen', 'create');
    fc.assert(
      fc.property(fc.array(fc.tuple(status, fc.string()), { maxLength: 13 }), (answers) => {
        const words: Record<string, string> = {};
        answers.forEach(([rating, action], place) => {
          const id = building.functions[place]?.id ?? '';
          words[answerKey(id, 'status')] = rating;
          words[answerKey(id, 'action')] = action;
        });
        const gaps = missing(building, said(words));
        const { answered, total } = progress(building, said(words));
        expect(answered + gaps.length).toBe(total);
        expect(new Set(gaps.map(({ item }) => item.id)).size).toBe(gaps.length);
      }),
    );
  });

  it('goes on to the next gap, and round to the first', () => {
    const words = { 'team-building/status': 'create' };
    expect(nextGap(building, said(words), null)?.item.id).toBe('team-collaborative');
    expect(nextGap(building, said(words), 'team-collaborative')?.item.id).toBe('needs-building');
    expect(nextGap(building, said(words), 'evaluation-collaborative')?.item.id).toBe(
      'team-collaborative',
    );
    const all: Record<string, string> = { ...words };
    for (const { id } of building.functions.slice(1)) all[`${id}/status`] = 'in-place';
    expect(nextGap(building, said(all), null)?.field).toBe('action');
    all['team-building/action'] = 'Choose members';
    expect(nextGap(building, said(all), null)).toBeNull();
  });
});

describe('difference', () => {
  it('marks words', () => {
    expect(wordsBetween('Meet each week', 'Meet every week')).toEqual([
      { kind: 'same', text: 'Meet ' },
      { kind: 'removed', text: 'each' },
      { kind: 'added', text: 'every' },
      { kind: 'same', text: ' week' },
    ]);
    expect(wordsBetween('', '')).toEqual([]);
    expect(wordsBetween('', 'New')).toEqual([{ kind: 'added', text: 'New' }]);
  });

  it('loses nothing of either text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const pieces = wordsBetween(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('compares field by field', () => {
    const changes = compare(
      building,
      said({ 'team-building/status': 'create', 'team-building/evidence': 'None ' }),
      said({ 'team-building/status': 'in-place', 'team-building/evidence': 'None' }),
    );
    expect(changes.filter(({ changed }) => changed).map(({ item }) => item.id)).toEqual([
      'team-building',
    ]);
    expect(
      changes[0]?.fields.filter(({ changed }) => changed).map(({ field }) => field.id),
    ).toEqual(['status']);
  });

  it('goes from the older to the newer', () => {
    expect(inOrder('2', '1')).toEqual({ before: '1', after: '2' });
    expect(inOrder('now', '10')).toEqual({ before: '10', after: 'now' });
    const template = { submissions: 2 } as Schema<'Template'>;
    expect(usual(template, true)).toEqual({ show: 'now', against: '2' });
    expect(usual(template, false)).toEqual({ show: '2', against: '1' });
    expect(usual({ ...template, submissions: 1 }, false)).toEqual({ show: '1', against: '' });
  });
});

describe('heat map', () => {
  const summary = (
    school_id: string | null,
    state: TemplateSummary['state'],
    status: string | null,
  ): TemplateSummary => ({
    id: `t-${school_id}`,
    version: 1,
    kind: school_id ? 'building' : 'district',
    school_id,
    state,
    submissions: status ? 1 : 0,
    progress: { answered: 0, total: 13 },
    statuses: [{ function_id: 'team-building', status }],
    submitted_at: null,
    comments: 0,
  });
  const columns = columnsOf(
    [
      summary('c', 'draft', null),
      summary('a', 'accepted', 'create'),
      summary(null, 'draft', null),
      summary('b', 'submitted', 'create'),
    ],
    (id) => ({ a: 'Adams', b: 'Baker', c: 'Clark' })[id] ?? '',
  );

  it('has a column for each school by name, none for the district', () => {
    expect(columns.map(({ name }) => name)).toEqual(['Adams', 'Baker', 'Clark']);
    expect(columns[0]?.rating('team-building')).toBe('create');
    expect(columns[0]?.rating('other')).toBeNull();
  });

  it('counts ratings and states', () => {
    expect([...tally(columns, 'team-building')]).toEqual([
      ['create', 2],
      [null, 1],
    ]);
    expect(countStates(columns).get('submitted')).toBe(1);
  });

  it('puts what waits for the district first', () => {
    expect(byUrgency(columns).map(({ name }) => name)).toEqual(['Baker', 'Clark', 'Adams']);
  });

  it('a long name keeps its beginning and its end, a short one all', () => {
    expect(shortened('Lakeview Middle School')).toBe('Lakeview Middle School');
    const [one, two] = [1, 2].map((n) => shortened(`Martin Luther King Academy of Arts ${n}`));
    expect(one).toBe('Martin Luther King…of Arts 1');
    expect(two).not.toBe(one);
  });
});

describe('rights', () => {
  const draft = { kind: 'building', school_id: 's1', state: 'draft' } as const;
  const principal = [{ role: 'school_lead', school_id: 's1' }] as const;
  const lead = [{ role: 'district_lead', school_id: null }] as const;

  it('lets a school write its own, and the district only help', () => {
    expect(templateRights([...principal], draft)).toMatchObject({ write: true, help: false });
    expect(templateRights([...principal], { ...draft, school_id: 's2' }).write).toBe(false);
    expect(templateRights([...lead], draft)).toMatchObject({ write: false, help: true });
  });

  it('gives the decision to the district and the taking back to the school', () => {
    const sent = { ...draft, state: 'submitted' } as const;
    expect(templateRights([...principal], sent)).toMatchObject({ withdraw: true, review: false });
    expect(templateRights([...lead], sent)).toMatchObject({ withdraw: false, review: true });
  });

  it('lets viewers read only', () => {
    const rights = templateRights([{ role: 'viewer', school_id: null }], draft);
    expect(Object.values(rights).some(Boolean)).toBe(false);
  });
});

it('replaces an answer unless a newer one is known', () => {
  const answer = (version: number, value: string): Schema<'Answer'> => ({
    function_id: 'f',
    field: 'action',
    value,
    person_id: null,
    version,
    updated_at: '2026-11-24T00:00:00Z',
    updated_by: 'Ana',
  });
  expect(reader(withAnswer([answer(1, 'a')], answer(2, 'b')))('f', 'action')).toBe('b');
  expect(reader(withAnswer([answer(3, 'c')], answer(2, 'b')))('f', 'action')).toBe('c');
  expect(withAnswer([], answer(1, 'a'))).toHaveLength(1);
});

describe('whyReturned', () => {
  const entry = (number: number, decision: 'returned' | 'accepted' | null) => ({
    number,
    note: '',
    submitted_by: 'Ana',
    submitted_at: `2026-11-0${number}T08:00:00Z`,
    decision,
    message: decision ? `message ${number}` : '',
    decided_by: decision ? 'Dana' : null,
    decided_at: decision ? `2026-11-0${number}T09:00:00Z` : null,
  });
  const comment = (at: string, body: string) => ({
    id: at,
    function_id: null,
    submission: 1,
    body,
    person_id: 'p',
    person_name: 'Lee',
    created_at: at,
  });

  it('keeps the message of the last decision after a later submission is taken back', () => {
    const template = { kind: 'building', history: [entry(1, 'returned'), entry(2, null)] } as const;
    const why = whyReturned({ ...template, history: [...template.history], comments: [] });
    expect(why).toMatchObject({ how: 'returned', message: 'message 1', submission: 1 });
  });

  it('finds why an accepted template was opened again', () => {
    const comments = [
      comment('2026-11-01T08:30:00Z', 'before'),
      comment('2026-11-02T10:00:00Z', 'The board asked for more'),
    ];
    expect(
      whyReturned({ kind: 'building', history: [entry(1, 'accepted')], comments }),
    ).toMatchObject({ how: 'reopened', who: 'Lee', message: 'The board asked for more' });
    expect(whyReturned({ kind: 'district', history: [entry(1, null)], comments }).message).toBe(
      'The board asked for more',
    );
  });
});

it('offers this school year and the next, once each', () => {
  expect(yearsToOpen('2026-27', [])).toEqual(['2026-27', '2027-28']);
  expect(yearsToOpen('2026-27', ['2026-27'])).toEqual(['2027-28']);
  expect(yearsToOpen('2099-00', [])).toEqual(['2099-00', '2100-01']);
});
