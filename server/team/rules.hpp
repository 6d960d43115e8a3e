// Who is missing on a team, by the toolkit pack's rule for teams of its kind.
#pragma once

#include "team/team.hpp"
#include "toolkit/pack.hpp"

namespace tandem::team {

// A group that is not represented as the pack asks.
struct Gap {
  std::string represents;
  std::string label;
  std::int64_t have = 0;
  std::int64_t need = 0;
};
BOOST_DESCRIBE_STRUCT(Gap, (), (represents, label, have, need))

struct Standing {
  std::vector<Gap> gaps;              // in the order of the rule
  bool needs_decision_maker = false;  // one is required and missing
  bool complete = true;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (gaps, needs_decision_maker, complete))

// Without a rule nothing is missing.
Standing standing_of(const toolkit::TeamRule* rule, const std::vector<Member>& members);

}  // namespace tandem::team
