#include "strategy/rules.hpp"

#include <set>

namespace tandem::strategy {
namespace {

constexpr std::size_t kMaxQuestions = 20;
constexpr std::size_t kMaxSystems = 10;
constexpr std::size_t kMaxSchools = 2000;

template <class T>
void check_list(std::vector<FieldError>& errors, const std::vector<T>& list,
                const std::string& name, std::size_t most) {
  if (list.size() > most)
    errors.push_back({"/" + name, fmt::format("has more than {} items", most)});
  std::set<T> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!seen.insert(list[i]).second) {
      errors.push_back({fmt::format("/{}/{}", name, i), "stands in the list already"});
    }
  }
}

}  // namespace

std::vector<FieldError> faults(const LibraryStrategyFields& fields) {
  std::vector<FieldError> errors;
  check_list(errors, fields.systems, "systems", kMaxSystems);
  check_list(errors, fields.questions, "questions", kMaxQuestions);
  using enum plan::EvidenceTier;
  const bool studied = fields.evidence_tier == strong || fields.evidence_tier == moderate ||
                       fields.evidence_tier == promising;
  if (studied && fields.citation.empty()) {
    errors.push_back({"/citation", "is needed for evidence of tiers 1 to 3: name the study"});
  }
  return errors;
}

std::vector<FieldError> faults(const InitiativeFields& fields, bool own) {
  std::vector<FieldError> errors;
  check_list(errors, fields.schools, "schools", kMaxSchools);
  if (own && !fields.schools.empty()) {
    errors.push_back({"/schools", "is only for what the district reports"});
  }
  if (fields.decision != Decision::undecided && fields.reason.empty()) {
    errors.push_back({"/reason", "is needed with a decision"});
  }
  const bool folded = fields.decision == Decision::fold_in;
  if (folded && !fields.strategy_id) {
    errors.push_back({"/strategy_id", "is needed: the strategy that it is folded into"});
  }
  if (!folded && fields.strategy_id) {
    errors.push_back({"/strategy_id", "is only for what is folded in"});
  }
  return errors;
}

}  // namespace tandem::strategy
