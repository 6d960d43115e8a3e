import { api, body, ifMatch } from '@/api/client';
import type * as q from './queries';

/** How a record is written: without a version it is new, with one that version is replaced. */
interface Write<Fields> {
  district: string;
  fields: Fields;
  version: number;
  create: { 'Idempotency-Key': string };
}

interface Below<Fields> extends Write<Fields> {
  /** The record's id, when it is there already. */
  id: string | null;
  /** What a new one is put below. */
  parent: string;
}

export const savePlan = ({ district, fields, version }: Write<q.PlanFields>) =>
  body(
    api.PUT('/districts/{district}/plan', {
      params: { path: { district }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const saveGoal = (w: Omit<Below<q.GoalFields>, 'parent'>): Promise<q.Goal> => {
  const { district, fields, version, create, id } = w;
  return id
    ? body(
        api.PUT('/districts/{district}/plan/goals/{goal}', {
          params: { path: { district, goal: id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/plan/goals', {
          params: { path: { district }, header: create },
          body: fields,
        }),
      );
};

export const saveMeasure = (w: Below<q.MeasureFields>): Promise<q.Measure> => {
  const { district, fields, version, create, id, parent } = w;
  return id
    ? body(
        api.PUT('/districts/{district}/plan/measures/{measure}', {
          params: { path: { district, measure: id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/plan/goals/{goal}/measures', {
          params: { path: { district, goal: parent }, header: create },
          body: fields,
        }),
      );
};

interface TargetWrite extends Omit<Write<q.TargetFields>, 'create'> {
  measure: string;
  school: string | null;
}

export const saveTargets = (w: TargetWrite): Promise<q.Target> => {
  const { district, fields, version, measure, school } = w;
  return school
    ? body(
        api.PUT('/districts/{district}/schools/{school}/plan/measures/{measure}/targets', {
          params: { path: { district, school, measure }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.PUT('/districts/{district}/plan/measures/{measure}/targets', {
          params: { path: { district, measure }, header: ifMatch(version) },
          body: fields,
        }),
      );
};

export const saveStrategy = (w: Below<q.StrategyFields>): Promise<q.Strategy> => {
  const { district, fields, version, create, id, parent } = w;
  return id
    ? body(
        api.PUT('/districts/{district}/plan/strategies/{strategy}', {
          params: { path: { district, strategy: id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/plan/goals/{goal}/strategies', {
          params: { path: { district, goal: parent }, header: create },
          body: fields,
        }),
      );
};

export const saveActivity = (
  w: Below<q.ActivityFields> & { school: string | null },
): Promise<q.Activity> => {
  const { district, fields, version, create, id, parent, school } = w;
  if (id) {
    return body(
      api.PUT('/districts/{district}/plan/activities/{activity}', {
        params: { path: { district, activity: id }, header: ifMatch(version) },
        body: fields,
      }),
    );
  }
  return school
    ? body(
        api.POST('/districts/{district}/schools/{school}/plan/strategies/{strategy}/activities', {
          params: { path: { district, school, strategy: parent }, header: create },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/plan/strategies/{strategy}/activities', {
          params: { path: { district, strategy: parent }, header: create },
          body: fields,
        }),
      );
};

export const saveLine = (w: Below<q.FundingLineFields>): Promise<q.FundingLine> => {
  const { district, fields, version, create, id, parent } = w;
  return id
    ? body(
        api.PUT('/districts/{district}/plan/funding/{line}', {
          params: { path: { district, line: id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/plan/strategies/{strategy}/funding', {
          params: { path: { district, strategy: parent }, header: create },
          body: fields,
        }),
      );
};

export const saveSource = (
  w: Omit<Below<q.FundingSourceFields>, 'parent'>,
): Promise<q.FundingSource> => {
  const { district, fields, version, create, id } = w;
  return id
    ? body(
        api.PUT('/districts/{district}/funding-sources/{source}', {
          params: { path: { district, source: id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/funding-sources', {
          params: { path: { district }, header: create },
          body: fields,
        }),
      );
};

interface ReasonWrite extends Omit<Write<q.GoalReasonFields>, 'create'> {
  goal: string;
  school: string;
}

export const saveReason = ({ district, fields, version, goal, school }: ReasonWrite) =>
  body(
    api.PUT('/districts/{district}/schools/{school}/plan/goals/{goal}/reason', {
      params: { path: { district, school, goal }, header: ifMatch(version) },
      body: fields,
    }),
  );

interface GroupTargetWrite extends Omit<Write<q.GroupTargetFields>, 'create'> {
  measure: string;
  school: string | null;
  group: string;
}

export const saveGroupTargets = (w: GroupTargetWrite): Promise<q.GroupTarget> => {
  const { district, fields, version, measure, school, group } = w;
  return school
    ? body(
        api.PUT(
          '/districts/{district}/schools/{school}/plan/measures/{measure}/groups/{group}/targets',
          {
            params: { path: { district, school, measure, group }, header: ifMatch(version) },
            body: fields,
          },
        ),
      )
    : body(
        api.PUT('/districts/{district}/plan/measures/{measure}/groups/{group}/targets', {
          params: { path: { district, measure, group }, header: ifMatch(version) },
          body: fields,
        }),
      );
};

interface ReadinessWrite extends Omit<Write<q.ReadinessFields>, 'create'> {
  strategy: string;
}

export const saveReadiness = ({ district, fields, version, strategy }: ReadinessWrite) =>
  body(
    api.PUT('/districts/{district}/plan/strategies/{strategy}/readiness', {
      params: { path: { district, strategy }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const saveGroup = (
  w: Omit<Below<q.StudentGroupFields>, 'parent'>,
): Promise<q.StudentGroup> => {
  const { district, fields, version, create, id } = w;
  return id
    ? body(
        api.PUT('/districts/{district}/student-groups/{group}', {
          params: { path: { district, group: id }, header: ifMatch(version) },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/student-groups', {
          params: { path: { district }, header: create },
          body: fields,
        }),
      );
};

export type Removable = 'goal' | 'measure' | 'strategy' | 'activity' | 'line';

export async function removeRecord(
  district: string,
  kind: Removable,
  id: string,
  version: number,
): Promise<void> {
  const header = ifMatch(version);
  const at = { district };
  if (kind === 'goal') {
    await api.DELETE('/districts/{district}/plan/goals/{goal}', {
      params: { path: { ...at, goal: id }, header },
    });
  } else if (kind === 'measure') {
    await api.DELETE('/districts/{district}/plan/measures/{measure}', {
      params: { path: { ...at, measure: id }, header },
    });
  } else if (kind === 'strategy') {
    await api.DELETE('/districts/{district}/plan/strategies/{strategy}', {
      params: { path: { ...at, strategy: id }, header },
    });
  } else if (kind === 'activity') {
    await api.DELETE('/districts/{district}/plan/activities/{activity}', {
      params: { path: { ...at, activity: id }, header },
    });
  } else {
    await api.DELETE('/districts/{district}/plan/funding/{line}', {
      params: { path: { ...at, line: id }, header },
    });
  }
}
