// The district on one page: what each goal and each school has, does and has done, as a matrix
// whose every cell is counted from records one can open. And many districts, for who helps them.
#pragma once

#include "balance/balance.hpp"
#include "org/org.hpp"
#include "plan/plan.hpp"

namespace tandem::dashboard {

// Of activities and money in one school year. What was dropped is not counted.
struct Tally {
  std::int64_t not_started = 0;
  std::int64_t in_progress = 0;
  std::int64_t done = 0;
  std::int64_t late = 0;  // of those not started or in progress
  Cents cents;
  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (not_started, in_progress, done, late, cents))

// Measures with a target, and how those go that have been measured.
struct Course {
  std::int64_t measures = 0;
  std::int64_t with_target = 0;
  std::int64_t on_track = 0;
  std::int64_t off_track = 0;  // the others have no value yet, or too few students
  Course& operator+=(const Course& other);
  friend bool operator==(const Course&, const Course&) = default;
};
BOOST_DESCRIBE_STRUCT(Course, (), (measures, with_target, on_track, off_track))

// A goal where it applies: at a school, or (none) at district level.
struct Cell {
  RecordId goal_id;
  std::optional<SchoolId> school_id;
  Tally tally;
  Course course;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (goal_id, school_id, tally, course))

struct GoalRow {
  RecordId id;
  std::int64_t number = 0;  // as in the plan's document
  std::string title;
  plan::GoalStatus status{};
  std::int64_t schools = 0;  // open ones to which it applies
  Tally tally;               // of all its cells
  Course course;
};
BOOST_DESCRIBE_STRUCT(GoalRow, (), (id, number, title, status, schools, tally, course))

struct SchoolRow {
  SchoolId id;
  std::string name;
  org::SchoolLevel level{};
  std::int64_t goals = 0;
  Tally tally;
  Course course;
  std::optional<RecordId> template_id;  // of the newest round
  std::optional<balance::State> template_state;
};
BOOST_DESCRIBE_STRUCT(SchoolRow, (),
                      (id, name, level, goals, tally, course, template_id, template_state))

struct Dashboard {
  SchoolYear year;                // that activities and money are of
  std::vector<SchoolYear> years;  // of the plan, and of its money
  std::optional<std::string> group;
  std::vector<std::string> groups;  // student groups with targets or values
  Tally tally;
  Course course;
  std::vector<GoalRow> goals;      // active and maintained ones
  std::vector<SchoolRow> schools;  // open ones, by name
  std::vector<Cell> cells;
};
BOOST_DESCRIBE_STRUCT(Dashboard, (),
                      (year, years, group, groups, tally, course, goals, schools, cells))

// ---- Many districts ----------------------------------------------------------------------------

struct DistrictRow {
  DistrictId id;
  std::string code;
  std::string name;
  std::int64_t schools = 0;  // open
  std::int64_t goals = 0;    // active
  std::int64_t strategies = 0;
  Tally tally;                          // of all years
  std::int64_t templates = 0;           // of buildings, in the newest round
  std::int64_t accepted = 0;            // of them
  std::optional<std::int64_t> signals;  // mean of the six scores of its newest month
};
BOOST_DESCRIBE_STRUCT(DistrictRow, (),
                      (id, code, name, schools, goals, strategies, tally, templates, accepted,
                       signals))

struct Rollup {
  std::vector<DistrictRow> districts;  // by name
  std::int64_t schools = 0;
  std::int64_t goals = 0;
  std::int64_t strategies = 0;
  Tally tally;
};
BOOST_DESCRIBE_STRUCT(Rollup, (), (districts, schools, goals, strategies, tally))

}  // namespace tandem::dashboard
