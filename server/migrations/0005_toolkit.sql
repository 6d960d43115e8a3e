-- Packs a district loaded itself; the built-in pack is in the program.
create table toolkit_pack (
  district_id text not null,
  pack_id text not null,
  pack_version text not null,
  title text not null,
  language text not null,
  loaded_at text not null,
  loaded_by text not null,
  body text not null,
  primary key (district_id, pack_id, pack_version)
);
