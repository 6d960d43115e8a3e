#include "monitor/rules.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "plan/rules.hpp"
#include "statistics/suppression.hpp"

namespace tandem::monitor {
namespace {

constexpr std::int64_t kMostPeople = 1'000'000;
constexpr std::int64_t kHighestFidelity = 4;

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t number = 0;
  const auto* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || at != end || number < 0) return std::nullopt;
  return number;
}

}  // namespace

Standing standing_of(const CycleFields& cycle, const Report& report, const Date& today) {
  if (report.state == ReportState::submitted) {
    const bool late = report.submitted_at && report.submitted_at->date() > cycle.due_on;
    return late ? Standing::submitted_late : Standing::submitted;
  }
  if (today < cycle.opens_on) return Standing::upcoming;
  if (today <= cycle.due_on) return Standing::waiting;
  return today.day() <= cycle.due_on.day() + kGrace ? Standing::late : Standing::missing;
}

std::vector<FieldError> faults(const CycleFields& fields) {
  if (fields.due_on >= fields.opens_on) return {};
  return {{"/due_on", "must not be before the day it opens"}};
}

std::optional<std::string> part_fault(Part part, const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto number = whole(value);
  switch (part) {
    case Part::fidelity:
      if (number && *number <= kHighestFidelity) return std::nullopt;
      return "must be a whole number from 0 to 4";
    case Part::adults_reached:
    case Part::adults_expected:
      if (number && *number <= kMostPeople) return std::nullopt;
      return "must be a whole number";
    case Part::students_reached:
      if (value == kFew) return std::nullopt;
      if (number && *number > 0 && *number < statistics::kFewestShown) {
        return "must be \"few\" for one to nine students: so small a number could tell who they "
               "are";
      }
      if (number && *number <= kMostPeople) return std::nullopt;
      return "must be a whole number, or few";
    case Part::recommendation:
      if (value == "keep" || value == "adjust" || value == "stop") return std::nullopt;
      return "must be one of: keep, adjust, stop";
    case Part::evidence:
    case Part::meaning:
    case Part::advice:
      break;
  }
  return std::nullopt;
}

std::vector<FieldError> faults(const ValueFields& fields, const std::string& unit,
                               const Date& today) {
  std::vector<FieldError> errors;
  if (fields.taken_on > today) errors.push_back({"/taken_on", "must not lie ahead"});
  if (fields.value.has_value() == fields.count.has_value()) {
    errors.push_back({"/value", "must be given, or a count, and not both"});
  }
  const bool share = is_share(unit);
  if (fields.count && !share) {
    errors.push_back({"/count", "is for measures in percent"});
  }
  if (!fields.n && (share || fields.group_id)) {
    errors.push_back({"/n", "is needed: of how many"});
  }
  if (fields.n && fields.n->value < 1) errors.push_back({"/n", "must be at least 1"});
  if (fields.n && fields.count && fields.count->value > fields.n->value) {
    errors.push_back({"/count", "must not be more than n"});
  }
  if (share && fields.value && (*fields.value < 0 || *fields.value > 100)) {
    errors.push_back({"/value", "must be from 0 to 100"});
  }
  return errors;
}

double value_of(const ValueFields& fields) {
  if (fields.value) return *fields.value;
  if (!fields.count || !fields.n || fields.n->value == 0) return 0;
  return 100.0 * static_cast<double>(fields.count->value) / static_cast<double>(fields.n->value);
}

bool is_reported(const plan::Goal& goal, const plan::Strategy& strategy,
                 const std::optional<SchoolId>& school, const CycleFields& cycle) {
  if (goal.status != plan::GoalStatus::active) return false;
  if (strategy.stopped_on && *strategy.stopped_on <= cycle.due_on) return false;
  return !school || plan::applies_to(goal, *school);
}

std::vector<FieldError> missing_parts(const std::vector<RecordId>& strategies,
                                      const std::vector<Entry>& entries) {
  std::set<RecordId> rated;
  for (const auto& entry : entries) {
    if (entry.part == Part::fidelity && !entry.value.empty()) rated.insert(entry.strategy_id);
  }
  std::vector<FieldError> errors;
  for (const auto& strategy : strategies) {
    if (rated.count(strategy) > 0) continue;
    errors.push_back({"/strategies/" + strategy.value + "/fidelity", "is not rated yet"});
  }
  return errors;
}

}  // namespace tandem::monitor
