-- A workshop: what is planned, and how far it has come.
create table workshop (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  title text not null,
  intro text not null,
  mode text not null,
  anonymous bigint not null,
  smallest_group bigint not null,
  starts_at text,
  closes_at text,
  groups text not null,
  agenda text not null,
  ready text not null,
  school_id text,
  pack_id text not null,
  pack_version text not null,
  code text not null,
  state text not null,
  year text not null,
  started_at text,
  ended_at text,
  primary key (district_id, id)
);
create index workshop_school on workshop (district_id, school_id, id);
-- Who joins knows the code and nothing else.
create unique index workshop_code on workshop (code);

-- Where its room is. Apart from the plan: it changes with every event, since the events'
-- numbers come from here.
create table workshop_room (
  district_id text not null,
  workshop_id text not null,
  seq bigint not null,
  version bigint not null,
  state text not null,
  step text not null,
  phase text not null,
  focus text not null,
  ends_at text,
  left_ms bigint,
  asks text not null,
  steps text not null,
  primary key (district_id, workshop_id)
);

-- What happened in a room, numbered without gaps: whoever was away reads on from where they were.
create table workshop_event (
  district_id text not null,
  workshop_id text not null,
  seq bigint not null,
  body text not null,
  primary key (district_id, workshop_id, seq)
);

-- Somebody in the room. The token is kept as a hash only. In an anonymous workshop there is no
-- person; of no seat is there an address or a device.
create table workshop_seat (
  district_id text not null,
  id text not null,
  workshop_id text not null,
  version bigint not null,
  token_hash text not null,
  name text not null,
  side text not null,
  role text not null,
  school_id text,
  group_id text not null,
  person_id text,
  has_left bigint not null,
  primary key (district_id, id)
);
create unique index workshop_seat_token on workshop_seat (district_id, token_hash);
create index workshop_seat_room on workshop_seat (district_id, workshop_id, id);

-- One for each step, subject and owner: a seat, or a group that answers as one.
create table workshop_answer (
  district_id text not null,
  workshop_id text not null,
  step text not null,
  subject text not null,
  owner text not null,
  id text not null,
  version bigint not null,
  seat_id text,
  group_id text not null,
  value text not null,
  text text not null,
  link text not null,
  primary key (district_id, workshop_id, step, subject, owner)
);

create table workshop_note (
  district_id text not null,
  id text not null,
  workshop_id text not null,
  version bigint not null,
  step text not null,
  subject text not null,
  kind text not null,
  text text not null,
  author_id text,
  seat_id text,
  group_id text not null,
  merged_into text,
  outcomes text not null,
  votes bigint not null,
  at text not null,
  primary key (district_id, id)
);
create index workshop_note_room on workshop_note (district_id, workshop_id, id);

create table workshop_vote (
  district_id text not null,
  note_id text not null,
  seat_id text not null,
  workshop_id text not null,
  primary key (district_id, note_id, seat_id)
);
create index workshop_vote_seat on workshop_vote (district_id, seat_id, note_id);

create table workshop_consensus (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  workshop_id text not null,
  subject text not null,
  level text not null,
  dissent text not null,
  desired text not null,
  primary key (district_id, id)
);
create unique index workshop_consensus_row on workshop_consensus (district_id, workshop_id, subject);

create table workshop_minutes (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  workshop_id text not null,
  shared bigint not null,
  title text not null,
  sections text not null,
  primary key (district_id, id)
);
create unique index workshop_minutes_of on workshop_minutes (district_id, workshop_id);

-- The link by which anybody can read the minutes; the secret is kept as a hash only.
create table workshop_link (
  district_id text not null,
  workshop_id text not null,
  token_hash text not null,
  primary key (district_id, workshop_id)
);
create unique index workshop_link_token on workshop_link (token_hash);

-- What a session that rated the continuum came to, written when it ends; points: a list of rows.
create table continuum_session (
  district_id text not null,
  workshop_id text not null,
  title text not null,
  school_id text,
  held_on text not null,
  year text not null,
  people bigint not null,
  alpha double precision,
  points text not null,
  primary key (district_id, workshop_id)
);
