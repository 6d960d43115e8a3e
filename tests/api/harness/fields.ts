// Bodies that are right, for a test to change the one thing it is about.
import type { Schemas } from './contract';

type Fields<Name extends keyof Schemas> = (changes?: Partial<Schemas[Name]>) => Schemas[Name];

let made = 0;
/** A text that no other record has. */
function fresh(what: string): string {
  made += 1;
  return `${what} ${made}`;
}

export const noSuchId = '01900000-0000-7000-8000-000000000000';

export const schoolFields: Fields<'SchoolFields'> = (changes) => ({
  code: String(90000 + ++made),
  name: fresh('School'),
  level: 'elementary',
  grades: 'K-5',
  status: 'open',
  pupils: 412,
  disadvantaged_pupils: 198,
  city: 'Birch Lake',
  ...changes,
});

export const memberFields: Fields<'TeamMemberFields'> = (changes) => ({
  person_id: null,
  name: fresh('Member'),
  role: 'Member',
  represents: 'instructional',
  decision_maker: false,
  ...changes,
});

export const actionFields: Fields<'ActionItemFields'> = (changes) => ({
  title: fresh('Call the families'),
  detail: 'All of them, in their own language.',
  owner_id: null,
  owner_name: 'The office',
  due_on: '2027-02-01',
  status: 'open',
  ...changes,
});

export const dataSetFields: Fields<'DataSetFields'> = (changes) => ({
  title: fresh('Reading, grade 3'),
  source: 'State assessment',
  level: 'collaborative',
  subject: 'reading',
  components: ['family_engagement'],
  counted: 'students',
  unit: '%',
  better: 'higher',
  story: 'Less than half read at grade level.',
  ...changes,
});

export const dataValue = (changes: Partial<Schemas['DataValue']> = {}): Schemas['DataValue'] => ({
  day: '2026-05-15',
  category: '',
  student_group: 'All students',
  students: 120,
  value: 41.5,
  suppressed: false,
  ...changes,
});

export const needFields: Fields<'NeedFields'> = (changes) => ({
  kind: 'need',
  level: 'collaborative',
  title: fresh('Third graders do not read yet'),
  subject: 'reading',
  components: ['family_engagement'],
  who: 'Grade 3',
  present: '41 percent read at grade level.',
  desired: '60 percent do.',
  present_value: 41,
  desired_value: 60,
  unit: '%',
  evidence: 'State assessment, spring',
  data_sets: [],
  state: 'chosen',
  challenge: '',
  drawn_from: [],
  ...changes,
});

export const causeFields: Fields<'CauseFields'> = (changes) => ({
  method: 'five_whys',
  parent_id: null,
  bone: null,
  position: 10,
  statement: fresh('Lessons differ from room to room'),
  evidence: 'Seen in four classrooms',
  can_act: 'yes',
  root: true,
  drawn_from: [],
  ...changes,
});

export const barrierFields: Fields<'BarrierFields'> = (changes) => ({
  title: fresh('Too few substitutes'),
  detail: '',
  level: 'shared',
  approach: 'One pool for all schools.',
  goal_id: null,
  strategy_id: null,
  owner_id: null,
  owner_name: 'Human resources',
  due_on: '2027-02-01',
  status: 'open',
  ...changes,
});

export const communicationFields: Fields<'CommunicationFields'> = (changes) => ({
  title: fresh('How to read at home'),
  detail: '',
  audience: 'Families, K to 3',
  channel: 'Newsletter',
  reach: 'community',
  owner_id: null,
  owner_name: 'The office',
  starts_on: '2026-09-07',
  repeats: 'weekly',
  ends_on: '2027-06-10',
  ...changes,
});

export const deliveryFields: Fields<'DeliveryFields'> = (changes) => ({
  due_on: '2026-09-14',
  note: 'In both languages.',
  ...changes,
});

export const calendarFields: Fields<'CalendarFields'> = (changes) => ({
  scope: 'person',
  school_id: null,
  ...changes,
});

export const commitmentFields: Fields<'CommitmentFields'> = (changes) => ({
  title: fresh('A coach, half time'),
  detail: 'From January.',
  direction: 'district_to_school',
  due_on: '2027-01-31',
  goal_id: null,
  ...changes,
});

export const decisionFields: Fields<'DecisionFields'> = (changes) => ({
  title: fresh('Which reading materials are bought'),
  decided_by: 'executive',
  how: 'After the pilot.',
  consulted: 'Building teams',
  informed: 'Families',
  procedure_id: null,
  covers: [],
  ...changes,
});

export const procedureFields: Fields<'ProcedureFields'> = (changes) => ({
  title: fresh('How we meet'),
  body: 'The agenda goes out a week before.',
  applies_to: 'All teams',
  reviewed_on: '2026-08-20',
  ...changes,
});

export const skillFields: Fields<'TeamSkillFields'> = (changes) => ({
  title: fresh('Reading run charts'),
  held_by: ['Priya Raman'],
  learn: 'Two hours in October.',
  due_on: '2026-10-31',
  state: 'growing',
  ...changes,
});

export const goalFields: Fields<'GoalFields'> = (changes) => ({
  position: 1,
  title: fresh('Every child reads'),
  statement: 'By 2029 nine of ten third graders read at grade level.',
  status: 'active',
  starts_on: '2026-07-01',
  ends_on: '2029-06-30',
  owner_id: null,
  owner_name: 'Curriculum director',
  all_schools: true,
  schools: [],
  ...changes,
});

export const measureFields: Fields<'MeasureFields'> = (changes) => ({
  position: 1,
  name: fresh('Third grade reading'),
  unit: '%',
  direction: 'increase',
  source: 'State assessment',
  ...changes,
});

export const targetFields: Fields<'TargetFields'> = (changes) => ({
  baseline: { on: '2026-06-30', value: 52 },
  interim: [
    { on: '2027-06-30', value: 60 },
    { on: '2028-06-30', value: 75 },
  ],
  end_target: { on: '2029-06-30', value: 90 },
  ...changes,
});

export const strategyFields: Fields<'StrategyFields'> = (changes) => ({
  position: 1,
  title: fresh('Structured literacy'),
  description: 'In every classroom, K to 3.',
  evidence_tier: 'strong',
  systems: ['curriculum', 'human_resources'],
  owner_id: null,
  owner_name: 'Curriculum director',
  ...changes,
});

export const activityFields: Fields<'ActivityFields'> = (changes) => ({
  position: 1,
  title: fresh('Train the teachers'),
  detail: '',
  owner_id: null,
  owner_name: 'Literacy coach',
  starts_on: '2026-09-01',
  due_on: '2027-03-01',
  status: 'not_started',
  ...changes,
});

export const publicPageFields: Fields<'PublicPageFields'> = (changes) => ({
  enabled: true,
  show_owners: false,
  introduction: 'What we want to reach together.',
  contact: 'The office, 555 0100',
  ...changes,
});

export const sourceFields: Fields<'FundingSourceFields'> = (changes) => ({
  name: fresh('Title I A'),
  kind: 'federal',
  active: true,
  ...changes,
});

export function fundingFields(
  changes: Partial<Schemas['FundingLineFields']> & { source_id: string },
): Schemas['FundingLineFields'] {
  return { school_id: null, year: '2026-27', amount_cents: 4_500_000, note: '', ...changes };
}

export const reasonFields: Fields<'GoalReasonFields'> = (changes) => ({
  reason: 'A third of our third graders read below grade level.',
  ...changes,
});

export const groupTargetFields: Fields<'GroupTargetFields'> = (changes) => ({
  ...targetFields(),
  students: 84,
  ...changes,
});

export const groupFields: Fields<'StudentGroupFields'> = (changes) => ({
  position: 1,
  name: fresh('English learners'),
  active: true,
  category: '',
  ...changes,
});

export const readinessFields: Fields<'ReadinessFields'> = (changes) => ({
  supports: [
    { system: 'curriculum', provides: 'Decodable texts', state: 'under_way', owner_name: 'Ana' },
  ],
  ratings: [{ facet: 'need', score: 5, note: '' }],
  answers: [{ question: 'Is there time for coaching?', answer: 'partly', note: '' }],
  ...changes,
});

export const entryFields: Fields<'LibraryStrategyFields'> = (changes) => ({
  title: fresh('Structured literacy'),
  description: 'Explicit teaching of sounds and spelling, K to 3.',
  evidence_tier: 'moderate',
  citation: 'A study of it',
  systems: ['curriculum'],
  for_whom: 'K to 3',
  cost_note: 'Training',
  questions: ['Is there time for coaching?'],
  active: true,
  ...changes,
});

export const initiativeFields: Fields<'InitiativeFields'> = (changes) => ({
  title: fresh('Reading buddies'),
  description: '',
  schools: [],
  since: '2024-09-01',
  owner_id: null,
  owner_name: 'Librarian',
  cost_note: '',
  effect: 'unknown',
  effect_note: '',
  decision: 'keep',
  reason: 'Students ask for it.',
  strategy_id: null,
  ...changes,
});

export const budgetFields: Fields<'StreamBudgetFields'> = (changes) => ({
  amount_cents: 9_000_000,
  note: '',
  over_reason: null,
  ...changes,
});

export const spendingFields: Fields<'SpendingFields'> = (changes) => ({
  status: 'spent',
  dated: '2026-10-02',
  amount_cents: 125_000,
  paid_to: fresh('Bookshop'),
  note: '',
  over_reason: null,
  ...changes,
});

export const needWeightFields: Fields<'NeedWeightFields'> = (changes) => ({
  name: fresh('English learners'),
  weight_percent: 40,
  counted: 'own',
  counts: [],
  ...changes,
});

export const cycleFields: Fields<'CycleFields'> = (changes) => ({
  name: fresh('Autumn'),
  opens_on: '2026-09-01',
  due_on: '2026-10-15',
  ...changes,
});

export function valueFields(
  changes: Partial<Schemas['NewMeasureValueFields']> & { measure_id: string },
): Schemas['NewMeasureValueFields'] {
  made += 1;
  return {
    // A day of its own, so that no two are about the same.
    taken_on: new Date(Date.UTC(2020, 0, made)).toISOString().slice(0, 10),
    group_id: null,
    value: null,
    count: 31,
    n: 62,
    ...changes,
  };
}

export function adjustmentFields(
  changes: Partial<Schemas['AdjustmentFields']> & { strategy_id: string },
): Schemas['AdjustmentFields'] {
  return {
    report_id: null,
    title: fresh('More time for coaching'),
    reason: 'Two of five teachers were not reached.',
    kind: 'note',
    measure_id: null,
    activity_id: null,
    new_title: '',
    new_date: null,
    new_value: null,
    ...changes,
  };
}

export function learningFields(
  changes: Partial<Schemas['LearningCycleFields']> & { strategy_id: string },
): Schemas['LearningCycleFields'] {
  return {
    title: fresh('Partner reading'),
    plan: 'Two classes, four weeks.',
    prediction: 'Fluency rises by ten words a minute.',
    starts_on: '2026-10-01',
    ends_on: '2026-10-30',
    happened: '',
    learned: '',
    decision: 'open',
    next_step: '',
    follows_id: null,
    ...changes,
  };
}

const judgement = { rating: 3, evidence: 'Walkthroughs' };
export const evaluationFields: Fields<'EvaluationFields'> = (changes) => ({
  readiness: judgement,
  knowledge: judgement,
  opportunity: judgement,
  fidelity: judgement,
  impact: { rating: null, evidence: '' },
  conclusion: 'open',
  reason: '',
  ...changes,
});
