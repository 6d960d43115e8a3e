// Small-group suppression: which figures of a table may be shown so that none about fewer than
// ten students can be read or worked out.
//
// A figure about too few students is withheld (primary suppression). Where it could still be found
// by taking what is shown from a total, further figures are withheld (complementary suppression),
// small ones before large ones and totals last. What remains is safe in this sense: whoever knows
// everything that is shown, that rows and columns add up to their totals, and that no group has
// fewer than no students, cannot exclude that a group withheld for its size has ten students or
// more. That is the upper bound of linear programming, found exactly: a table of two dimensions
// is a network, and a bound a largest flow in it. (Cox, L. H., 1995: Network models for
// complementary cell suppression. Journal of the American Statistical Association 90.)
//
// Tables that share their totals (the same students by gender and by language, in the same schools)
// are one question: published.hpp asks it.
//
// Not covered: somebody who knows this very procedure and reasons about its choices, or who knows
// some of the students; and a share of none or all, which tells of everybody it is about.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace tandem::statistics {

inline constexpr std::int64_t kFewestShown = 10;  // students

// Numbers of students in groups (columns) of places or times (rows). Nothing: no such figure is
// published. Totals may be larger than what is listed below them: students in no listed group are
// protected too, as anybody can subtract. They must not be smaller, which would mean that groups
// overlap: of overlapping groups ask about each by itself, with the total.
struct CountTable {
  using Count = std::optional<std::int64_t>;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<Count> cells;  // row by row
  std::vector<Count> row_totals;
  std::vector<Count> column_totals;
  Count total;
  // Each empty, or as long as its list.
  std::vector<bool> secret;        // cells to be withheld whatever their size
  std::vector<bool> told;          // cells that are told elsewhere and cannot be withheld any more
  std::vector<bool> told_columns;  // the same of column totals
  bool margins_stay = false;       // row totals and the total are not to be withheld here
};

// For each figure, whether it may be shown; false also where there is none.
struct Shown {
  std::vector<bool> cells;
  std::vector<bool> row_totals;
  std::vector<bool> column_totals;
  bool total = false;
  // Where a figure could not be protected as too much has to stay: its row, or the whole.
  std::vector<std::size_t> exposed_rows;
  bool exposed_whole = false;
};

// Throws std::invalid_argument if the sizes of the lists do not agree or a number is negative.
Shown may_show(const CountTable& table, std::int64_t fewest = kFewestShown);

// A total and the groups it is made of: a table of one row.
struct ShownParts {
  bool total = false;
  std::vector<bool> parts;
};
ShownParts may_show(const std::optional<std::int64_t>& total,
                    const std::vector<std::optional<std::int64_t>>& parts,
                    std::int64_t fewest = kFewestShown);

}  // namespace tandem::statistics
