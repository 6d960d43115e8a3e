// Bodies with one thing wrong, made from the contract: each is refused with a pointer to the
// place, and nothing is written.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LooseRequest } from './harness/client';
import type { OperationId } from './harness/contract';
import { TestDistrict } from './harness/district';
import {
  actionFields,
  activityFields,
  adjustmentFields,
  barrierFields,
  budgetFields,
  calendarFields,
  causeFields,
  commitmentFields,
  communicationFields,
  cycleFields,
  dataSetFields,
  dataValue,
  decisionFields,
  deliveryFields,
  entryFields,
  evaluationFields,
  fundingFields,
  goalFields,
  groupFields,
  groupTargetFields,
  initiativeFields,
  learningFields,
  measureFields,
  memberFields,
  needFields,
  needWeightFields,
  procedureFields,
  publicPageFields,
  readinessFields,
  reasonFields,
  schoolFields,
  skillFields,
  sourceFields,
  spendingFields,
  strategyFields,
  targetFields,
  valueFields,
} from './harness/fields';
import { mutationsOf } from './harness/mutations';
import { type Branch, growBranch } from './harness/plan';
import { Phone } from './harness/room';
import {
  actionOfRoom,
  answerFields,
  fileFields,
  holdWorkshop,
  lead,
  noteFields,
  seatFields,
  workshopFields,
} from './harness/workshop';

let district: TestDistrict;
let branch: Branch;
let team: string;
let need: string;
let dataSet: string;
let group: string;
let room: Awaited<ReturnType<typeof holdWorkshop>>;
let phone: Phone;
let communication: string;
let report: string;

beforeAll(async () => {
  district = await TestDistrict.start();
  branch = await growBranch(district.admin);
  const { items } = await district.admin.ok('listTeams');
  team = items[0]?.id ?? '';
  need = (await district.admin.ok('createNeed', { body: needFields() })).id;
  dataSet = (await district.admin.ok('createDataSet', { body: dataSetFields() })).id;
  group = (await district.admin.ok('createStudentGroup', { body: groupFields() })).id;
  room = await holdWorkshop(district.admin, null);
  phone = await Phone.join(district.stranger(), room.code);
  await lead(district.admin, room.workshop, { command: 'open', step: 'rate' });
  const planned = await district.admin.ok('createCommunication', { body: communicationFields() });
  communication = planned.id;
  await district.admin.ok('createCycle', { body: cycleFields() });
  const cycles = await district.admin.ok('listCycles', { query: { year: '2026-27' } });
  report = cycles.items[0]?.reports.find(({ school_id }) => school_id === null)?.id ?? '';
});
afterAll(() => district?.stop());

const move = () => ({
  from_line_id: branch.line.id,
  to_line_id: null,
  to_strategy_id: branch.strategy.id,
  to_school_id: null,
  amount_cents: 1,
});

interface Writing {
  operation: OperationId;
  fields: string;
  body: () => object;
  request?: () => LooseRequest;
}

const grantless = { email: 'new@example.org', name: 'New', title: '', active: true, grants: [] };

const writings: Writing[] = [
  { operation: 'createSchool', fields: 'SchoolFields', body: schoolFields },
  { operation: 'createPerson', fields: 'PersonFields', body: () => grantless },
  {
    operation: 'replaceDistrict',
    fields: 'DistrictFields',
    body: () => ({ code: '01010', name: 'Birch Lake' }),
    request: () => ({ seen: 1 }),
  },
  {
    operation: 'replacePublicPage',
    fields: 'PublicPageFields',
    body: publicPageFields,
    request: () => ({ seen: 0 }),
  },
  {
    operation: 'addMember',
    fields: 'TeamMemberFields',
    body: memberFields,
    request: () => ({ path: { team } }),
  },
  { operation: 'createAction', fields: 'ActionItemFields', body: actionFields },
  {
    operation: 'openRound',
    fields: 'OpenRoundFields',
    body: () => ({ year: '2026-27', due_on: null, pack_id: null, pack_version: null }),
  },
  { operation: 'createGoal', fields: 'GoalFields', body: goalFields },
  {
    operation: 'createMeasure',
    fields: 'MeasureFields',
    body: measureFields,
    request: () => ({ path: { goal: branch.goal.id } }),
  },
  {
    operation: 'setDistrictTargets',
    fields: 'TargetFields',
    body: targetFields,
    request: () => ({ path: { measure: branch.measure.id }, seen: 0 }),
  },
  {
    operation: 'createStrategy',
    fields: 'StrategyFields',
    body: strategyFields,
    request: () => ({ path: { goal: branch.goal.id } }),
  },
  {
    operation: 'createActivity',
    fields: 'ActivityFields',
    body: activityFields,
    request: () => ({ path: { strategy: branch.strategy.id } }),
  },
  {
    operation: 'createFundingLine',
    fields: 'FundingLineFields',
    body: () => fundingFields({ source_id: branch.source.id }),
    request: () => ({ path: { strategy: branch.strategy.id } }),
  },
  {
    operation: 'setGoalReason',
    fields: 'GoalReasonFields',
    body: reasonFields,
    request: () => ({ path: { goal: branch.goal.id, school: district.schools.north.id }, seen: 0 }),
  },
  {
    operation: 'setDistrictGroupTargets',
    fields: 'GroupTargetFields',
    body: groupTargetFields,
    request: () => ({ path: { measure: branch.measure.id, group }, seen: 0 }),
  },
  {
    operation: 'setStrategyReadiness',
    fields: 'ReadinessFields',
    body: readinessFields,
    request: () => ({ path: { strategy: branch.strategy.id }, seen: 0 }),
  },
  { operation: 'createStudentGroup', fields: 'StudentGroupFields', body: groupFields },
  { operation: 'createLibraryStrategy', fields: 'LibraryStrategyFields', body: entryFields },
  { operation: 'createInitiative', fields: 'InitiativeFields', body: initiativeFields },
  {
    operation: 'setStreamBudget',
    fields: 'StreamBudgetFields',
    body: budgetFields,
    request: () => ({ path: { source: branch.source.id, year: '2026-27' }, seen: 0 }),
  },
  {
    operation: 'createSpending',
    fields: 'SpendingFields',
    body: spendingFields,
    request: () => ({ path: { line: branch.line.id } }),
  },
  { operation: 'createNeedWeight', fields: 'NeedWeightFields', body: needWeightFields },
  {
    operation: 'tryReallocation',
    fields: 'TryReallocationFields',
    body: () => ({ moves: [move()] }),
    request: () => ({ path: { year: '2026-27' } }),
  },
  {
    operation: 'reallocate',
    fields: 'ReallocateFields',
    body: () => ({ reason: 'More need', moves: [move()] }),
    request: () => ({ path: { year: '2026-27' }, seen: 1 }),
  },
  { operation: 'createFundingSource', fields: 'FundingSourceFields', body: sourceFields },
  { operation: 'createDataSet', fields: 'DataSetFields', body: dataSetFields },
  {
    operation: 'replaceDataValues',
    fields: 'DataValuesFields',
    body: () => ({ values: [dataValue()] }),
    request: () => ({ path: { data_set: dataSet }, seen: 1 }),
  },
  { operation: 'createNeed', fields: 'NeedFields', body: needFields },
  {
    operation: 'createCause',
    fields: 'CauseFields',
    body: causeFields,
    request: () => ({ path: { need } }),
  },
  { operation: 'createWorkshop', fields: 'WorkshopFields', body: workshopFields },
  {
    operation: 'controlRoom',
    fields: 'ControlFields',
    body: () => ({ command: 'lock', step: 'rate', focus: null, seconds: null, group: null }),
    request: () => ({ path: room, seen: 1 }),
  },
  {
    operation: 'arrangeGroups',
    fields: 'ArrangeFields',
    body: () => ({ how: 'assign', seats: [] }),
    request: () => ({ path: room }),
  },
  {
    operation: 'moveNote',
    fields: 'NotePlaceFields',
    body: () => ({ subject: 'lost-engagement', outcomes: ['balance'] }),
    request: () => ({ path: room, seen: 1 }),
  },
  {
    operation: 'mergeNotes',
    fields: 'NoteMergeFields',
    body: () => ({ into: null }),
    request: () => ({ path: room, seen: 1 }),
  },
  {
    operation: 'setConsensus',
    fields: 'ConsensusFields',
    body: () => ({ level: 'developing', dissent: 'Some.', desired: 'evolving' }),
    request: () => ({ path: { ...room, subject: 'vision' }, seen: 0 }),
  },
  {
    operation: 'createWorkshopAction',
    fields: 'WorkshopActionFields',
    body: actionOfRoom,
    request: () => ({ path: room }),
  },
  {
    operation: 'replaceMinutes',
    fields: 'MinutesFields',
    body: () => ({ title: 'Minutes', sections: [{ id: 'a', title: 'A', text: '' }] }),
    request: () => ({ path: room, seen: 1 }),
  },
  {
    operation: 'takeSeat',
    fields: 'SeatFields',
    body: seatFields,
    request: () => ({ path: room }),
  },
  {
    operation: 'changeSeat',
    fields: 'SeatFields',
    body: seatFields,
    request: () => ({ path: phone.path, headers: phone.headers, seen: 1 }),
  },
  {
    operation: 'saveRoomAnswer',
    fields: 'RoomAnswerFields',
    body: answerFields,
    request: () => ({
      path: { ...phone.path, step: 'rate', subject: 'vision' },
      headers: phone.headers,
      seen: 0,
    }),
  },
  {
    operation: 'addEvidenceFile',
    fields: 'EvidenceFileFields',
    body: fileFields,
    request: () => ({
      path: { ...phone.path, step: 'rate', subject: 'vision' },
      headers: phone.headers,
    }),
  },
  {
    operation: 'writeMinutes',
    fields: 'WriteMinutesFields',
    body: () => ({ language: 'es' }),
    request: () => ({ path: room }),
  },
  {
    operation: 'postNote',
    fields: 'NoteFields',
    body: noteFields,
    request: () => ({ path: phone.path, headers: phone.headers }),
  },
  {
    operation: 'editNote',
    fields: 'NoteTextFields',
    body: () => ({ text: 'Said better.' }),
    request: () => ({ path: room, seen: 1 }),
  },
  { operation: 'createBarrier', fields: 'BarrierFields', body: barrierFields },
  { operation: 'createCommunication', fields: 'CommunicationFields', body: communicationFields },
  {
    operation: 'addDelivery',
    fields: 'DeliveryFields',
    body: deliveryFields,
    request: () => ({ path: { communication } }),
  },
  { operation: 'createCalendar', fields: 'CalendarFields', body: calendarFields },
  {
    operation: 'createCommitment',
    fields: 'CommitmentFields',
    body: commitmentFields,
    request: () => ({ path: { school: district.schools.north.id } }),
  },
  { operation: 'createDecision', fields: 'DecisionFields', body: decisionFields },
  { operation: 'createProcedure', fields: 'ProcedureFields', body: procedureFields },
  {
    operation: 'addSkill',
    fields: 'TeamSkillFields',
    body: skillFields,
    request: () => ({ path: { team } }),
  },
  { operation: 'createCycle', fields: 'CycleFields', body: cycleFields },
  {
    operation: 'saveReportEntry',
    fields: 'ReportEntryFields',
    body: () => ({ value: 'Walkthroughs' }),
    request: () => ({ path: { report, strategy: branch.strategy.id, part: 'evidence' }, seen: 0 }),
  },
  {
    operation: 'addMeasureValue',
    fields: 'NewMeasureValueFields',
    body: () => valueFields({ measure_id: branch.measure.id }),
    request: () => ({ path: { report } }),
  },
  {
    operation: 'proposeAdjustment',
    fields: 'AdjustmentFields',
    body: () => adjustmentFields({ strategy_id: branch.strategy.id }),
  },
  {
    operation: 'createLearningCycle',
    fields: 'LearningCycleFields',
    body: () => learningFields({ strategy_id: branch.strategy.id }),
    request: () => ({ path: { school: district.schools.north.id } }),
  },
  {
    operation: 'saveStrategyEvaluation',
    fields: 'EvaluationFields',
    body: evaluationFields,
    request: () => ({ path: { strategy: branch.strategy.id, year: '2026-27' }, seen: 0 }),
  },
  {
    operation: 'rollOver',
    fields: 'RollOverFields',
    body: () => ({ from_year: '2026-27', revision: 1, move: [] }),
  },
  {
    operation: 'importCsv',
    fields: 'ImportFields',
    body: () => ({
      kind: 'schools',
      mode: 'apply',
      file_name: 'a.csv',
      text: 'code,name\n1,A\n',
      mapping: null,
    }),
  },
];

describe.each(writings)('$operation', ({ operation, fields, body, request }) => {
  test('refuses each body with one thing wrong, and says where', async () => {
    const before = await district.historyLength();
    const wrong: string[] = [];
    for (const { what, pointer, body: broken } of mutationsOf(fields, body())) {
      const answer = await district.admin.callLoosely(operation, {
        ...request?.(),
        body: broken,
      });
      const problem = answer.body as { errors?: { pointer: string }[] };
      const tooLarge = answer.status === 413 && operation === 'importCsv';
      const named = problem.errors?.some(
        (error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`),
      );
      if (!tooLarge && (answer.status !== 422 || !named)) {
        wrong.push(`${what}: ${answer.status} ${JSON.stringify(problem.errors ?? null)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await district.historyLength()).toBe(before);
  });
});
