-- What a funding source has in a year, what was committed and spent from a line of the plan, the
-- needs that funding should answer, and the reallocations that were carried out.
alter table funding_line add column over_reason text;
create index funding_line_stream on funding_line (district_id, source_id, year);

create table stream_budget (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  source_id text not null,
  year text not null,
  amount_cents bigint,
  note text not null,
  over_reason text,
  primary key (district_id, id)
);
create unique index stream_budget_year on stream_budget (district_id, source_id, year);

create table spending (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  line_id text not null,
  status text not null,
  dated text not null,
  amount_cents bigint not null,
  paid_to text not null,
  note text not null,
  over_reason text,
  primary key (district_id, id)
);
create index spending_line on spending (district_id, line_id);

create table need_weight (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  name text not null,
  weight_percent bigint not null,
  counted text not null,
  counts text not null,
  primary key (district_id, id)
);

create table reallocation (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  year text not null,
  reason text not null,
  moved text not null,
  primary key (district_id, id)
);
