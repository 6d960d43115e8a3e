-- A time in which every school, and the district, says how strategies go and what measures show.
create table monitoring_cycle (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  name text not null,
  opens_on text not null,
  due_on text not null,
  year text not null,
  primary key (district_id, id)
);
create index monitoring_cycle_year on monitoring_cycle (district_id, year, due_on);

-- One for each cycle and school; the district's own has no school_id.
create table monitoring_report (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  cycle_id text not null,
  school_id text,
  state text not null,
  submitted_at text,
  submitted_by text not null,
  primary key (district_id, id)
);
create unique index monitoring_report_cycle on monitoring_report (district_id, cycle_id, coalesce(school_id, ''));

-- Each part of what a report says about a strategy is a row with its own version, so that two
-- people who write in one report touch different rows.
create table report_entry (
  district_id text not null,
  report_id text not null,
  strategy_id text not null,
  part text not null,
  value text not null,
  version bigint not null,
  updated_at text not null,
  updated_by text not null,
  primary key (district_id, report_id, strategy_id, part)
);
create index report_entry_strategy on report_entry (district_id, strategy_id);

-- What a measure was on a day, for a school or the district and a group of students.
create table measure_value (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  measure_id text not null,
  taken_on text not null,
  student_group text not null,
  value double precision,
  count bigint,
  n bigint,
  school_id text,
  report_id text not null,
  primary key (district_id, id)
);
create unique index measure_value_place on measure_value (district_id, measure_id, taken_on, student_group, coalesce(school_id, ''));
create index measure_value_report on measure_value (district_id, report_id);

-- A change of the plan that somebody proposes because of what monitoring showed.
create table adjustment (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  strategy_id text not null,
  report_id text,
  title text not null,
  reason text not null,
  kind text not null,
  measure_id text,
  activity_id text,
  new_title text not null,
  new_date text,
  new_value double precision,
  school_id text,
  status text not null,
  proposed_by text not null,
  decision text not null,
  decided_by text not null,
  decided_at text,
  primary key (district_id, id)
);
create index adjustment_status on adjustment (district_id, status, id);
create index adjustment_strategy on adjustment (district_id, strategy_id);

-- Plan, do, study, act: what a team tries, expects, sees and learns.
create table learning_cycle (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  strategy_id text not null,
  title text not null,
  plan text not null,
  prediction text not null,
  starts_on text,
  ends_on text,
  happened text not null,
  learned text not null,
  decision text not null,
  next_step text not null,
  follows_id text,
  school_id text not null,
  round bigint not null,
  primary key (district_id, id)
);
create index learning_cycle_school on learning_cycle (district_id, school_id, id);
create index learning_cycle_strategy on learning_cycle (district_id, strategy_id);

-- The look back at a goal or a strategy at the end of a school year.
create table evaluation (
  district_id text not null,
  year text not null,
  subject text not null,
  subject_id text not null,
  readiness text not null,
  knowledge text not null,
  opportunity text not null,
  fidelity text not null,
  impact text not null,
  conclusion text not null,
  reason text not null,
  version bigint not null,
  updated_at text not null,
  updated_by text not null,
  primary key (district_id, year, subject, subject_id)
);

-- When a district went from one school year's plan into the next, and what that did.
create table rollover (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  from_year text not null,
  goals_archived bigint not null,
  strategies_stopped bigint not null,
  activities_dropped bigint not null,
  activities_moved bigint not null,
  primary key (district_id, id)
);
create unique index rollover_year on rollover (district_id, from_year);

-- A strategy that was stopped stays in the plan with the day and the reason.
alter table strategy add column stopped_on text;
alter table strategy add column stopped_why text not null default '';
