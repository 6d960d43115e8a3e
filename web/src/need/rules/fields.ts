import type {
  Cause,
  CauseFields,
  DataSet,
  DataSetFields,
  Need,
  NeedFields,
  Scope,
} from '../queries';

/** The editable part of each record: PUT replaces it whole. */
export function needFields(need: Need): NeedFields {
  return {
    kind: need.kind,
    level: need.level,
    title: need.title,
    subject: need.subject,
    components: need.components,
    who: need.who,
    present: need.present,
    desired: need.desired,
    present_value: need.present_value ?? null,
    desired_value: need.desired_value ?? null,
    unit: need.unit,
    evidence: need.evidence,
    data_sets: need.data_sets,
    state: need.state,
    challenge: need.challenge,
    drawn_from: need.drawn_from,
  };
}

export function dataSetFields(set: DataSet): DataSetFields {
  const { title, source, level, subject, components, counted, unit, better, story } = set;
  return { title, source, level, subject, components, counted, unit, better, story };
}

export function causeFields(cause: Cause): CauseFields {
  return {
    method: cause.method,
    parent_id: cause.parent_id ?? null,
    bone: cause.bone ?? null,
    position: cause.position,
    statement: cause.statement,
    evidence: cause.evidence,
    can_act: cause.can_act,
    root: cause.root,
    drawn_from: cause.drawn_from,
  };
}

const head = { id: '', version: 0, created_at: '', updated_at: '', updated_by: '' };

export function newNeed(scope: Scope, kind: Need['kind'], more: Partial<NeedFields> = {}): Need {
  return {
    ...head,
    kind,
    level: scope ? 'building' : 'district',
    title: '',
    subject: 'other',
    components: [],
    who: '',
    present: '',
    desired: '',
    present_value: null,
    desired_value: null,
    unit: '',
    evidence: '',
    data_sets: [],
    state: 'noticed',
    challenge: '',
    drawn_from: [],
    school_id: scope,
    ...more,
  } as Need;
}

export function newDataSet(scope: Scope): DataSet {
  return {
    ...head,
    title: '',
    source: '',
    level: scope ? 'building' : 'district',
    subject: 'other',
    components: [],
    counted: 'students',
    unit: '%',
    better: 'higher',
    story: '',
    school_id: scope,
    value_count: 0,
    latest_day: null,
    values_saved: 0,
  };
}

export function newCause(need: Need, more: Partial<CauseFields>): Cause {
  return {
    ...head,
    method: 'five_whys',
    parent_id: null,
    bone: null,
    position: 0,
    statement: '',
    evidence: '',
    can_act: 'unknown',
    root: false,
    drawn_from: [],
    need_id: need.id,
    school_id: need.school_id ?? null,
    ...more,
  } as Cause;
}
