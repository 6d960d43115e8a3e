-- A person belongs to one home district; role_grant rows say what they may do, there or in
-- another district (a regional consultant has a grant in each district served).
create table person (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  email text not null,
  name text not null,
  title text not null,
  active bigint not null,
  password_hash text,
  primary key (district_id, id)
);
create unique index person_email on person (email);

create table role_grant (
  district_id text not null,
  person_id text not null,
  role text not null,
  school_id text not null,
  primary key (district_id, person_id, role, school_id)
);
create index role_grant_person on role_grant (person_id);
create index role_grant_school on role_grant (district_id, school_id);

create table session (
  district_id text not null,
  token_hash text not null,
  person_id text not null,
  csrf_token text not null,
  created_at text not null,
  expires_at text not null,
  primary key (district_id, token_hash)
);
create index session_person on session (district_id, person_id);
create index session_expiry on session (expires_at);

create table invitation (
  district_id text not null,
  token_hash text not null,
  person_id text not null,
  created_at text not null,
  expires_at text not null,
  used_at text,
  primary key (district_id, token_hash)
);

create table idempotency (
  district_id text not null,
  person_id text not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  status bigint not null,
  etag text not null,
  location text not null,
  body text not null,
  created_at text not null,
  primary key (district_id, person_id, key)
);
create index idempotency_age on idempotency (created_at);
