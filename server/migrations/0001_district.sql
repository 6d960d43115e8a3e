-- A district is the tenant: every other table's key starts with district_id.
-- The SQL here runs unchanged on SQLite and PostgreSQL: text, bigint, double precision only;
-- times are RFC 3339 UTC text, dates ISO 8601 text, money whole cents, flags 0/1, lists JSON text.
create table district (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  code text not null,
  name text not null,
  kind text not null,
  primary key (district_id)
);
create unique index district_code on district (code);

create table school (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  code text not null,
  name text not null,
  level text not null,
  grades text not null,
  status text not null,
  pupils bigint,
  disadvantaged_pupils bigint,
  city text not null,
  primary key (district_id, id)
);
create unique index school_code on school (district_id, code);
