#include "plan/readiness.hpp"

#include <algorithm>
#include <set>

namespace tandem::plan {
namespace {

constexpr std::size_t kMaxAnswers = 20;
constexpr std::int64_t kAgainst = 2;  // a score up to here speaks against the strategy
constexpr std::int64_t kFor = 4;      // and one from here on for it

template <class List, class Key>
void check_once(std::vector<FieldError>& errors, const List& list, const std::string& name,
                Key&& key_of) {
  std::set<decltype(key_of(list.front()))> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!seen.insert(key_of(list[i])).second) {
      errors.push_back({fmt::format("/{}/{}", name, i), "stands in the list already"});
    }
  }
}

}  // namespace

std::vector<FieldError> faults(const ReadinessFields& fields) {
  std::vector<FieldError> errors;
  check_once(errors, fields.supports, "supports", [](const auto& item) { return item.system; });
  check_once(errors, fields.ratings, "ratings", [](const auto& item) { return item.facet; });
  check_once(errors, fields.answers, "answers",
             [](const auto& item) { return item.question.value; });
  if (fields.answers.size() > kMaxAnswers) {
    errors.push_back({"/answers", fmt::format("has more than {} items", kMaxAnswers)});
  }
  return errors;
}

Verdict judge(const ReadinessFields& fields, const std::vector<System>& systems) {
  const bool refused =
      std::any_of(fields.ratings.begin(), fields.ratings.end(),
                  [](const auto& rating) { return rating.score.value <= kAgainst; }) ||
      std::any_of(fields.supports.begin(), fields.supports.end(),
                  [](const auto& support) { return support.state == SupportState::missing; }) ||
      std::any_of(fields.answers.begin(), fields.answers.end(),
                  [](const auto& answer) { return answer.answer == Answer::no; });
  if (refused) return Verdict::not_ready;

  const bool all_systems = std::all_of(systems.begin(), systems.end(), [&](System system) {
    return std::any_of(fields.supports.begin(), fields.supports.end(),
                       [&](const auto& support) { return support.system == system; });
  });
  if (fields.ratings.size() < kFacets || !all_systems) return Verdict::unfinished;

  const bool all_well =
      std::all_of(fields.ratings.begin(), fields.ratings.end(),
                  [](const auto& rating) { return rating.score.value >= kFor; }) &&
      std::all_of(fields.supports.begin(), fields.supports.end(),
                  [](const auto& support) { return support.state == SupportState::ready; }) &&
      std::all_of(fields.answers.begin(), fields.answers.end(),
                  [](const auto& answer) { return answer.answer == Answer::yes; });
  return all_well ? Verdict::ready : Verdict::nearly;
}

}  // namespace tandem::plan
