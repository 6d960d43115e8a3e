// A year of a district of twenty schools through the API, from data to the roll-over; then every
// number that is shown is worked out again from what was sent, and has to be the same.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schemas } from './harness/contract';
import { TestDistrict } from './harness/district';
import { evaluationFields } from './harness/fields';
import { textOfXlsx } from './harness/xlsx';
import {
  chartOf,
  equityOf,
  type Point,
  sharedOut,
  sum,
  type Targets,
  trackOf,
  wilson,
} from './year/recompute';
import { appliesTo, placeKey, today, type Walked, walkTheYear, year } from './year/walk';

let district: TestDistrict;
let walked: Walked;
let open: Schemas['School'][];

beforeAll(async () => {
  district = await TestDistrict.start();
  walked = await walkTheYear(district.admin, 2026);
  open = walked.schools.filter(({ status }) => status === 'open');
}, 120_000);
afterAll(() => district?.stop());

const goalOf = (strategy: string) =>
  walked.strategies.find(({ id }) => id === strategy)?.goal_id ?? '';
const applies = (goal: string, school: string) => {
  const found = walked.goals.find(({ id }) => id === goal);
  return found !== undefined && appliesTo(found, school);
};
const near = (found: number | null | undefined, wanted: number, what: string) => {
  expect(found, what).not.toBeNull();
  expect(Math.abs((found ?? Number.NaN) - wanted), `${what}: ${found}, not ${wanted}`).toBeLessThan(
    1e-6 * Math.max(1, Math.abs(wanted)),
  );
};

test('twenty schools and those of every test are there', () => {
  expect(walked.schools).toHaveLength(23);
  expect(open).toHaveLength(22);
});

describe('the dashboard', () => {
  const tallyOf = (goal: (id: string) => boolean, school: (id: string | null) => boolean) => {
    const mine = walked.activities.filter(
      (one) => goal(goalOf(one.strategy)) && school(one.school),
    );
    const running = mine.filter(
      ({ status }) => status === 'not_started' || status === 'in_progress',
    );
    return {
      not_started: mine.filter(({ status }) => status === 'not_started').length,
      in_progress: mine.filter(({ status }) => status === 'in_progress').length,
      done: mine.filter(({ status }) => status === 'done').length,
      late: running.filter(({ due_on }) => due_on && due_on < today).length,
      used_cents: sum(
        walked.lines
          .filter((line) => goal(goalOf(line.strategy)) && school(line.school_id ?? null))
          .flatMap(({ id }) => walked.spending.filter(({ line }) => line === id))
          .map(({ cents }) => cents),
      ),
      cents: sum(
        walked.lines
          .filter((line) => goal(goalOf(line.strategy)) && school(line.school_id ?? null))
          .map(({ amount_cents }) => amount_cents),
      ),
    };
  };
  const courseOf = (goal: (id: string) => boolean, school: (id: string | null) => boolean) => {
    let measures = 0;
    let with_target = 0;
    for (const one of walked.goals.filter(({ id }) => goal(id))) {
      const places = [null, ...open.map(({ id }) => id).filter((id) => applies(one.id, id))];
      for (const place of places.filter(school)) {
        const mine = walked.measures.filter(({ goal_id }) => goal_id === one.id);
        measures += mine.length;
        with_target += mine.filter(({ id }) => {
          const targets = walked.targets.get(placeKey(id, place));
          return targets?.end_target || targets?.interim.length;
        }).length;
      }
    }
    return { measures, with_target };
  };

  test('counts activities, money and targets by goal, by school and in all', async () => {
    const found = await district.admin.ok('getDashboard');
    expect(found.year).toBe(year);
    const any = () => true;
    expect(found.tally).toEqual(tallyOf(any, any));
    expect(found.course).toMatchObject(courseOf(any, any));
    expect(found.goals.map(({ id }) => id)).toEqual(walked.goals.map(({ id }) => id));
    for (const goal of found.goals) {
      const of = (id: string) => id === goal.id;
      expect(goal.tally, goal.title).toEqual(tallyOf(of, any));
      expect(goal.course, goal.title).toMatchObject(courseOf(of, any));
      expect(goal.schools).toBe(open.filter(({ id }) => applies(goal.id, id)).length);
    }
    expect(found.schools.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
    for (const school of found.schools) {
      const of = (id: string | null) => id === school.id;
      expect(school.tally, school.name).toEqual(tallyOf(any, of));
      expect(school.course, school.name).toMatchObject(courseOf(any, of));
      expect(school.goals).toBe(walked.goals.filter(({ id }) => applies(id, school.id)).length);
      expect(school.template_state).toBe(walked.templates.get(school.id) ?? 'draft');
    }
    for (const { goal_id, school_id, tally } of found.cells) {
      expect(tally).toEqual(
        tallyOf(
          (id) => id === goal_id,
          (id) => id === (school_id ?? null),
        ),
      );
    }
  });

  test('of one goal is its part', async () => {
    const goal = walked.goals[1]?.id ?? '';
    const found = await district.admin.ok('getDashboard', { query: { goal } });
    expect(found.tally).toEqual(
      tallyOf(
        (id) => id === goal,
        () => true,
      ),
    );
  });
});

describe('money', () => {
  const used = (line: string, status: string) =>
    sum(
      walked.spending
        .filter((one) => one.line === line && one.status === status)
        .map(({ cents }) => cents),
    );
  const amounts = (lines: Walked['lines']) => ({
    planned_cents: sum(lines.map(({ amount_cents }) => amount_cents)),
    committed_cents: sum(lines.map(({ id }) => used(id, 'committed'))),
    spent_cents: sum(lines.map(({ id }) => used(id, 'spent'))),
  });

  test('adds up by source, school, goal and strategy', async () => {
    const funds = await district.admin.ok('getFunds', { path: { year } });
    expect(funds).toMatchObject(amounts(walked.lines));
    expect(funds.available_cents).toBe(sum(walked.budgets.values()));
    for (const source of walked.sources) {
      const stream = funds.streams.find(({ source_id }) => source_id === source.id);
      const mine = walked.lines.filter(({ source_id }) => source_id === source.id);
      expect(stream, source.name).toMatchObject(amounts(mine));
      expect(stream?.available_cents).toBe(walked.budgets.get(source.id));
      expect(stream?.over_cents).toBe(
        Math.max(0, amounts(mine).planned_cents - (walked.budgets.get(source.id) ?? 0)),
      );
    }
    const groups: [
      readonly Record<string, unknown>[],
      string,
      (line: Walked['lines'][0]) => unknown,
    ][] = [
      [funds.schools, 'school_id', ({ school_id }) => school_id ?? null],
      [funds.goals, 'goal_id', ({ strategy }) => goalOf(strategy)],
      [funds.strategies, 'strategy_id', ({ strategy }) => strategy],
      [funds.lines, 'line_id', ({ id }) => id],
    ];
    for (const [rows, key, of] of groups) {
      expect(new Set(rows.map((row) => row[key]))).toEqual(new Set(walked.lines.map(of)));
      for (const row of rows) {
        expect(row, key).toMatchObject(
          amounts(walked.lines.filter((line) => of(line) === row[key])),
        );
      }
    }
  });

  test.each(['planned', 'used'] as const)(
    'reaches pupils as the statistics say (%s)',
    async (which) => {
      const equity = await district.admin.ok('getEquity', {
        path: { year },
        query: { amounts: which },
      });
      const cents = (line: Walked['lines'][0]) =>
        which === 'planned'
          ? line.amount_cents
          : used(line.id, 'committed') + used(line.id, 'spent');
      const counted = open
        .filter(({ pupils }) => pupils !== null && pupils !== undefined && pupils >= 10)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const has = new Map(
        counted.map(({ id }) => [
          id,
          sum(walked.lines.filter(({ school_id }) => school_id === id).map(cents)),
        ]),
      );
      let shared = 0;
      for (const { id: goal } of walked.goals) {
        const all = sum(
          walked.lines
            .filter((line) => !line.school_id && goalOf(line.strategy) === goal)
            .map(cents),
        );
        const among = counted.filter(({ id }) => applies(goal, id));
        if (among.length === 0) continue;
        shared += all;
        sharedOut(
          all,
          among.map(({ pupils }) => pupils ?? 0),
        ).forEach((part, i) => {
          const id = among[i]?.id ?? '';
          has.set(id, (has.get(id) ?? 0) + part);
        });
      }
      expect(equity.shared_cents).toBe(shared);
      expect(equity.district_cents).toBe(
        sum(walked.lines.filter(({ school_id }) => !school_id).map(cents)),
      );
      for (const school of equity.schools) {
        const mine = counted.find(({ id }) => id === school.school_id);
        if (!mine) {
          expect(school.standing).not.toBe('counted');
          expect(school.pupils).toBeNull();
          expect(school.per_pupil_cents).toBeNull();
          continue;
        }
        const pupils = mine.pupils ?? 0;
        const weighted = pupils + 0.35 * (mine.disadvantaged_pupils ?? 0);
        near(school.need, weighted / pupils, 'need');
        expect(school.per_pupil_cents).toBe(Math.round((has.get(mine.id) ?? 0) / pupils));
        expect(school.per_weighted_pupil_cents).toBe(
          Math.round((has.get(mine.id) ?? 0) / weighted),
        );
      }
      const wanted = equityOf(
        counted.map(({ id, pupils }) => ({
          pupils: pupils ?? 0,
          each: (has.get(id) ?? 0) / (pupils ?? 1),
        })),
      );
      const found = equity.per_pupil;
      expect(found?.schools).toBe(counted.length);
      expect(found?.mean_cents).toBe(Math.round(wanted.mean));
      expect(found?.median_cents).toBe(Math.round(wanted.median));
      expect(found?.lowest_cents).toBe(Math.round(wanted.lowest));
      expect(found?.highest_cents).toBe(Math.round(wanted.highest));
      const ratios: [keyof NonNullable<typeof found>, number][] = [
        ['coefficient_of_variation', wanted.variation],
        ['mcloone', wanted.mcloone],
        ['verstegen', wanted.verstegen],
        ['gini', wanted.gini],
        ['federal_range_ratio', wanted.federal],
      ];
      for (const [name, ratio] of ratios) {
        if (Number.isFinite(ratio)) near(found?.[name] as number, ratio, name);
        else expect(found?.[name], name).toBeNull();
      }
    },
  );

  test('moved and moved back is what it was', async () => {
    const { admin } = district;
    const before = await admin.ok('getFunds', { path: { year } });
    const from = walked.lines.find(({ id }) => used(id, 'spent') + used(id, 'committed') < 50_000);
    const to = walked.lines.find(
      ({ id, source_id }) => id !== from?.id && source_id === from?.source_id,
    );
    const move = async (from_line_id = '', to_line_id = '') =>
      admin.ok('reallocate', {
        path: { year },
        seen: (await admin.ok('getFunds', { path: { year } })).revision,
        body: {
          reason: 'To see',
          moves: [
            {
              from_line_id,
              to_line_id,
              to_strategy_id: null,
              to_school_id: null,
              amount_cents: 5_000,
            },
          ],
        },
      });
    await move(from?.id, to?.id);
    const moved = await admin.ok('getFunds', { path: { year } });
    expect(moved.planned_cents).toBe(before.planned_cents);
    await move(to?.id, from?.id);
    const { revision: _, ...after } = await admin.ok('getFunds', { path: { year } });
    expect(after).toEqual({ ...before, revision: undefined });
  });
});

describe('monitoring', () => {
  test('says of each measure and place whether it is on track, and what its chart shows', async () => {
    const glance = await district.admin.ok('getProgress');
    const counts = new Map<string, number>();
    const expected = new Map<string, number>();
    const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    expect(glance.items.map(({ measure_id }) => measure_id)).toEqual(
      walked.measures.map(({ id }) => id),
    );
    for (const measure of glance.items) {
      const detail = await district.admin.ok('getMeasureProgress', {
        path: { measure: measure.measure_id },
      });
      const places = [
        null,
        ...open.filter(({ id }) => applies(measure.goal_id, id)).map(({ id }) => id),
      ];
      expect(new Set(measure.places.map(({ school_id }) => school_id))).toEqual(new Set(places));
      for (const cell of measure.places) {
        const place = cell.school_id ?? '';
        const values = walked.values
          .filter((one) => one.measure === measure.measure_id && one.school === place)
          .sort((a, b) => (a.on < b.on ? -1 : 1));
        const last = values.at(-1);
        const latest: Point | null = last ? { on: last.on, value: last.value } : null;
        const targets = (walked.targets.get(placeKey(measure.measure_id, place)) ??
          null) as Targets | null;
        const track = trackOf(measure.direction, targets, latest);
        expect(cell.track, `${measure.name} at ${place}`).toBe(track);
        add(counts, cell.track);
        add(expected, track);

        const shown = detail.places.find(({ school_id }) => (school_id ?? '') === place);
        expect(shown?.values.map(({ value }) => value)).toEqual(values.map(({ value }) => value));
        shown?.values.forEach(({ value, n, low, high }) => {
          const [lower, upper] = wilson(value ?? 0, n ?? 1);
          near(low, Math.max(0, lower), 'low');
          near(high, Math.min(100, upper), 'high');
        });
        const chart = chartOf(
          values.map(({ value }) => value),
          true,
        );
        if (!chart) {
          expect(shown?.chart.verdict).toBe('too_few');
          continue;
        }
        near(shown?.chart.mean, chart.mean, 'mean');
        near(shown?.chart.lower, chart.lower, 'lower');
        near(shown?.chart.upper, chart.upper, 'upper');
        const name = (signal: { kind: string; from: string; to: string; up: boolean }) =>
          `${signal.kind} ${signal.from} ${signal.to} ${signal.up}`;
        expect(shown?.chart.signals.map(name).sort()).toEqual(
          chart.signals
            .map(({ kind, first, last: end, up }) =>
              name({ kind, from: values[first]?.on ?? '', to: values[end]?.on ?? '', up }),
            )
            .sort(),
        );
        expect(shown?.chart.verdict).toBe(chart.signals.length > 0 ? 'changed' : 'steady');
      }
    }
    expect(counts).toEqual(expected);
    expect(counts.size, 'the year has more than one kind of course').toBeGreaterThan(3);
  });

  test('says who is late and who is missing', async () => {
    const years = new Set(
      walked.cycles.map(({ fields }) => {
        const [y = 0, m = 0] = fields.due_on.split('-').map(Number);
        const first = m >= 7 ? y : y - 1;
        return `${first}-${String(first + 1).slice(2)}`;
      }),
    );
    const found: Schemas['CycleView'][] = [];
    for (const one of years) {
      found.push(...(await district.admin.ok('listCycles', { query: { year: one } })).items);
    }
    for (const cycle of walked.cycles) {
      const view = found.find(({ name }) => name === cycle.fields.name);
      expect(view?.reports).toHaveLength(open.length + 1);
      for (const { school_id, standing } of view?.reports ?? []) {
        const days = (Date.parse(today) - Date.parse(cycle.fields.due_on)) / 86_400_000;
        const unsent =
          today < cycle.fields.opens_on
            ? 'upcoming'
            : days <= 0
              ? 'waiting'
              : days <= 14
                ? 'late'
                : 'missing';
        // What is submitted today is late where the day has passed.
        const sent = days > 0 ? 'submitted_late' : 'submitted';
        expect(standing, `${cycle.fields.name} ${school_id}`).toBe(
          cycle.submitted.has(school_id ?? '') ? sent : unsent,
        );
      }
    }
  });
});

test('the district sees what every school reported, and who has not', async () => {
  const gathered = await district.admin.ok('gatherNeeds');
  const titles = walked.reported.flatMap((one) => one.titles);
  expect(gathered.items.map(({ title }) => title).sort()).toEqual([...titles].sort());
  const silent = gathered.schools.filter(({ report_id }) => report_id === null);
  expect(silent).toHaveLength(open.length - walked.reported.length);
  const drawn = gathered.items.filter(({ district_needs }) => district_needs.length > 0);
  expect(drawn).toHaveLength(3);
});

test('signals: each check has as many slots, met and not, as the records say', async () => {
  const { signals } = await district.admin.ok('getSignals');
  const checks = new Map(
    signals.flatMap((signal) => signal.checks.map((check) => [check.key, check])),
  );
  const active = walked.goals.filter(({ status }) => status === 'active');
  const measures = walked.measures.filter(({ goal_id }) => active.some(({ id }) => id === goal_id));
  const strategies = walked.strategies.filter(({ goal_id }) =>
    active.some(({ id }) => id === goal_id),
  );
  const mine = walked.activities.filter((one) => strategies.some(({ id }) => id === one.strategy));
  const inPlaces = measures.flatMap(({ id, goal_id }) =>
    open.filter((school) => applies(goal_id, school.id)).map((school) => placeKey(id, school.id)),
  );
  const count = <T>(list: readonly T[], met: (one: T) => unknown) => ({
    met: list.filter(met).length,
    of: list.length,
  });
  const due = mine.filter(({ due_on, status }) => due_on && due_on < today && status !== 'dropped');
  const running = mine.filter(({ status }) => status === 'not_started' || status === 'in_progress');
  const wanted: Record<string, { met: number; of: number }> = {
    baseline_district: count(
      measures,
      ({ id }) => walked.targets.get(placeKey(id, null))?.baseline,
    ),
    baseline_schools: count(inPlaces, (key) => walked.targets.get(key)?.baseline),
    template_in: count(open, ({ id }) =>
      ['submitted', 'accepted'].includes(walked.templates.get(id) ?? ''),
    ),
    pupils_counted: count(
      open,
      ({ pupils, disadvantaged_pupils }) => pupils !== null && disadvantaged_pupils !== null,
    ),
    needs_reported: count(open, ({ id }) => walked.reported.some(({ school }) => school === id)),
    need_has_data: { met: walked.allNeeds, of: walked.allNeeds },
    goal_has_strategy: { met: active.length, of: active.length },
    strategy_owner: count(strategies, ({ owner_name }) => owner_name !== ''),
    strategy_systems: count(strategies, ({ systems }) => systems.length > 0),
    strategy_evidence: count(strategies, ({ evidence_tier }) => evidence_tier !== 'unknown'),
    strategy_steps: { met: strategies.length, of: strategies.length },
    strategy_funded: count(strategies, ({ id }) =>
      walked.lines.some(({ strategy }) => strategy === id),
    ),
    steps_on_time: count(due, ({ status }) => status === 'done'),
    steps_owned: count(running, ({ owner_name, due_on }) => owner_name !== '' && due_on),
    strategy_moving: count(strategies, ({ id }) =>
      walked.activities.some(
        (one) => one.strategy === id && ['in_progress', 'done'].includes(one.status),
      ),
    ),
    school_steps: count(open, ({ id }) =>
      walked.activities.some(({ school, status }) => school === id && status !== 'dropped'),
    ),
    school_target: count(open, ({ id }) =>
      [...walked.targets].some(([key, { end_target }]) => key.endsWith(` ${id}`) && end_target),
    ),
  };
  for (const [key, slots] of Object.entries(wanted)) {
    const check = checks.get(key);
    expect(check && { met: check.met, of: check.of }, key).toEqual(slots);
    expect(check?.missing, key).toHaveLength(Math.min(50, slots.of - slots.met));
  }
  for (const { kind, score, checks: own } of signals) {
    if (score === null || score === undefined) continue;
    const shares = own.filter(({ of }) => of > 0).map(({ met, of }) => met / of);
    expect(score, kind).toBeLessThanOrEqual(Math.ceil(100 * Math.max(...shares)));
    expect(score, kind).toBeGreaterThanOrEqual(Math.floor(100 * Math.min(...shares)));
  }
});

describe('documents and exports', () => {
  async function bytes(path: string): Promise<Buffer> {
    const response = await fetch(
      `${district.server.origin}/api/v1/districts/${district.id}${path}`,
      {
        headers: district.admin.ownHeaders('GET'),
      },
    );
    expect(response.status, path).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }

  test('name every school, goal and strategy, and have the money to the cent', async () => {
    const html = (await bytes('/plan.html')).toString('utf8');
    for (const { title } of [...walked.goals, ...walked.strategies]) expect(html).toContain(title);
    const workbook = textOfXlsx(await bytes('/plan.xlsx'));
    const numbers = [...workbook.matchAll(/<v>(-?[\d.]+)<\/v>/g)].map(([, number]) =>
      Number(number),
    );
    for (const { amount_cents } of walked.lines) {
      expect(numbers.some((number) => Math.abs(number - amount_cents / 100) < 1e-9)).toBe(true);
    }
  });
});

test('the roll-over stops, drops and moves what was judged, and keeps the rest as it was', async () => {
  const { admin } = district;
  const [keep, stop] = walked.strategies;
  const goal = walked.goals[1]?.id ?? '';
  await admin.ok('saveStrategyEvaluation', {
    path: { strategy: keep?.id ?? '', year },
    seen: 0,
    body: evaluationFields({ conclusion: 'keep', reason: 'It works.' }),
  });
  await admin.ok('saveStrategyEvaluation', {
    path: { strategy: stop?.id ?? '', year },
    seen: 0,
    body: evaluationFields({ conclusion: 'stop', reason: 'Nobody does it.' }),
  });
  await admin.ok('saveGoalEvaluation', {
    path: { goal, year },
    seen: 0,
    body: evaluationFields({ conclusion: 'stop', reason: 'Reached.' }),
  });
  const measure = walked.measures[0]?.id ?? '';
  const ending = { on: `${year.slice(0, 2)}${year.slice(5)}-06-01`, value: 61 };
  const school = [...walked.schools].find(
    ({ id, status }) => status === 'open' && !walked.targets.has(placeKey(measure, id)),
  );
  const path = { measure, school: school?.id ?? '' };
  await admin.ok('setSchoolTargets', { path, seen: 0, body: { interim: [], end_target: ending } });

  const preview = await admin.ok('previewRollover', { query: { year } });
  const gone = new Set([
    stop?.id,
    ...walked.strategies.filter(({ goal_id }) => goal_id === goal).map(({ id }) => id),
  ]);
  const running = walked.activities.filter(
    ({ status }) => status === 'not_started' || status === 'in_progress',
  );
  const dropped = running.filter(({ strategy }) => gone.has(strategy));
  const open_ = running.filter(({ strategy }) => !gone.has(strategy));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
  expect(ids(preview.strategies)).toEqual([...gone].sort());
  expect(ids(preview.goals)).toEqual([goal]);
  expect(ids(preview.dropped)).toEqual(ids(dropped));
  expect(ids(preview.open)).toEqual(ids(open_));
  expect(preview.done_activities).toBe(
    walked.activities.filter(({ status }) => status === 'done').length,
  );
  expect(preview.targets).toEqual([
    expect.objectContaining({ measure_id: measure, school_id: school?.id, end_target: ending }),
  ]);

  const before = await admin.ok('getPlan');
  const changes = await district.historyLength();
  const move = open_.slice(0, 5).map(({ id }) => id);
  const done = await admin.ok('rollOver', {
    body: {
      from_year: year,
      revision: preview.revision,
      move,
      targets: [{ measure_id: measure, school_id: school?.id ?? null, group_id: null, value: 70 }],
    },
  });
  expect(done).toMatchObject({
    goals_archived: 1,
    strategies_stopped: gone.size,
    activities_dropped: dropped.length,
    activities_moved: move.length,
    targets_moved: 1,
  });
  const after = await admin.ok('getPlan');
  const activitiesOf = (plan: Schemas['Plan']) =>
    plan.goals.flatMap(({ strategies }) => strategies.flatMap(({ activities }) => activities));
  const later = new Map(activitiesOf(after).map((activity) => [activity.id, activity]));
  for (const activity of activitiesOf(before)) {
    const now = later.get(activity.id);
    if (dropped.some(({ id }) => id === activity.id)) expect(now?.status).toBe('dropped');
    else if (move.includes(activity.id)) {
      const year_ = Number(activity.due_on?.slice(0, 4)) + 1;
      expect(now?.due_on).toBe(`${year_}${activity.due_on?.slice(4)}`);
    } else expect(now).toEqual(activity);
  }
  const target = after.goals
    .flatMap(({ measures }) => measures)
    .find(({ id }) => id === measure)
    ?.targets.find(({ school_id }) => school_id === school?.id);
  expect(target?.interim).toEqual([ending]);
  expect(target?.end_target).toEqual({
    on: `${Number(ending.on.slice(0, 4)) + 1}-06-01`,
    value: 70,
  });
  // Every change is in the history, with what it was before.
  expect((await district.historyLength()) - changes).toBeGreaterThanOrEqual(
    1 + gone.size + dropped.length + move.length,
  );
  await admin.refused(409, 'rollOver', {
    body: { from_year: year, revision: after.revision, move: [] },
  });
});
