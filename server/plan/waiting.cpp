#include "plan/waiting.hpp"

#include <set>
#include <unordered_map>

namespace tandem::plan {
namespace {

std::optional<WaitKind> oddity(const Activity& activity, const Activity& other) {
  using enum ActivityStatus;
  if (activity.status == dropped || other.status == done) return std::nullopt;
  if (activity.status == done) {
    return other.status == dropped ? std::nullopt : std::optional(WaitKind::begun_too_early);
  }
  if (other.status == dropped) return WaitKind::waits_in_vain;
  if (activity.status == in_progress) return WaitKind::begun_too_early;
  if (activity.due_on && other.due_on && *activity.due_on < *other.due_on) {
    return WaitKind::due_too_early;
  }
  return std::nullopt;
}

template <class See>
void each_activity(const WholePlan& plan, See&& see) {
  for (const auto& goal : plan.goals) {
    for (const auto& strategy : goal.strategies) {
      for (const auto& activity : strategy.activities) see(activity);
    }
  }
}

}  // namespace

bool would_circle(const Waits& waits, const RecordId& activity, const std::vector<RecordId>& on) {
  std::set<RecordId> seen;
  std::vector<RecordId> to_see = on;
  while (!to_see.empty()) {
    const RecordId next = std::move(to_see.back());
    to_see.pop_back();
    if (next == activity) return true;
    if (!seen.insert(next).second) continue;
    const auto found = waits.find(next);
    if (found != waits.end())
      to_see.insert(to_see.end(), found->second.begin(), found->second.end());
  }
  return false;
}

std::vector<WaitWarning> wait_warnings(const WholePlan& plan) {
  std::unordered_map<std::string_view, const Activity*> by_id;
  each_activity(plan, [&](const Activity& one) { by_id.emplace(one.id.value, &one); });
  std::vector<WaitWarning> warnings;
  each_activity(plan, [&](const Activity& activity) {
    if (!activity.waits_for) return;
    for (const auto& id : *activity.waits_for) {
      const auto other = by_id.find(id.value);
      if (other == by_id.end()) continue;
      if (const auto kind = oddity(activity, *other->second)) {
        warnings.push_back({*kind, activity.id, id});
      }
    }
  });
  return warnings;
}

}  // namespace tandem::plan
