-- What stands in the way of carrying out the plan, and what is done about it. A school can raise
-- a barrier to the district, which answers; if it takes the barrier up, the school's stays
-- linked to the district's.
create table barrier (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text,
  title text not null,
  detail text not null,
  level text not null,
  approach text not null,
  goal_id text,
  strategy_id text,
  owner_id text,
  owner_name text not null,
  due_on text,
  status text not null,
  raised_at text,
  raised_by text,
  raised_note text not null,
  reply text,
  reply_text text not null,
  replied_by text,
  replied_at text,
  district_barrier_id text,
  primary key (district_id, id)
);
create index barrier_school on barrier (district_id, school_id, coalesce(due_on, '9999-12-31'), id);
create index barrier_owner on barrier (district_id, owner_id, due_on);
create index barrier_due on barrier (district_id, coalesce(due_on, '9999-12-31'), id);
create index barrier_raised on barrier (district_id, raised_at);
create index barrier_linked on barrier (district_id, district_barrier_id);

-- Who is told what, by which channel, by whom, and on which days.
create table communication (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text,
  title text not null,
  detail text not null,
  audience text not null,
  channel text not null,
  reach text not null,
  owner_id text,
  owner_name text not null,
  starts_on text not null,
  repeats text not null,
  ends_on text,
  done_until text,
  primary key (district_id, id)
);
create index communication_school on communication (district_id, school_id, id);
create index communication_owner on communication (district_id, owner_id, starts_on);

-- One day on which it was done.
create table communication_delivery (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  communication_id text not null,
  school_id text,
  due_on text not null,
  note text not null,
  primary key (district_id, id)
);
create unique index communication_delivery_day on communication_delivery (district_id, communication_id, due_on);

-- A secret address at which a calendar program reads what is due. Only a hash of it is kept.
create table calendar_feed (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  scope text not null,
  school_id text,
  person_id text not null,
  home_id text not null,
  token_hash text not null,
  primary key (district_id, id)
);
create unique index calendar_feed_token on calendar_feed (district_id, token_hash);
create index calendar_feed_person on calendar_feed (district_id, person_id);

-- What the district promises a school, or a school the district.
create table commitment (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text not null,
  title text not null,
  detail text not null,
  direction text not null,
  due_on text,
  goal_id text,
  acknowledged_at text,
  acknowledged_by text,
  acknowledged_note text not null,
  outcome text,
  reviews text not null,
  primary key (district_id, id)
);
create index commitment_school on commitment (district_id, school_id, id);
create index commitment_outcome on commitment (district_id, outcome);

-- What is decided by whom.
create table decision (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text,
  title text not null,
  decided_by text not null,
  how text not null,
  consulted text not null,
  informed text not null,
  procedure_id text,
  primary key (district_id, id)
);
create index decision_school on decision (district_id, school_id, id);
create index decision_procedure on decision (district_id, procedure_id);

-- How something is done here.
create table team_procedure (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text,
  title text not null,
  body text not null,
  applies_to text not null,
  reviewed_on text,
  primary key (district_id, id)
);
create index team_procedure_school on team_procedure (district_id, school_id, id);

-- What a team has to know or be able to do, and who is.
create table team_skill (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  team_id text not null,
  title text not null,
  held_by text not null,
  learn text not null,
  due_on text,
  state text not null,
  primary key (district_id, id)
);
create index team_skill_team on team_skill (district_id, team_id, id);
-- Calendars of a school and of the district ask for what is due there.
create index activity_school on activity (district_id, school_id, due_on);
