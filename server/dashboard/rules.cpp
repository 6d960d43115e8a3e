#include "dashboard/rules.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "plan/rules.hpp"

namespace tandem::dashboard {
namespace {

using Place = std::pair<RecordId, SchoolId>;  // an empty school: at district level

Place place_of(const RecordId& goal, const std::optional<SchoolId>& school) {
  return {goal, school.value_or(SchoolId{})};
}

void count(Tally& tally, const ActivityRow& row) {
  switch (row.status) {
    case plan::ActivityStatus::not_started:
      tally.not_started += row.count;
      tally.late += row.late;
      break;
    case plan::ActivityStatus::in_progress:
      tally.in_progress += row.count;
      tally.late += row.late;
      break;
    case plan::ActivityStatus::done:
      tally.done += row.count;
      break;
    case plan::ActivityStatus::dropped:
      break;
  }
}

void count(Course& course, const MeasureRow& row) {
  if (row.has_target) ++course.with_target;
  if (!row.on_track) return;
  if (*row.on_track) ++course.on_track;
  else ++course.off_track;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  not_started += other.not_started;
  in_progress += other.in_progress;
  done += other.done;
  late += other.late;
  cents.value += other.cents.value;
  used_cents.value += other.used_cents.value;
  return *this;
}

Course& Course::operator+=(const Course& other) {
  measures += other.measures;
  with_target += other.with_target;
  on_track += other.on_track;
  off_track += other.off_track;
  return *this;
}

void assemble(Dashboard& into, const Rows& rows) {
  // The cells, each with its place, in the order of goals and then schools.
  std::map<Place, std::size_t> at;
  std::int64_t number = 0;
  auto goals = rows.goals;
  std::sort(goals.begin(), goals.end(), [](const auto& a, const auto& b) {
    return std::pair(a.position, a.id) < std::pair(b.position, b.id);
  });
  for (const auto& school : rows.schools) {
    if (school.status != org::SchoolStatus::open) continue;
    into.schools.push_back({school.school_id(), school.name, school.level, 0, {}, {}, {}, {}});
  }
  const auto measures_of = [&](const RecordId& goal) {
    const auto found = rows.measures.find(goal);
    return found == rows.measures.end() ? 0 : found->second;
  };
  for (const auto& goal : goals) {
    if (goal.status == plan::GoalStatus::archived) continue;
    ++number;
    if (rows.only && goal.id != *rows.only) continue;
    GoalRow row{goal.id, number, goal.title, goal.status, 0, {}, {}};
    const auto add = [&](const std::optional<SchoolId>& school) {
      at[place_of(goal.id, school)] = into.cells.size();
      into.cells.push_back({goal.id, school, {}, {}});
      into.cells.back().course.measures = measures_of(goal.id);
    };
    add(std::nullopt);
    for (const auto& school : into.schools) {
      if (!plan::applies_to(goal, school.id)) continue;
      add(school.id);
      ++row.schools;
    }
    into.goals.push_back(std::move(row));
  }
  const auto cell = [&](const RecordId& goal, const std::optional<SchoolId>& school) -> Cell* {
    const auto found = at.find(place_of(goal, school));
    return found == at.end() ? nullptr : &into.cells[found->second];
  };
  for (const auto& row : rows.activities) {
    if (auto* there = cell(row.goal_id, row.school_id)) count(there->tally, row);
  }
  for (const auto& row : rows.money) {
    if (auto* there = cell(row.goal_id, row.school_id)) {
      there->tally.cents.value += row.cents.value;
      there->tally.used_cents.value += row.used_cents.value;
    }
  }
  for (const auto& row : rows.places) {
    if (auto* there = cell(row.goal_id, row.school_id)) count(there->course, row);
  }
  for (const auto& one : into.cells) {
    for (auto& goal : into.goals) {
      if (goal.id != one.goal_id) continue;
      goal.tally += one.tally;
      goal.course += one.course;
    }
    for (auto& school : into.schools) {
      if (one.school_id != school.id) continue;
      ++school.goals;
      school.tally += one.tally;
      school.course += one.course;
    }
    into.tally += one.tally;
    into.course += one.course;
  }
  for (const auto& row : rows.templates) {
    for (auto& school : into.schools) {
      if (row.school_id != school.id) continue;
      school.template_id = row.id;
      school.template_state = row.state;
    }
  }
}

std::vector<Together> together_of(const std::vector<SchoolRow>& schools, const TogetherRows& rows,
                                  const Date& today) {
  std::vector<Together> places(1);
  std::map<std::string, std::size_t> at{{"", 0}};
  for (const auto& school : schools) {
    at.emplace(school.id.value, places.size());
    places.emplace_back().school_id = school.id;
  }
  const auto place_of_row = [&](const std::string& place) -> Together* {
    const auto found = at.find(place);
    return found == at.end() ? nullptr : &places[found->second];
  };
  auto reports = rows.reports;
  std::sort(reports.begin(), reports.end(), [](const ReportRow& a, const ReportRow& b) {
    return std::tie(a.due_on, a.id) < std::tie(b.due_on, b.id);
  });
  for (const auto& row : reports) {
    auto* place = place_of_row(row.place);
    if (place == nullptr) continue;
    ++place->reports;
    const bool late = !row.is_in && row.due_on < today;
    if (row.is_in) ++place->reports_in;
    if (late) ++place->reports_late;
    if (place->reports_late == 0 || (late && place->reports_late == 1)) place->report_id = row.id;
  }
  const auto add = [&](const std::vector<PlaceCount>& counts, std::int64_t Together::*all,
                       std::int64_t Together::*waiting) {
    for (const auto& row : counts) {
      auto* place = place_of_row(row.place);
      if (place == nullptr) continue;
      place->*all += row.count;
      if (waiting != nullptr) place->*waiting += row.waiting;
    }
  };
  add(rows.barriers, &Together::barriers_open, &Together::barriers_waiting);
  add(rows.communications, &Together::communications, &Together::communications_due);
  add(rows.commitments, &Together::commitments_open, &Together::commitments_waiting);
  add(rows.decisions, &Together::decisions, nullptr);
  add(rows.procedures, &Together::procedures, nullptr);
  add(rows.learning, &Together::learning_cycles, nullptr);
  add(rows.workshops, &Together::workshops, nullptr);
  return places;
}

std::vector<SchoolYear> years_between(const Date& first, const Date& last) {
  std::vector<SchoolYear> years;
  for (auto year = SchoolYear::of(first); year <= SchoolYear::of(last) && years.size() < 50;) {
    years.push_back(year);
    year = SchoolYear::of(Date::from(days_of(year).second.day() + std::chrono::days{1}));
  }
  return years;
}

std::pair<Date, Date> days_of(const SchoolYear& year) {
  int first = 0;
  std::from_chars(year.value.data(), year.value.data() + 4, first);
  return {Date{fmt::format("{:04}-07-01", first)}, Date{fmt::format("{:04}-06-30", first + 1)}};
}

}  // namespace tandem::dashboard
