-- The one plan. A school's plan is this plan restricted to the school: there is no second
-- copy. revision counts every change anywhere in the plan; version only changes of this row.
create table plan (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  revision bigint not null,
  title text not null,
  summary text not null,
  starts_on text not null,
  ends_on text not null,
  primary key (district_id)
);

create table goal (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  position bigint not null,
  title text not null,
  statement text not null,
  status text not null,
  starts_on text,
  ends_on text,
  owner_id text,
  owner_name text not null,
  all_schools bigint not null,
  schools text not null,
  primary key (district_id, id)
);

create table measure (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  goal_id text not null,
  position bigint not null,
  name text not null,
  unit text not null,
  direction text not null,
  source text not null,
  primary key (district_id, id)
);

-- The district's own targets have school_id '' (part of the key, so never null).
create table target (
  district_id text not null,
  measure_id text not null,
  school_id text not null,
  version bigint not null,
  updated_at text not null,
  updated_by text not null,
  baseline text,
  interim text not null,
  end_target text,
  primary key (district_id, measure_id, school_id)
);

create table strategy (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  goal_id text not null,
  position bigint not null,
  title text not null,
  description text not null,
  evidence_tier text not null,
  systems text not null,
  owner_id text,
  owner_name text not null,
  primary key (district_id, id)
);

create table activity (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  strategy_id text not null,
  school_id text,
  position bigint not null,
  title text not null,
  detail text not null,
  owner_id text,
  owner_name text not null,
  starts_on text,
  due_on text,
  status text not null,
  primary key (district_id, id)
);
create index activity_owner on activity (district_id, owner_id);

-- Title I A, general fund, a grant: the names this district uses.
create table funding_source (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  name text not null,
  kind text not null,
  active bigint not null,
  primary key (district_id, id)
);

create table funding_line (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  strategy_id text not null,
  school_id text,
  source_id text not null,
  year text not null,
  amount_cents bigint not null,
  note text not null,
  primary key (district_id, id)
);
