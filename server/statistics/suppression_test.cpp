#include "statistics/suppression.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace tandem::statistics {
namespace {

using Bools = std::vector<bool>;

TEST(Suppression, WithholdsTheSmallAndOneMoreSoThatNobodyCanSubtract) {
  const auto shown = may_show(120, {60, 51, 9});
  EXPECT_TRUE(shown.total);
  EXPECT_EQ(shown.parts, (Bools{true, false, false}));
}

TEST(Suppression, WithholdsNothingWithoutNeed) {
  EXPECT_EQ(may_show(100, {10, 40, 50}).parts, (Bools{true, true, true}));
  // Two small groups cover each other, if together they are not too few.
  EXPECT_EQ(may_show(112, {6, 6, 100}).parts, (Bools{false, false, true}));
  EXPECT_EQ(may_show(107, {3, 4, 100}).parts, (Bools{false, false, false}));
  // Without a total there is nothing to subtract from.
  EXPECT_EQ(may_show(std::nullopt, {3, 40, 50}).parts, (Bools{false, true, true}));
  // Many students in no listed group hide the small one by themselves.
  EXPECT_EQ(may_show(300, {4, 60}).parts, (Bools{false, true}));
}

TEST(Suppression, ProtectsThoseWhomNobodyLists) {
  // 96 of 100 are listed: the other four would be known by subtraction.
  const auto shown = may_show(100, {96});
  EXPECT_TRUE(shown.total);
  EXPECT_EQ(shown.parts, Bools{false});
}

TEST(Suppression, WithholdsTheTotalWhereNothingElseHelps) {
  EXPECT_FALSE(may_show(9, {9}).total);
  EXPECT_FALSE(may_show(7, {3, 4}).total);
  EXPECT_TRUE(may_show(14, {9, 5}).total);
  EXPECT_TRUE(may_show(40, {40}).parts[0]);
}

TEST(Suppression, SeesThroughRowsAndColumns) {
  CountTable table;
  table.rows = table.columns = 3;
  table.cells = {5, 30, 40, 30, 35, 50, 60, 70, 80};
  table.row_totals = {75, 115, 210};
  table.column_totals = {95, 135, 170};
  table.total = 400;
  const auto shown = may_show(table);
  // One more in the row alone would be found by its column, and so on: a rectangle it has to be.
  EXPECT_EQ(shown.cells, (Bools{false, false, true, false, false, true, true, true, true}));
  EXPECT_EQ(shown.row_totals, Bools(3, true));
  EXPECT_EQ(shown.column_totals, Bools(3, true));
  EXPECT_TRUE(shown.total);
}

TEST(Suppression, RefusesWhatIsNoTable) {
  CountTable table;
  table.rows = 1;
  EXPECT_THROW(static_cast<void>(may_show(table)), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(may_show(10, {-1})), std::invalid_argument);
}

// Somebody who tries to show that a group is too small, by search and not by the network the
// rules use: they know what is shown and how figures add up, and look for figures of the rest
// under which the group has ten students. If there are none, the group is given away.
class Attacker {
 public:
  std::size_t figure(std::int64_t truth, bool known) {
    truth_.push_back(truth);
    known_.push_back(known);
    return truth_.size() - 1;
  }
  // parts add up to total
  void sum(std::size_t total, const std::vector<std::size_t>& parts) {
    sums_.push_back({{total, -1}});
    for (const auto part : parts) sums_.back().push_back({part, 1});
  }
  [[nodiscard]] std::int64_t truth(std::size_t i) const { return truth_[i]; }
  [[nodiscard]] bool known(std::size_t i) const { return known_[i]; }

  bool excludes_ten(std::size_t figure) {
    values_.assign(truth_.size(), -1);
    for (std::size_t i = 0; i < truth_.size(); ++i) {
      if (known_[i]) values_[i] = truth_[i];
    }
    values_[figure] = kFewestShown;
    return !possible();
  }

 private:
  struct Term {
    std::size_t figure;
    std::int64_t sign;
  };

  // Fills in what follows, then tries what is left. No figure has to move by more than ten.
  bool possible() {
    const auto before = values_;
    if (follow()) {
      const auto open = std::find(values_.begin(), values_.end(), -1);
      if (open == values_.end()) return true;
      const auto i = static_cast<std::size_t>(open - values_.begin());
      for (std::int64_t step = 0; step <= 2 * kFewestShown; ++step) {
        const auto value = truth_[i] + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
        if (value < 0) continue;
        values_[i] = value;
        if (possible()) return true;
      }
    }
    values_ = before;
    return false;
  }
  bool follow() {
    for (bool moved = true; moved;) {
      moved = false;
      for (const auto& terms : sums_) {
        std::int64_t left = 0;
        const Term* open = nullptr;
        int opens = 0;
        for (const auto& term : terms) {
          if (values_[term.figure] >= 0) left += term.sign * values_[term.figure];
          else ++opens, open = &term;
        }
        if (opens == 0 && left != 0) return false;
        if (opens != 1) continue;
        const auto value = -left * open->sign;
        if (value < 0 || std::llabs(value - truth_[open->figure]) > kFewestShown) return false;
        values_[open->figure] = value;
        moved = true;
      }
    }
    return true;
  }

  std::vector<std::int64_t> truth_;
  Bools known_;
  std::vector<std::vector<Term>> sums_;
  std::vector<std::int64_t> values_;
};

struct Case {
  CountTable table;
  std::vector<std::int64_t> unlisted_in_row, unlisted_in_column;
};

Case any_case(std::size_t most) {
  Case made;
  auto& t = made.table;
  t.rows = *rc::gen::inRange<std::size_t>(1, most + 1);
  t.columns = *rc::gen::inRange<std::size_t>(1, most + 1);
  const bool totals = *rc::gen::arbitrary<bool>();
  const auto few = rc::gen::weightedOneOf<std::int64_t>(
      {{2, rc::gen::inRange<std::int64_t>(0, 10)}, {3, rc::gen::inRange<std::int64_t>(10, 40)}});
  const auto others = rc::gen::weightedOneOf<std::int64_t>(
      {{3, rc::gen::just<std::int64_t>(0)}, {1, rc::gen::inRange<std::int64_t>(1, 30)}});
  made.unlisted_in_row.resize(t.rows);
  made.unlisted_in_column.resize(t.columns);
  std::vector<std::int64_t> rows(t.rows), columns(t.columns);
  for (std::size_t r = 0; r < t.rows; ++r) {
    for (std::size_t c = 0; c < t.columns; ++c) {
      const auto students = *few;
      t.cells.push_back(students);
      rows[r] += students;
      columns[c] += students;
    }
  }
  if (totals) {
    for (std::size_t r = 0; r < t.rows; ++r) rows[r] += made.unlisted_in_row[r] = *others;
    for (std::size_t c = 0; c < t.columns; ++c) columns[c] += made.unlisted_in_column[c] = *others;
  }
  const auto shown = [&](std::int64_t total) {
    return totals || *rc::gen::arbitrary<bool>() ? CountTable::Count(total) : std::nullopt;
  };
  for (const auto total : rows) t.row_totals.push_back(shown(total));
  for (const auto total : columns) t.column_totals.push_back(shown(total));
  const auto sum = [](const auto& list) { return std::accumulate(list.begin(), list.end(), 0L); };
  t.total = shown(sum(rows) + sum(made.unlisted_in_column));
  return made;
}

// The attacker's view of a case, and the figures that are about too few.
Attacker look_at(const Case& given, const Shown& shown) {
  const auto& t = given.table;
  Attacker attacker;
  std::vector<std::vector<std::size_t>> by_row(t.rows + 1), by_column(t.columns + 1);
  for (std::size_t r = 0; r <= t.rows; ++r) {
    for (std::size_t c = 0; c <= t.columns; ++c) {
      const bool listed = r < t.rows && c < t.columns;
      std::int64_t truth = 0;
      if (listed) truth = *t.cells[r * t.columns + c];
      else if (r < t.rows) truth = given.unlisted_in_row[r];
      else if (c < t.columns) truth = given.unlisted_in_column[c];
      const bool known = listed ? shown.cells[r * t.columns + c] : truth == 0;
      const auto i = attacker.figure(truth, known);
      by_row[r].push_back(i);
      by_column[c].push_back(i);
    }
  }
  const auto sums_of = [&](const auto& lines, const auto& totals_shown) {
    std::vector<std::size_t> sums;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::int64_t truth = 0;
      for (const auto part : lines[i]) truth += attacker.truth(part);
      const bool known = i < totals_shown.size() ? totals_shown[i] : truth == 0;
      sums.push_back(attacker.figure(truth, known));
      attacker.sum(sums.back(), lines[i]);
    }
    return sums;
  };
  const auto rows = sums_of(by_row, shown.row_totals);
  const auto columns = sums_of(by_column, shown.column_totals);
  std::int64_t all = 0;
  for (const auto row : rows) all += attacker.truth(row);
  const auto total = attacker.figure(all, shown.total);
  attacker.sum(total, rows);
  attacker.sum(total, columns);
  return attacker;
}

void must_resist(const Case& given) {
  const auto shown = may_show(given.table);
  auto attacker = look_at(given, shown);
  const auto& t = given.table;
  const auto figures = (t.rows + 1) * (t.columns + 1) + t.rows + t.columns + 3;
  for (std::size_t i = 0; i < figures; ++i) {
    const auto students = attacker.truth(i);
    if (students >= kFewestShown) continue;
    const auto row = i / (t.columns + 1);
    const bool listed = row < t.rows && i % (t.columns + 1) < t.columns;
    if (students == 0 && !listed) continue;  // nobody there, and no figure of theirs
    RC_ASSERT(!attacker.known(i));
    RC_ASSERT(!attacker.excludes_ten(i));
  }
}

RC_GTEST_PROP(Suppression, ResistsWhoeverSubtractsInAList, ()) {
  auto given = any_case(5);
  auto& t = given.table;
  t.columns *= t.rows;  // the same numbers in one row
  t.rows = 1;
  t.row_totals = {std::accumulate(t.cells.begin(), t.cells.end(), std::int64_t{0},
                                  [](auto sum, const auto& cell) { return sum + *cell; })};
  t.column_totals.assign(t.columns, std::nullopt);
  t.total.reset();
  given.unlisted_in_row = {*rc::gen::inRange<std::int64_t>(0, 15)};
  given.unlisted_in_column.assign(t.columns, 0);
  *t.row_totals[0] += given.unlisted_in_row[0];
  must_resist(given);
}

RC_GTEST_PROP(Suppression, ResistsWhoeverSubtractsInATable, ()) { must_resist(any_case(3)); }

RC_GTEST_PROP(Suppression, ShowsEverythingWhereNobodyIsFew, ()) {
  auto given = any_case(4);
  auto& t = given.table;
  for (auto& cell : t.cells) *cell += kFewestShown;
  t.row_totals.assign(t.rows, std::nullopt);
  t.column_totals.assign(t.columns, std::nullopt);
  t.total.reset();
  for (std::size_t r = 0; r < t.rows; ++r) {
    t.row_totals[r] = 0;
    for (std::size_t c = 0; c < t.columns; ++c) *t.row_totals[r] += *t.cells[r * t.columns + c];
  }
  const auto shown = may_show(t);
  RC_ASSERT(shown.cells == Bools(t.cells.size(), true));
  RC_ASSERT(shown.row_totals == Bools(t.rows, true));
}

RC_GTEST_PROP(Suppression, DoesNotDependOnTheOrderOfDifferentGroups, ()) {
  auto sizes = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 60));
  const auto total = std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
  std::vector<std::optional<std::int64_t>> forth(sizes.begin(), sizes.end());
  auto back = forth;
  std::reverse(back.begin(), back.end());
  auto shown = may_show(total, back);
  std::reverse(shown.parts.begin(), shown.parts.end());
  RC_ASSERT(shown.parts == may_show(total, forth).parts);
}

}  // namespace
}  // namespace tandem::statistics
