#include "team/rules.hpp"

#include <algorithm>

namespace tandem::team {

Standing standing_of(const toolkit::TeamRule* rule, const std::vector<Member>& members) {
  Standing standing;
  if (rule == nullptr) return standing;
  for (const auto& group : rule->represents) {
    const auto have = std::count_if(members.begin(), members.end(), [&](const Member& member) {
      return member.represents.value == group.id;
    });
    if (have < group.at_least)
      standing.gaps.push_back({group.id, group.label, have, group.at_least});
  }
  standing.needs_decision_maker =
      rule->needs_decision_maker && std::none_of(members.begin(), members.end(),
                                                 [](const Member& m) { return m.decision_maker; });
  standing.complete = standing.gaps.empty() && !standing.needs_decision_maker;
  return standing;
}

}  // namespace tandem::team
