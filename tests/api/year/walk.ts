// A year of a district of twenty schools, from data to the roll-over, as its people would do it.
// Everything that is sent is kept, so that what the program makes of it can be worked out again.
import { randomFrom } from '../harness/attacker';
import { openRound, submit, templateOf } from '../harness/balance';
import type { Client } from '../harness/client';
import type { Schemas } from '../harness/contract';
import {
  activityFields,
  adjustmentFields,
  barrierFields,
  causeFields,
  commitmentFields,
  communicationFields,
  dataSetFields,
  dataValue,
  decisionFields,
  goalFields,
  learningFields,
  measureFields,
  memberFields,
  needFields,
  needWeightFields,
  sourceFields,
  spendingFields,
  strategyFields,
} from '../harness/fields';

export const today = new Date().toISOString().slice(0, 10);
const shifted = (days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const firstYear = Number(today.slice(0, 4)) - (today.slice(5) < '07-01' ? 1 : 0);
export const year = `${firstYear}-${String(firstYear + 1).slice(2)}`;
const inYear = (month: number, day: number) =>
  `${month >= 7 ? firstYear : firstYear + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

type School = Schemas['School'];

export interface Walked {
  schools: School[];
  goals: Schemas['Goal'][];
  measures: Schemas['Measure'][];
  /** By measure and school ('' for the district). */
  targets: Map<string, Schemas['TargetFields']>;
  strategies: Schemas['Strategy'][];
  activities: (Schemas['ActivityFields'] & {
    strategy: string;
    school: string | null;
    id: string;
  })[];
  sources: Schemas['FundingSource'][];
  budgets: Map<string, number>;
  lines: (Schemas['FundingLineFields'] & { id: string; strategy: string })[];
  spending: { line: string; status: string; cents: number }[];
  weight: Schemas['NeedWeight'];
  values: { measure: string; school: string; on: string; value: number; n: number }[];
  cycles: { fields: Schemas['CycleFields']; submitted: Set<string>; places: Map<string, string> }[];
  reported: { school: string; titles: string[] }[];
  allNeeds: number;
  rootless: number;
  round: Schemas['RoundDetail'];
  templates: Map<string, string>;
}

export const placeKey = (measure: string, school: string | null) => `${measure} ${school ?? ''}`;
export const appliesTo = (goal: Schemas['GoalFields'], school: string) =>
  goal.all_schools || goal.schools.includes(school);

export async function walkTheYear(admin: Client, seed: number): Promise<Walked> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

  // Twenty schools from the state's file; one of them has no count of pupils, one is tiny.
  const rows = Array.from({ length: 20 }, (_, i) => {
    const pupils = i === 18 ? '' : i === 19 ? 8 : 120 + random(900);
    const poor =
      pupils === '' || i === 19 ? '' : Math.floor((Number(pupils) * (15 + random(60))) / 100);
    return `${String(10 + i).padStart(5, '0')},School ${String(i + 1).padStart(2, '0')},elementary,K-5,open,${pupils},${poor},Birch Lake`;
  });
  const text = ['code,name,level,grades,status,pupils,disadvantaged pupils,city', ...rows].join(
    '\n',
  );
  const file = { kind: 'schools', mode: 'apply', file_name: 'schools.csv', text } as const;
  await admin.ok('importCsv', { body: file });
  const all = (await admin.ok('listSchools', { query: { limit: 200 } })).items;
  const schools = all.filter(({ status }) => status === 'open');

  // Needs, from data to what the schools report.
  const reported: Walked['reported'] = [];
  let allNeeds = 0;
  let rootless = 0;
  for (const [i, school] of schools.entries()) {
    const path = { school: school.id };
    const set = await admin.ok('createSchoolDataSet', { path, body: dataSetFields() });
    await admin.ok('replaceDataValues', {
      path: { data_set: set.id },
      seen: set.version,
      body: { values: [dataValue({ students: 40 + random(60), value: random(100) })] },
    });
    const titles: string[] = [];
    for (let n = random(3); n >= 0; n -= 1) {
      const need = await admin.ok('createSchoolNeed', {
        path,
        body: needFields({ data_sets: [set.id], kind: n === 2 ? 'asset' : 'need' }),
      });
      titles.push(need.title);
      allNeeds += 1;
      if (random(3) > 0)
        await admin.ok('createCause', { path: { need: need.id }, body: causeFields() });
      else if (n !== 2) rootless += 1;
    }
    if (i % 5 === 4) continue; // has not reported
    await admin.ok('reportNeeds', { path, body: { note: 'What we see' } });
    reported.push({ school: school.id, titles });
  }
  const gathered = await admin.ok('gatherNeeds');
  const from = gathered.items
    .slice(0, 3)
    .map(({ report_id, need_id }) => ({ report_id, item_id: need_id }));
  const districtNeed = await admin.ok('createNeed', {
    body: needFields({ level: 'district', drawn_from: from }),
  });
  allNeeds += 1;
  await admin.ok('createCause', { path: { need: districtNeed.id }, body: causeFields() });

  // The balance: templates submitted, returned, submitted again, accepted.
  const round = await openRound(admin, { year, due_on: inYear(1, 31) });
  const templates = new Map<string, string>();
  for (const [i, school] of schools.slice(0, 6).entries()) {
    const template = templateOf(round, school.id);
    let now = await submit(admin, template);
    if (i % 2 === 0) {
      now = await admin.ok('returnTemplate', {
        path: { template },
        seen: now.version,
        body: { message: 'Who does it?', comments: [] },
      });
      templates.set(school.id, 'returned');
    }
    if (i % 3 === 0) {
      if (i % 2 === 0) now = await submit(admin, template);
      await admin.ok('acceptTemplate', {
        path: { template },
        seen: now.version,
        body: { message: '' },
      });
      templates.set(school.id, 'accepted');
    } else if (!templates.has(school.id)) templates.set(school.id, 'submitted');
  }

  // The plan.
  const walked: Walked = {
    schools: all,
    goals: [],
    measures: [],
    targets: new Map(),
    strategies: [],
    activities: [],
    sources: [],
    budgets: new Map(),
    lines: [],
    spending: [],
    weight: await admin.ok('createNeedWeight', {
      body: needWeightFields({ counted: 'disadvantaged', counts: [], weight_percent: 35 }),
    }),
    values: [],
    cycles: [],
    reported,
    allNeeds,
    rootless,
    round,
    templates,
  };
  for (const name of ['Title I A', 'General fund', 'Grant']) {
    const source = await admin.ok('createFundingSource', { body: sourceFields({ name }) });
    walked.sources.push(source);
    walked.budgets.set(source.id, 90_000_000);
    await admin.ok('setStreamBudget', {
      path: { source: source.id, year },
      seen: 0,
      body: { amount_cents: 90_000_000, note: '', over_reason: null },
    });
  }
  for (let g = 0; g < 4; g += 1) {
    const some = schools.filter(() => random(3) === 0).map(({ id }) => id);
    const goal = await admin.ok('createGoal', {
      body: goalFields({
        position: g + 1,
        status: g === 3 ? 'maintenance' : 'active',
        all_schools: g % 2 === 0,
        schools: g % 2 === 0 ? [] : some,
        starts_on: inYear(7, 1),
        ends_on: `${firstYear + 3}-06-30`,
      }),
    });
    walked.goals.push(goal);
    for (let m = 0; m < 2; m += 1) {
      const measure = await admin.ok('createMeasure', {
        path: { goal: goal.id },
        body: measureFields({ position: m + 1, direction: m === 0 ? 'increase' : 'decrease' }),
      });
      walked.measures.push(measure);
      const places = ['', ...schools.filter(({ id }) => appliesTo(goal, id)).map(({ id }) => id)];
      for (const place of places.filter((one) => one === '' || random(3) > 0)) {
        const start = 30 + random(30);
        const step = m === 0 ? 1 : -1;
        const fields: Schemas['TargetFields'] = {
          baseline: random(4) > 0 ? { on: `${firstYear}-05-15`, value: start } : null,
          interim:
            random(2) > 0 ? [{ on: inYear(6, 1), value: start + step * (3 + random(5)) }] : [],
          end_target:
            random(6) > 0
              ? { on: `${firstYear + 2}-06-01`, value: start + step * (12 + random(9)) }
              : null,
        };
        walked.targets.set(placeKey(measure.id, place), fields);
        if (place === '') {
          await admin.ok('setDistrictTargets', {
            path: { measure: measure.id },
            seen: 0,
            body: fields,
          });
        } else {
          await admin.ok('setSchoolTargets', {
            path: { measure: measure.id, school: place },
            seen: 0,
            body: fields,
          });
        }
      }
    }
    for (let s = 0; s < 2; s += 1) {
      const strategy = await admin.ok('createStrategy', {
        path: { goal: goal.id },
        body: strategyFields({ position: s + 1, owner_name: random(3) > 0 ? 'Ana' : '' }),
      });
      walked.strategies.push(strategy);
      const add = async (school: string | null) => {
        const fields = activityFields({
          starts_on: inYear(9, 1),
          due_on: pick([shifted(-40), shifted(-3), shifted(30), shifted(90)]),
          status: pick(['not_started', 'in_progress', 'done', 'dropped'] as const),
        });
        if ((fields.due_on ?? '') < (fields.starts_on ?? '')) fields.starts_on = null;
        const path = { strategy: strategy.id };
        const made = school
          ? await admin.ok('createSchoolActivity', { path: { ...path, school }, body: fields })
          : await admin.ok('createActivity', { path, body: fields });
        walked.activities.push({ ...fields, strategy: strategy.id, school, id: made.id });
      };
      await add(null);
      for (const school of schools) {
        if (appliesTo(goal, school.id) && random(3) === 0) await add(school.id);
      }
      const fund = async (school: string | null) => {
        const fields: Schemas['FundingLineFields'] = {
          school_id: school,
          source_id: pick(walked.sources).id,
          year,
          amount_cents: 100_000 + random(4_000_000),
          note: '',
        };
        const line = await admin.ok('createFundingLine', {
          path: { strategy: strategy.id },
          body: fields,
        });
        walked.lines.push({ ...fields, id: line.id, strategy: strategy.id });
        for (let k = random(3); k > 0; k -= 1) {
          const status = pick(['committed', 'spent'] as const);
          const cents = 1_000 + random(30_000);
          await admin.ok('createSpending', {
            path: { line: line.id },
            body: spendingFields({ status, amount_cents: cents, dated: shifted(-5) }),
          });
          walked.spending.push({ line: line.id, status, cents });
        }
      };
      if (random(4) > 0) await fund(null);
      for (const school of schools) {
        if (appliesTo(goal, school.id) && random(4) === 0) await fund(school.id);
      }
    }
  }

  // Who decides, what is said, promised and in the way.
  await admin.ok('createDecision', {
    body: decisionFields({ decided_by: 'district_team', covers: ['end_target'] }),
  });
  await admin.ok('createBarrier', { body: barrierFields() });
  await admin.ok('createCommunication', { body: communicationFields() });
  const first = schools[0] as School;
  await admin.ok('createCommitment', { path: { school: first.id }, body: commitmentFields() });
  const teams = (await admin.ok('listTeams')).items;
  await admin.ok('addMember', { path: { team: teams[0]?.id ?? '' }, body: memberFields() });

  // Monitoring: one cycle long over, one that has just been due, one to come.
  for (const [name, due] of [
    ['First', -60],
    ['Second', -5],
    ['Third', 20],
  ] as const) {
    const fields = { name, opens_on: shifted(due - 30), due_on: shifted(due) };
    const cycle = await admin.ok('createCycle', { body: fields });
    const { items } = await admin.ok('listCycles', { query: { year: cycle.year } });
    const places = new Map(
      items
        .find(({ id }) => id === cycle.id)
        ?.reports.map(({ id, school_id }) => [school_id ?? '', id]),
    );
    const submitted = new Set<string>();
    for (const [i, school] of schools.entries()) {
      if (name === 'Third' || i % 4 === 3) continue;
      const path = { report: places.get(school.id) ?? '' };
      const report = await admin.ok('getReport', { path });
      for (const { strategy_id } of report.strategies) {
        await admin.ok('saveReportEntry', {
          path: { ...path, strategy: strategy_id, part: 'fidelity' },
          seen: 0,
          body: { value: String(random(5)) },
        });
      }
      if (i % 4 === 2 && name === 'Second') continue; // rated, not submitted
      const now = await admin.ok('getReport', { path });
      await admin.ok('submitReport', { path, seen: now.version, body: {} });
      submitted.add(school.id);
    }
    walked.cycles.push({ fields, submitted, places });
  }

  // A measure of a goal for all schools, month after month, in the district and some schools.
  const reports = walked.cycles[2]?.places ?? new Map<string, string>();
  for (const measure of walked.measures.filter(({ goal_id }) => goal_id === walked.goals[0]?.id)) {
    for (const place of ['', ...schools.slice(0, 5).map(({ id }) => id)]) {
      let level = 35 + random(20);
      for (let month = 9; month > 0; month -= 1) {
        level = Math.min(98, Math.max(2, level + random(9) - (month > 4 ? 5 : 2)));
        const n = place === '' ? 900 : 30 + random(50);
        const value = {
          measure: measure.id,
          school: place,
          on: shifted(-30 * month),
          value: level,
          n,
        };
        await admin.ok('addMeasureValue', {
          path: { report: reports.get(place) ?? '' },
          body: {
            measure_id: measure.id,
            taken_on: value.on,
            group_id: null,
            value: level,
            count: null,
            n,
          },
        });
        walked.values.push(value);
      }
    }
  }

  // What was learned: a learning cycle, an adjustment that moves a target.
  const strategy = walked.strategies[0] as Schemas['Strategy'];
  await admin.ok('createLearningCycle', {
    path: { school: first.id },
    body: learningFields({ strategy_id: strategy.id }),
  });
  const measure = walked.measures[0] as Schemas['Measure'];
  const adjustment = await admin.ok('proposeAdjustment', {
    body: adjustmentFields({
      strategy_id: strategy.id,
      kind: 'end_target',
      measure_id: measure.id,
      new_value: 88,
      new_date: `${firstYear + 2}-06-01`,
    }),
  });
  await admin.ok('decideAdjustment', {
    path: { adjustment: adjustment.id },
    seen: adjustment.version,
    body: { accept: true, reason: 'The data say so.' },
  });
  const key = placeKey(measure.id, null);
  const before = walked.targets.get(key) ?? { interim: [] };
  walked.targets.set(key, { ...before, end_target: { on: `${firstYear + 2}-06-01`, value: 88 } });
  return walked;
}
