// Which of all the figures that are published together may be shown: those of one thing that was
// counted, on one day, for places (schools, and the district as their total) and for groups of
// students in categories (gender, language, ...). The one rule that data sets, measured values and
// targets' baselines go through.
//
// The groups of one category share no student, so each category is a table of places by groups
// (suppression.hpp), and all these tables share the places' totals. Those are decided first, by
// themselves. A place whose total is withheld is withheld altogether, so that no category gives
// the total back; every other total counts as known in every category, also one that is not
// published where another category's groups add up to it. Then each category can be protected by
// itself without one undoing what another did.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "statistics/suppression.hpp"

namespace tandem::statistics {

struct Figure {
  std::string place;     // empty: all places together
  std::string category;  // of the group
  std::string group;     // empty: everybody, whatever the category
  std::int64_t students = 0;
  bool told = false;  // published elsewhere: it is known, and cannot be withheld any more
};

// For each figure, in their order, whether it may be shown. Where the groups of a category add up
// to more than everybody they overlap, and each is set against everybody by itself.
std::vector<bool> may_show(const std::vector<Figure>& figures, std::int64_t fewest = kFewestShown);

}  // namespace tandem::statistics
