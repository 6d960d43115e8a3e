-- What a team looks at, with source and story.
create table data_set (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  title text not null,
  source text not null,
  level text not null,
  subject text not null,
  components text not null,
  counted text not null,
  unit text not null,
  better text not null,
  story text not null,
  school_id text,
  value_count bigint not null,
  latest_day text,
  values_saved bigint not null,
  primary key (district_id, id)
);
create index data_set_school on data_set (district_id, school_id, id);

-- As it was typed or read, small groups too: what may be shown is decided when it is read.
create table data_value (
  district_id text not null,
  data_set_id text not null,
  place bigint not null,
  day text not null,
  category text not null,
  student_group text not null,
  students bigint,
  value double precision,
  primary key (district_id, data_set_id, place)
);

create table need (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  kind text not null,
  level text not null,
  title text not null,
  subject text not null,
  components text not null,
  who text not null,
  present text not null,
  desired text not null,
  present_value double precision,
  desired_value double precision,
  unit text not null,
  evidence text not null,
  data_sets text not null,
  state text not null,
  challenge text not null,
  drawn_from text not null,
  school_id text,
  primary key (district_id, id)
);
create index need_school on need (district_id, school_id, id);

create table cause (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  method text not null,
  parent_id text,
  bone text,
  position bigint not null,
  statement text not null,
  evidence text not null,
  can_act text not null,
  root bigint not null,
  drawn_from text not null,
  need_id text not null,
  school_id text,
  primary key (district_id, id)
);
create index cause_need on cause (district_id, need_id);
create index cause_school on cause (district_id, school_id);

-- What a school reported, kept as it was.
create table need_report (
  district_id text not null,
  id text not null,
  school_id text not null,
  number bigint not null,
  reported_at text not null,
  reported_by text not null,
  note text not null,
  needs bigint not null,
  assets bigint not null,
  items text not null,
  primary key (district_id, id)
);
create unique index need_report_number on need_report (district_id, school_id, number);
