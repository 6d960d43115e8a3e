#include "dashboard/service.hpp"

#include <algorithm>

#include "dashboard/together.hpp"
#include "monitor/progress.hpp"
#include "org/service.hpp"

namespace tandem::dashboard {
namespace {

struct GoalCount {
  RecordId goal_id;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(GoalCount, (), (goal_id, count))

struct TargetRow {
  RecordId goal_id;
  SchoolId school_id;
};
BOOST_DESCRIBE_STRUCT(TargetRow, (), (goal_id, school_id))

struct YearRow {
  SchoolYear year;
};
BOOST_DESCRIBE_STRUCT(YearRow, (), (year))

struct GroupRow {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (name))

std::optional<bool> on_track(monitor::Track track) {
  switch (track) {
    case monitor::Track::on_track:
    case monitor::Track::reached:
      return true;
    case monitor::Track::behind:
    case monitor::Track::off_track:
      return false;
    case monitor::Track::too_early:
    case monitor::Track::no_value:
    case monitor::Track::hidden:
    case monitor::Track::no_targets:
      break;
  }
  return std::nullopt;
}

// Where monitoring says that each measure stands.
std::vector<MeasureRow> courses(db::Tx& tx, const DistrictId& district) {
  std::vector<MeasureRow> rows;
  for (const auto& measure : monitor::progress_glance(tx, district).items) {
    for (const auto& place : measure.places) {
      rows.push_back({measure.goal_id, place.school_id.value_or(SchoolId{}),
                      place.track != monitor::Track::no_targets, on_track(place.track)});
    }
  }
  return rows;
}

std::vector<MeasureRow> targets_of_group(db::Tx& tx, const DistrictId& district,
                                         const std::string& group) {
  std::vector<MeasureRow> rows;
  for (const auto& row : tx.all<TargetRow>(
           "select m.goal_id, t.school_id from group_target t join measure m on m.district_id = "
           "t.district_id and m.id = t.measure_id join student_group g on g.district_id = "
           "t.district_id and g.id = t.group_id where t.district_id = :district and g.name = "
           ":group and t.end_target is not null",
           district, group)) {
    rows.push_back({row.goal_id, row.school_id, true, std::nullopt});
  }
  return rows;
}

// An activity is of a year if its time touches it; one without any date is of every year.
std::vector<ActivityRow> activities(db::Tx& tx, const DistrictId& district, const SchoolYear& year,
                                    const Date& today) {
  const auto [first, last] = days_of(year);
  return tx.all<ActivityRow>(
      "select st.goal_id, a.school_id, a.status, count(*), cast(sum(case when a.due_on < :today "
      "then 1 else 0 end) as bigint) from activity a join strategy st on st.district_id = "
      "a.district_id and st.id = a.strategy_id where a.district_id = :district and "
      "coalesce(a.starts_on, a.due_on, :no_start) <= :last and "
      "coalesce(a.due_on, a.starts_on, :no_end) >= :first group by st.goal_id, a.school_id, "
      "a.status",
      today, district, first, last, last, first);
}

std::vector<SchoolYear> all_years(db::Tx& tx, const DistrictId& district, const plan::Plan& plan,
                                  const SchoolYear& asked) {
  auto years = years_between(plan.starts_on, plan.ends_on);
  years.push_back(asked);
  for (const auto& row : tx.all<YearRow>(
           "select distinct year from funding_line where district_id = :district", district)) {
    years.push_back(row.year);
  }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

}  // namespace

Result<Dashboard> dashboard(db::Tx& tx, const DistrictId& district, const Date& today,
                            const Filter& filter) {
  const auto plan = tx.row_of<plan::Plan>(district, "");
  if (!plan) return problem::not_found("plan");
  Dashboard result;
  result.year = filter.year.value_or(SchoolYear::of(today));
  result.years = all_years(tx, district, *plan, result.year);
  Rows rows;
  rows.only = filter.goal;
  rows.goals = tx.rows_of<plan::Goal>(district, "");
  if (filter.goal && std::none_of(rows.goals.begin(), rows.goals.end(), [&](const auto& goal) {
        return goal.id == *filter.goal && goal.status != plan::GoalStatus::archived;
      })) {
    return problem::not_found("goal");
  }
  rows.schools = org::schools(tx, district);
  for (const auto& row : tx.all<GoalCount>(
           "select goal_id, count(*) from measure where district_id = :district group by goal_id",
           district)) {
    rows.measures[row.goal_id] = row.count;
  }
  rows.activities = activities(tx, district, result.year, today);
  rows.money = tx.all<MoneyRow>(
      "select st.goal_id, l.school_id, cast(sum(l.amount_cents) as bigint), "
      "cast(coalesce(sum(u.used), 0) as bigint) from funding_line l join strategy st on "
      "st.district_id = l.district_id and st.id = l.strategy_id left join (select line_id, "
      "sum(amount_cents) as used from spending where district_id = :owner group by line_id) u on "
      "u.line_id = l.id where l.district_id = :district and l.year = :year group by st.goal_id, "
      "l.school_id",
      district, district, result.year);
  result.group = filter.group;
  for (const auto& row : tx.all<GroupRow>(
           "select name from student_group where district_id = :district and active = 1",
           district)) {
    result.groups.push_back(row.name);
  }
  std::sort(result.groups.begin(), result.groups.end());
  rows.places =
      filter.group ? targets_of_group(tx, district, *filter.group) : courses(tx, district);
  rows.templates = tx.all<TemplateRow>(
      "select id, school_id, state from template where district_id = :district and kind = "
      "'building' and round_id = (select id from round where district_id = :same_district order "
      "by year desc limit 1)",
      district, district);
  assemble(result, rows);
  result.together = together(tx, district, result, today);
  return result;
}

}  // namespace tandem::dashboard
