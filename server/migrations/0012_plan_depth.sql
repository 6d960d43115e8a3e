-- What a goal answers (the challenge, and the need it comes from where one is recorded), for whom it
-- is, and why it applies to a building.
alter table goal add column challenge text;
alter table goal add column need_id text;
alter table goal add column for_whom text;

create table goal_reason (
  district_id text not null,
  goal_id text not null,
  school_id text not null,
  version bigint not null,
  updated_at text not null,
  updated_by text not null,
  reason text not null,
  primary key (district_id, goal_id, school_id)
);

-- The student groups this district looks at, by the names it uses.
create table student_group (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  position bigint not null,
  name text not null,
  active bigint not null,
  primary key (district_id, id)
);

-- Targets for one student group, of the district (school_id '') or of a school.
create table group_target (
  district_id text not null,
  measure_id text not null,
  school_id text not null,
  group_id text not null,
  version bigint not null,
  updated_at text not null,
  updated_by text not null,
  students bigint,
  baseline text,
  interim text not null,
  end_target text,
  primary key (district_id, measure_id, school_id, group_id)
);

-- The entry of the strategy library that a strategy was made from, and what a strategy needs to be
-- ready: a row a strategy, once somebody has looked at it.
alter table strategy add column library_id text;

create table strategy_readiness (
  district_id text not null,
  strategy_id text not null,
  version bigint not null,
  updated_at text not null,
  updated_by text not null,
  supports text not null,
  ratings text not null,
  answers text not null,
  primary key (district_id, strategy_id)
);

-- The activities that have to be done first: a JSON list of their ids, or nothing.
alter table activity add column waits_for text;

create table library_strategy (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  title text not null,
  description text not null,
  evidence_tier text not null,
  citation text not null,
  systems text not null,
  for_whom text not null,
  cost_note text not null,
  questions text not null,
  active bigint not null,
  primary key (district_id, id)
);

-- What is already going on. school_id: the school that reported it, none for the district's.
create table initiative (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text,
  title text not null,
  description text not null,
  schools text not null,
  since text,
  owner_id text,
  owner_name text not null,
  cost_note text not null,
  effect text not null,
  effect_note text not null,
  decision text not null,
  reason text not null,
  strategy_id text,
  primary key (district_id, id)
);
