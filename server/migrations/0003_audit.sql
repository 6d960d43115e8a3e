-- One entry for every change, written in the change's own transaction. Each entry's hash
-- covers the one before it, so that a row altered or taken out afterwards shows.
create table audit_entry (
  district_id text not null,
  seq bigint not null,
  at text not null,
  person_id text not null,
  person_name text not null,
  operation text not null,
  entity text not null,
  entity_id text not null,
  school_id text,
  before_json text,
  after_json text,
  previous_hash text not null,
  hash text not null,
  primary key (district_id, seq)
);
create index audit_entry_entity on audit_entry (district_id, entity, entity_id, seq);
create index audit_entry_school on audit_entry (district_id, school_id, seq);

create table audit_head (
  district_id text not null,
  seq bigint not null,
  hash text not null,
  primary key (district_id)
);
