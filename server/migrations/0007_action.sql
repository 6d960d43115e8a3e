-- Something somebody will do by a date, and where it came from.
create table action_item (
  district_id text not null,
  id text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null,
  school_id text,
  title text not null,
  detail text not null,
  owner_id text,
  owner_name text not null,
  due_on text,
  status text not null,
  origin text not null,
  origin_id text,
  origin_key text,
  primary key (district_id, id)
);
-- Lists are sorted by due date, those without one last, and continue after a place.
create index action_item_school on action_item (district_id, school_id, coalesce(due_on, '9999-12-31'), id);
create index action_item_owner on action_item (district_id, owner_id, coalesce(due_on, '9999-12-31'), id);
create index action_item_due on action_item (district_id, coalesce(due_on, '9999-12-31'), id);
create unique index action_item_origin on action_item (district_id, origin_id, origin_key);
