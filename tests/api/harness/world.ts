// One record of every kind that a path can name, for walking every operation with real ids.
import { builtInPack, openRound, submit, templateOf } from './balance';
import type { TestDistrict } from './district';
import {
  actionFields,
  activityFields,
  adjustmentFields,
  calendarFields,
  causeFields,
  cycleFields,
  dataSetFields,
  entryFields,
  fundingFields,
  groupFields,
  initiativeFields,
  learningFields,
  memberFields,
  needFields,
  needWeightFields,
  spendingFields,
  valueFields,
} from './fields';
import { growBranch } from './plan';
import { workOf } from './work';
import { holdWorkshop } from './workshop';

/** Whose a record is: the own school's of the people who walk, another's, or the district's. */
export type Scope = 'north' | 'south' | 'district';
export const scopes: Scope[] = ['north', 'south', 'district'];

export interface World {
  /** Path parameters that are the same in every scope. */
  common: Record<string, string>;
  /** Path parameters that name a record of a school or of the district. */
  scoped: Record<Scope, Record<string, string>>;
}

export async function buildWorld(district: TestDistrict): Promise<World> {
  const { admin, schools } = district;
  const branch = await growBranch(admin);
  const group = await admin.ok('createStudentGroup', { body: groupFields() });
  const entry = await admin.ok('createLibraryStrategy', { body: entryFields() });
  const round = await openRound(admin);
  const cycle = await admin.ok('createCycle', { body: cycleFields() });
  const { items: cycles } = await admin.ok('listCycles', { query: { year: '2026-27' } });
  const reports = cycles.find(({ id }) => id === cycle.id)?.reports ?? [];
  const { items: teams } = await admin.ok('listTeams');
  const { items: packs } = await admin.ok('listPacks');
  const person = await district.person();
  const weight = await admin.ok('createNeedWeight', { body: needWeightFields() });
  const north = await recordsOf(schools.north.id);
  const south = await recordsOf(schools.south.id);
  await submit(admin, north.template);
  await submit(admin, south.template);
  const own = await recordsOf(null);
  await submit(admin, own.template);
  return {
    common: {
      district: district.id,
      person: person.id,
      round: round.id,
      cycle: cycle.id,
      part: 'evidence',
      goal: branch.goal.id,
      measure: branch.measure.id,
      strategy: branch.strategy.id,
      source: branch.source.id,
      group: group.id,
      entry: entry.id,
      need_weight: weight.id,
      year: branch.line.year,
      pack_id: builtInPack,
      pack_version: packs.find(({ built_in }) => built_in)?.pack_version ?? '',
      function_id: 'team-building',
      field: 'evidence',
      number: '1',
      step: 'rate',
      subject: 'vision',
      calendar: (await admin.ok('createCalendar', { body: calendarFields() })).id,
    },
    scoped: { north, south, district: own },
  };

  async function recordsOf(school: string | null): Promise<Record<string, string> & Owned> {
    const team = teams.find(({ school_id }) => school_id === school)?.id ?? '';
    const member = await admin.ok('addMember', { path: { team }, body: memberFields() });
    const action = school
      ? await admin.ok('createSchoolAction', { path: { school }, body: actionFields() })
      : await admin.ok('createAction', { body: actionFields() });
    const activity = school
      ? await admin.ok('createSchoolActivity', {
          path: { school, strategy: branch.strategy.id },
          body: activityFields(),
        })
      : branch.activity;
    const needs = await needsOf(school);
    const initiative = school
      ? await admin.ok('createSchoolInitiative', { path: { school }, body: initiativeFields() })
      : await admin.ok('createInitiative', { body: initiativeFields() });
    const line = school
      ? await admin.ok('createFundingLine', {
          path: { strategy: branch.strategy.id },
          body: fundingFields({ source_id: branch.source.id, school_id: school }),
        })
      : branch.line;
    const spending = await admin.ok('createSpending', {
      path: { line: line.id },
      body: spendingFields(),
    });
    const report = reports.find(({ school_id }) => school_id === school)?.id ?? '';
    const value = await admin.ok('addMeasureValue', {
      path: { report },
      body: valueFields({ measure_id: branch.measure.id }),
    });
    const proposed = adjustmentFields({ strategy_id: branch.strategy.id });
    const adjustment = school
      ? await admin.ok('proposeSchoolAdjustment', { path: { school }, body: proposed })
      : await admin.ok('proposeAdjustment', { body: proposed });
    // The district has none of its own: they are the schools'.
    const learning = school
      ? await admin.ok('createLearningCycle', {
          path: { school },
          body: learningFields({ strategy_id: branch.strategy.id }),
        })
      : null;
    return {
      ...(school ? { school } : {}),
      ...(await workOf(district, school, team)),
      ...(learning ? { learning_cycle: learning.id } : {}),
      report,
      value: value.id,
      adjustment: adjustment.id,
      team,
      member: member.id,
      template: templateOf(round, school),
      action: action.id,
      activity: activity.id,
      initiative: initiative.id,
      ...needs,
      ...(await holdWorkshop(admin, school)),
      line: line.id,
      spending: spending.id,
    };
  }

  async function needsOf(school: string | null): Promise<Record<string, string>> {
    const set = school
      ? await admin.ok('createSchoolDataSet', { path: { school }, body: dataSetFields() })
      : await admin.ok('createDataSet', { body: dataSetFields() });
    const need = school
      ? await admin.ok('createSchoolNeed', { path: { school }, body: needFields() })
      : await admin.ok('createNeed', { body: needFields() });
    const cause = await admin.ok('createCause', { path: { need: need.id }, body: causeFields() });
    const report = school
      ? await admin.ok('reportNeeds', { path: { school }, body: { note: '' } })
      : null;
    return {
      data_set: set.id,
      need: need.id,
      cause: cause.id,
      ...(report ? { need_report: report.id } : {}),
    };
  }
}

interface Owned {
  template: string;
}
