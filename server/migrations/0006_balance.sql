-- A round is one school year's pass through the building and district templates. It names
-- the pack version it was opened under, so that answers keep the wording they answered.
create table round (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  year text not null,
  due_on text,
  pack_id text not null,
  pack_version text not null,
  primary key (district_id, id)
);
create unique index round_year on round (district_id, year);

create table template (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  round_id text not null,
  kind text not null,
  school_id text,
  state text not null,
  submissions bigint not null,
  primary key (district_id, id)
);
create index template_round on template (district_id, round_id);
create index template_school on template (district_id, school_id);

-- One row for each field of each function, so that two people typing in one template
-- touch different rows, and a lost race concerns one field's text only.
create table template_answer (
  district_id text not null,
  template_id text not null,
  function_id text not null,
  field text not null,
  version bigint not null,
  value text not null,
  person_id text,
  updated_at text not null,
  updated_by text not null,
  primary key (district_id, template_id, function_id, field)
);

-- What was submitted, as it was, and what the district decided about it.
create table template_submission (
  district_id text not null,
  template_id text not null,
  number bigint not null,
  answers text not null,
  statuses text not null,
  note text not null,
  submitted_by text not null,
  submitted_at text not null,
  decision text,
  message text not null,
  decided_by text,
  decided_at text,
  primary key (district_id, template_id, number)
);

create table template_comment (
  district_id text not null,
  template_id text not null,
  id text not null,
  function_id text,
  submission bigint not null,
  body text not null,
  person_id text not null,
  person_name text not null,
  created_at text not null,
  primary key (district_id, template_id, id)
);
