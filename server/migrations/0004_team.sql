-- The district's continuous improvement team (school_id null) and each school's.
create table team (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text,
  name text not null,
  charge text not null,
  primary key (district_id, id)
);
create index team_school on team (district_id, school_id);

create table team_member (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  team_id text not null,
  person_id text,
  name text not null,
  role text not null,
  represents text not null,
  decision_maker bigint not null,
  primary key (district_id, id)
);
create index team_member_team on team_member (district_id, team_id);
create index team_member_person on team_member (district_id, person_id);
