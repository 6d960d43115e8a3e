-- Surveys that are due to end, of every district.
create index workshop_closing on workshop (state, closes_at);
