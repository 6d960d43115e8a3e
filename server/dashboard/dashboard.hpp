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
  Cents cents;            // planned
  Cents used_cents;       // of it committed or spent
  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (not_started, in_progress, done, late, cents, used_cents))

// Measures with a target, and how those go that have been measured: as monitor::track_of() says.
struct Course {
  std::int64_t measures = 0;
  std::int64_t with_target = 0;
  std::int64_t on_track = 0;   // or reached
  std::int64_t off_track = 0;  // or behind; the others have no value yet, or too few students
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

// How a place works with the others: what it reported in the year, and what stands open now.
struct Together {
  std::optional<SchoolId> school_id;  // none: the district
  std::int64_t reports = 0;           // of the year's monitoring cycles that have opened
  std::int64_t reports_in = 0;
  std::int64_t reports_late = 0;      // their day has gone by and they are not in
  std::optional<RecordId> report_id;  // the oldest that is late, or else the newest
  std::int64_t barriers_open = 0;
  std::int64_t barriers_waiting = 0;  // raised to the district and not answered
  std::int64_t communications = 0;
  std::int64_t communications_due = 0;   // a day has come and it is not done
  std::int64_t commitments_open = 0;     // not reviewed yet
  std::int64_t commitments_waiting = 0;  // nobody has acknowledged them, or their day has gone by
  std::int64_t decisions = 0;
  std::int64_t procedures = 0;
  std::int64_t learning_cycles = 0;  // begun in the year
  std::int64_t workshops = 0;        // held in the year
  friend bool operator==(const Together&, const Together&) = default;
};
BOOST_DESCRIBE_STRUCT(Together, (),
                      (school_id, reports, reports_in, reports_late, report_id, barriers_open,
                       barriers_waiting, communications, communications_due, commitments_open,
                       commitments_waiting, decisions, procedures, learning_cycles, workshops))

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
  std::vector<Together> together;  // the district first, then the schools in their order
};
BOOST_DESCRIBE_STRUCT(Dashboard, (),
                      (year, years, group, groups, tally, course, goals, schools, cells, together))

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
  std::int64_t reports_due = 0;         // of this school year's cycles whose day has gone by
  std::int64_t reports_in = 0;          // of them
  std::optional<std::int64_t> signals;  // mean of the six scores of its newest month
};
BOOST_DESCRIBE_STRUCT(DistrictRow, (),
                      (id, code, name, schools, goals, strategies, tally, templates, accepted,
                       reports_due, reports_in, signals))

struct Rollup {
  std::vector<DistrictRow> districts;  // by name
  std::int64_t schools = 0;
  std::int64_t goals = 0;
  std::int64_t strategies = 0;
  Tally tally;
};
BOOST_DESCRIBE_STRUCT(Rollup, (), (districts, schools, goals, strategies, tally))

}  // namespace tandem::dashboard
