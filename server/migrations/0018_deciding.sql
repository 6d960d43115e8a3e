-- Which changes of the plan a decision of the list is about, so that monitoring can ask who decides.
alter table decision add column covers text not null default '[]';

-- How many targets a roll-over moved into the next year.
alter table rollover add column targets_moved bigint not null default 0;
