-- Files given as evidence with a rating, and, apart, what is in them (base64).
create table workshop_file (
  district_id text not null,
  id text not null,
  workshop_id text not null,
  step text not null,
  subject text not null,
  owner text not null,
  seat_id text,
  group_id text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  primary key (district_id, id)
);
create index workshop_file_answer on workshop_file (district_id, workshop_id, step, subject, owner);

create table workshop_file_content (
  district_id text not null,
  file_id text not null,
  content text not null,
  primary key (district_id, file_id)
);

-- In which language the program wrote the minutes.
alter table workshop_minutes add column language text not null default 'en';
