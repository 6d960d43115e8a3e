// How a signal's score follows from what its checks looked at. Pure.
//
// A check's share is the part of its slots that are met. A signal's score is the mean of its
// checks' shares, each with its weight, times 100 and rounded down, so that only a signal of which
// nothing is missing has 100. A check that has nothing to look at is left out; a signal without
// any check has no score. Hence a slot that becomes met never lowers a score.
#pragma once

#include "signals/signals.hpp"

namespace tandem::signals {

inline constexpr std::size_t kMostMissing = 50;
inline constexpr std::size_t kMostMonths = 24;

std::optional<std::int64_t> score(const std::vector<Check>& checks);  // of one signal

// All six, in their order, whatever the order of checks and slots. What is missing is listed by
// title.
std::vector<Signal> evaluate(const std::vector<Check>& checks);

// Of each row of the continuum the checks that say something about it, by the rows' ids in the
// built-in pack. Rows of other packs that have other ids have no evidence.
struct RowTitle {
  std::string id;
  std::string title;
};
std::vector<ContinuumRow> evidence(const std::vector<Check>& checks,
                                   const std::vector<RowTitle>& rows);

}  // namespace tandem::signals
