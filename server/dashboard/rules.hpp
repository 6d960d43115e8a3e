// How the matrix is put together from counted rows. Pure: the order of the rows does not matter,
// and every total is the sum of the cells below it.
#pragma once

#include <map>

#include "dashboard/dashboard.hpp"

namespace tandem::dashboard {

// Activities of one goal, place and status in the year.
struct ActivityRow {
  RecordId goal_id;
  std::optional<SchoolId> school_id;
  plan::ActivityStatus status{};
  std::int64_t count = 0;
  std::int64_t late = 0;
};
BOOST_DESCRIBE_STRUCT(ActivityRow, (), (goal_id, school_id, status, count, late))

struct MoneyRow {
  RecordId goal_id;
  std::optional<SchoolId> school_id;
  Cents cents;
  Cents used_cents;
};
BOOST_DESCRIBE_STRUCT(MoneyRow, (), (goal_id, school_id, cents, used_cents))

// A measure at one place (the district: an empty school_id), and how it goes there.
struct MeasureRow {
  RecordId goal_id;
  SchoolId school_id;
  bool has_target = false;
  std::optional<bool> on_track;
};

struct TemplateRow {
  RecordId id;
  std::optional<SchoolId> school_id;
  balance::State state{};
};
BOOST_DESCRIBE_STRUCT(TemplateRow, (), (id, school_id, state))

struct Rows {
  std::vector<plan::Goal> goals;
  std::vector<org::School> schools;
  std::map<RecordId, std::int64_t> measures;  // how many a goal has
  std::vector<ActivityRow> activities;
  std::vector<MoneyRow> money;
  std::vector<MeasureRow> places;
  std::vector<TemplateRow> templates;
  std::optional<RecordId> only;  // this goal only
};

// Fills in goals, schools, cells and totals; what belongs to a closed school, to a school to which
// the goal does not apply, or to an archived goal is left out everywhere.
void assemble(Dashboard& into, const Rows& rows);

// What of working together is counted; a place is a school's id, or empty for the district.
struct ReportRow {
  RecordId id;
  std::string place;
  Date due_on;
  bool is_in = false;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (id, place, due_on, is_in))
struct PlaceCount {
  std::string place;
  std::int64_t count = 0;    // of all
  std::int64_t waiting = 0;  // of them, on somebody
};
BOOST_DESCRIBE_STRUCT(PlaceCount, (), (place, count, waiting))
struct TogetherRows {
  std::vector<ReportRow> reports;
  std::vector<PlaceCount> barriers;
  std::vector<PlaceCount> communications;
  std::vector<PlaceCount> commitments;
  std::vector<PlaceCount> decisions;
  std::vector<PlaceCount> procedures;
  std::vector<PlaceCount> learning;
  std::vector<PlaceCount> workshops;
};
// One for the district and each of the schools, in their order; rows of other places are left out.
std::vector<Together> together_of(const std::vector<SchoolRow>& schools, const TogetherRows& rows,
                                  const Date& today);

// The school years from the one of the plan's first day to that of its last.
std::vector<SchoolYear> years_between(const Date& first, const Date& last);
// Its first and last day.
std::pair<Date, Date> days_of(const SchoolYear& year);

}  // namespace tandem::dashboard
