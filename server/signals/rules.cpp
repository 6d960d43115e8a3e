#include "signals/rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tandem::signals {
namespace {

std::int64_t met_of(const Check& check) {
  return std::count_if(check.slots.begin(), check.slots.end(),
                       [](const Slot& slot) { return slot.met; });
}

std::int64_t size_of(const Check& check) { return static_cast<std::int64_t>(check.slots.size()); }

CheckResult result_of(const Check& check) {
  CheckResult result{check.key, met_of(check), size_of(check), {}};
  for (const auto& slot : check.slots) {
    if (!slot.met) result.missing.push_back(slot);
  }
  const auto key = [](const Slot& slot) { return std::tie(slot.title, slot.link); };
  std::sort(result.missing.begin(), result.missing.end(),
            [&](const Slot& a, const Slot& b) { return key(a) < key(b); });
  if (result.missing.size() > kMostMissing) result.missing.resize(kMostMissing);
  return result;
}

// What the signal would gain if nothing of this check were missing, in parts of its weights.
double lost(const Check& check) {
  if (check.slots.empty()) return 0;
  const auto share = static_cast<double>(met_of(check)) / static_cast<double>(size_of(check));
  return static_cast<double>(check.weight) * (1 - share);
}

}  // namespace

std::optional<std::int64_t> score(const std::vector<Check>& checks) {
  double sum = 0;
  double weights = 0;
  bool whole = true;
  for (const auto& check : checks) {
    if (check.slots.empty()) continue;
    const auto met = met_of(check);
    whole = whole && met == size_of(check);
    const auto weight = static_cast<double>(check.weight);
    sum += weight * static_cast<double>(met) / static_cast<double>(size_of(check));
    weights += weight;
  }
  if (weights == 0) return std::nullopt;
  if (whole) return 100;
  // The small number is for what a sum of fractions loses, so that it does not depend on order.
  return std::min<std::int64_t>(99, static_cast<std::int64_t>(100 * sum / weights + 1e-9));
}

std::vector<Signal> evaluate(const std::vector<Check>& checks) {
  std::vector<Signal> signals;
  for (std::int64_t i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    std::vector<Check> own;
    std::copy_if(checks.begin(), checks.end(), std::back_inserter(own),
                 [&](const Check& check) { return check.signal == kind; });
    std::sort(own.begin(), own.end(), [](const Check& a, const Check& b) { return a.key < b.key; });
    Signal signal{kind, score(own), {}, {}, std::nullopt};
    double most = 0;
    for (const auto& check : own) {
      signal.checks.push_back(result_of(check));
      if (lost(check) > most) {
        most = lost(check);
        signal.next = check.key;
      }
    }
    signals.push_back(std::move(signal));
  }
  return signals;
}

std::vector<ContinuumRow> evidence(const std::vector<Check>& checks,
                                   const std::vector<RowTitle>& rows) {
  static const std::map<std::string, std::vector<std::string>> kSaySomething = {
      {"vision", {"goal_statement", "goal_answers_need", "public_told", "school_tells"}},
      {"policies",
       {"team_charge", "team_decisions", "team_procedures", "commitment_both_ways",
        "commitment_reviewed"}},
      {"routines",
       {"template_reviewed", "workshop_held", "reports_in", "reports_on_time",
        "communication_done"}},
      {"goal-setting", {"school_target", "needs_reported", "measure_values"}},
      {"plans", {"school_steps", "template_in", "adjustment_decided"}},
      {"perspectives",
       {"team_complete", "voices_at_table", "decision_heard", "workshop_voices",
        "barrier_answered"}},
  };
  std::vector<ContinuumRow> result;
  for (const auto& row : rows) {
    ContinuumRow shown{row.id, row.title, {}};
    const auto keys = kSaySomething.find(row.id);
    if (keys != kSaySomething.end()) {
      for (const auto& key : keys->second) {
        const auto check = std::find_if(checks.begin(), checks.end(),
                                        [&](const Check& one) { return one.key == key; });
        if (check != checks.end() && !check->slots.empty()) {
          shown.evidence.push_back(result_of(*check));
        }
      }
    }
    result.push_back(std::move(shown));
  }
  return result;
}

}  // namespace tandem::signals
