// The board's summary: where the one plan stands, on two pages whatever its size. What does not
// fit is counted, and stands in the full plan.
#pragma once

#include "balance/service.hpp"
#include "report/document.hpp"

namespace tandem::report {

struct BoardFacts {
  Facts plan;
  std::optional<balance::Standing> round;  // the latest, if there is one
};

Result<BoardFacts> read_board_facts(db::Tx& tx, const DistrictId& district);
std::string board_html_of(const BoardFacts& facts, const std::optional<Links>& links);

}  // namespace tandem::report
