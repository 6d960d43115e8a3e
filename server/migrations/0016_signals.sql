-- Whether the community can read the plan at /public/<district>, and what else the page says.
create table public_page (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  enabled bigint not null,
  show_owners bigint not null,
  introduction text not null,
  contact text not null,
  primary key (district_id)
);

-- What each signal was at the end of a month, so that its way shows. The current month's row is
-- written again as long as the month lasts.
create table signal_month (
  district_id text not null,
  month text not null,
  signal text not null,
  score bigint not null,
  updated_at text not null,
  primary key (district_id, month, signal)
);
