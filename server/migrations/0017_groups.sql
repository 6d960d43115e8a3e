-- One list of student groups for data, targets and monitoring: the district's own, each in a
-- category whose groups share no student. What monitoring had as a list of its own is put into it.
-- A temporary table holds the usual groups while districts that lack some of them are given them.
alter table student_group add column category text not null default '';

create table usual_group (
  id text not null,
  place bigint not null,
  name text not null,
  category text not null,
  measured text not null,
  primary key (id)
);
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000001', 10, 'Economically disadvantaged', 'Economic status', 'disadvantaged');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000002', 20, 'Not economically disadvantaged', 'Economic status', 'not_disadvantaged');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000003', 30, 'English learners', 'Language', 'english_learner');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000004', 40, 'Not English learners', 'Language', 'not_english_learner');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000005', 50, 'Students with disabilities', 'Disability', 'with_disability');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000006', 60, 'Students without disabilities', 'Disability', 'without_disability');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000007', 70, 'American Indian or Alaska Native', 'Race and ethnicity', 'american_indian');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000008', 80, 'Asian', 'Race and ethnicity', 'asian');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000009', 90, 'Black or African American', 'Race and ethnicity', 'black');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000010', 100, 'Hispanic or Latino', 'Race and ethnicity', 'hispanic');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000011', 110, 'Native Hawaiian or Other Pacific Islander', 'Race and ethnicity', 'pacific_islander');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000012', 120, 'Two or more races', 'Race and ethnicity', 'multiracial');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000013', 130, 'White', 'Race and ethnicity', 'white');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000014', 140, 'Female', 'Gender', 'female');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000015', 150, 'Male', 'Gender', 'male');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000016', 160, 'Homeless', '', '');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000017', 170, 'In foster care', '', '');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000018', 180, 'Military-connected', '', '');
insert into usual_group (id, place, name, category, measured) values ('01900000-0000-7000-8000-000000000019', 190, 'Migrant', '', '');

update student_group set category = (select u.category from usual_group u where lower(u.name) = lower(student_group.name))
  where lower(name) in (select lower(name) from usual_group);

insert into student_group (district_id, id, version, created_at, updated_at, updated_by, position, name, active, category)
  select p.district_id, u.id, 1, p.created_at, p.updated_at, p.updated_by, u.place, u.name, 1, u.category
  from plan p cross join usual_group u
  where not exists (select 1 from student_group g where g.district_id = p.district_id and lower(g.name) = lower(u.name));

-- Values name their group by its record; no group: all students.
alter table measure_value add column group_id text;
update measure_value set group_id = (
    select min(g.id) from student_group g join usual_group u on lower(u.name) = lower(g.name)
    where g.district_id = measure_value.district_id and u.measured = measure_value.student_group)
  where student_group <> 'all';
drop index measure_value_place;
alter table measure_value drop column student_group;
create unique index measure_value_place on measure_value (district_id, measure_id, taken_on, coalesce(group_id, ''), coalesce(school_id, ''));

drop table usual_group;

-- A value of a data set that is about one of these groups goes by the group's name of today.
alter table data_value add column group_id text;
update data_value set group_id = (
    select min(g.id) from student_group g
    where g.district_id = data_value.district_id and g.category <> ''
      and lower(g.name) = lower(data_value.student_group) and lower(g.category) = lower(data_value.category));
