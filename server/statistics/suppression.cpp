#include "statistics/suppression.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <stdexcept>

namespace tandem::statistics {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// A figure as an arc between the two sums it stands in: added in one (from), taken away in the
// other (to). A change of figures that leaves every sum as it is runs round a circle of arcs: up
// along an arc, down against it, and down no further than to nothing.
struct Arc {
  std::size_t from = 0;
  std::size_t to = 0;
  std::int64_t students = 0;
  bool published = false;  // somebody wants to show it
  bool hidden = true;
  bool margin = false;
  bool stays = false;   // shown, and not to be hidden
  bool secret = false;  // hidden whatever its size
};

class Network {
 public:
  Network(std::size_t nodes, std::int64_t fewest) : touching_(nodes), fewest_(fewest) {}

  std::size_t add(std::size_t from, std::size_t to, std::int64_t students, bool published,
                  bool margin, bool stays = false, bool secret = false) {
    const bool hidden = !published || (!stays && (secret || students < fewest_));
    arcs_.push_back({from, to, students, published, hidden, margin, stays, secret});
    touching_[from].push_back(arcs_.size() - 1);
    touching_[to].push_back(arcs_.size() - 1);
    return arcs_.size() - 1;
  }

  [[nodiscard]] bool shown(std::size_t arc) const {
    return arc != kNone && arcs_[arc].published && !arcs_[arc].hidden;
  }

  // Hides until no group that is too small can be shown to be so. Hiding only ever widens what is
  // possible, so a group that is safe stays safe and one pass is enough. Gives what could not be
  // protected.
  std::vector<std::size_t> protect() {
    std::vector<std::size_t> exposed;
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
      const bool nobody = !arcs_[i].published && arcs_[i].students == 0;
      const bool large = arcs_[i].students >= fewest_ && !arcs_[i].secret;
      if (large || nobody || arcs_[i].stays) continue;
      while (!could_be_larger(i)) {
        if (next_to_hide_ == kNone) {
          exposed.push_back(i);
          break;
        }
        arcs_[next_to_hide_].hidden = true;
      }
    }
    return exposed;
  }

 private:
  // Whether figures that agree with what is shown could give this arc `fewest_` students, or that
  // many more if it is hidden for another reason than its size. If not, next_to_hide_ is the best
  // of the shown arcs that stand in the way.
  bool could_be_larger(std::size_t arc) {
    std::vector<std::int64_t> flow(arcs_.size());
    for (std::size_t i = 0; i < arcs_.size(); ++i) flow[i] = arcs_[i].students;
    const auto has = arcs_[arc].students;
    std::int64_t missing = has < fewest_ ? fewest_ - has : fewest_;
    while (missing > 0) {
      if (!find_circle(arc, flow)) return false;
      std::int64_t amount = missing;
      for (std::size_t node = arcs_[arc].from; node != arcs_[arc].to;) {
        const auto& step = came_by_[node];
        if (step.down) amount = std::min(amount, flow[step.arc]);
        node = step.down ? arcs_[step.arc].to : arcs_[step.arc].from;
      }
      for (std::size_t node = arcs_[arc].from; node != arcs_[arc].to;) {
        const auto& step = came_by_[node];
        flow[step.arc] += step.down ? -amount : amount;
        node = step.down ? arcs_[step.arc].to : arcs_[step.arc].from;
      }
      missing -= amount;
    }
    return true;
  }

  struct Step {
    std::size_t arc = kNone;
    bool down = false;
  };

  // Breadth first from where the arc ends to where it begins, over hidden arcs.
  bool find_circle(std::size_t arc, const std::vector<std::int64_t>& flow) {
    came_by_.assign(touching_.size(), {});
    std::vector<bool> reached(touching_.size());
    std::queue<std::size_t> open;
    reached[arcs_[arc].to] = true;
    open.push(arcs_[arc].to);
    while (!open.empty()) {
      const auto node = open.front();
      open.pop();
      for (const auto i : touching_[node]) {
        const Arc& step = arcs_[i];
        const bool down = step.to == node;
        const auto other = down ? step.from : step.to;
        if (i == arc || !step.hidden || reached[other] || (down && flow[i] == 0)) continue;
        reached[other] = true;
        came_by_[other] = {i, down};
        if (other == arcs_[arc].from) return true;
        open.push(other);
      }
    }
    next_to_hide_ = best_across(reached, flow);
    return false;
  }

  // Of the shown arcs that lead on from what was reached: cells before totals, small before large.
  [[nodiscard]] std::size_t best_across(const std::vector<bool>& reached,
                                        const std::vector<std::int64_t>& flow) const {
    auto best = kNone;
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
      const Arc& arc = arcs_[i];
      const bool across = reached[arc.from] != reached[arc.to];
      const bool down = across && reached[arc.to];
      if (arc.hidden || arc.stays || !across || (down && flow[i] == 0)) continue;
      if (best == kNone || std::pair(arc.margin, arc.students) <
                               std::pair(arcs_[best].margin, arcs_[best].students)) {
        best = i;
      }
    }
    return best;
  }

  std::vector<Arc> arcs_;
  std::vector<std::vector<std::size_t>> touching_;  // of each sum, the arcs in it
  std::int64_t fewest_;
  std::vector<Step> came_by_;
  std::size_t next_to_hide_ = kNone;
};

void check(const CountTable& table) {
  const auto negative = [](const CountTable::Count& count) { return count && *count < 0; };
  const bool sizes = table.cells.size() == table.rows * table.columns &&
                     table.row_totals.size() == table.rows &&
                     table.column_totals.size() == table.columns;
  if (!sizes) throw std::invalid_argument("a table whose sizes do not agree");
  for (const auto* list : {&table.cells, &table.row_totals, &table.column_totals}) {
    if (std::any_of(list->begin(), list->end(), negative)) {
      throw std::invalid_argument("fewer than no students");
    }
  }
  if (negative(table.total)) throw std::invalid_argument("fewer than no students");
}

bool holds(const std::vector<bool>& list, std::size_t at) { return at < list.size() && list[at]; }

// The table with a row and a column for those whom it does not list, every total in it.
struct Whole {
  explicit Whole(const CountTable& table)
      : rows(table.rows + 1), columns(table.columns + 1), cells(rows * columns) {
    row_sums.resize(rows);
    column_sums.resize(columns);
    for (std::size_t r = 0; r < table.rows; ++r) {
      for (std::size_t c = 0; c < table.columns; ++c) {
        const auto students = table.cells[r * table.columns + c].value_or(0);
        cells[r * columns + c] = students;
        row_sums[r] += students;
        column_sums[c] += students;
      }
    }
    const auto rest = [](const CountTable::Count& stated, std::int64_t& listed) {
      const auto others = std::max<std::int64_t>(0, stated.value_or(listed) - listed);
      listed += others;
      return others;
    };
    std::int64_t by_row = 0;
    std::int64_t by_column = 0;
    std::int64_t unlisted = 0;
    for (std::size_t r = 0; r < table.rows; ++r) {
      cells[r * columns + table.columns] = rest(table.row_totals[r], row_sums[r]);
      column_sums[table.columns] += cells[r * columns + table.columns];
      by_row += row_sums[r];
    }
    for (std::size_t c = 0; c < table.columns; ++c) {
      cells[table.rows * columns + c] = rest(table.column_totals[c], column_sums[c]);
      unlisted += cells[table.rows * columns + c];
      by_column += column_sums[c];
    }
    total = std::max({by_row, by_column, table.total.value_or(0)});
    row_sums[table.rows] = total - by_row;
    column_sums[table.columns] = total - by_column;
    unlisted -= into_listed_rows(table, unlisted - row_sums[table.rows]);
    cells.back() = std::max<std::int64_t>(0, row_sums[table.rows] - unlisted);
  }

  // Where the rows listed are all there are, students of a column that no listed cell holds are in
  // those cells of the column that nobody publishes. Gives how many were put there.
  std::int64_t into_listed_rows(const CountTable& table, std::int64_t too_many) {
    std::int64_t moved = 0;
    for (std::size_t c = 0; c < table.columns; ++c) {
      for (std::size_t r = 0; r < table.rows && moved < too_many; ++r) {
        if (table.cells[r * table.columns + c]) continue;
        auto& outside = cells[table.rows * columns + c];
        auto& others = cells[r * columns + table.columns];
        const auto move = std::min({too_many - moved, outside, others});
        cells[r * columns + c] += move;
        outside -= move;
        others -= move;
        moved += move;
      }
    }
    return moved;
  }

  std::size_t rows;
  std::size_t columns;
  std::vector<std::int64_t> cells;
  std::vector<std::int64_t> row_sums;
  std::vector<std::int64_t> column_sums;
  std::int64_t total = 0;
};

}  // namespace

Shown may_show(const CountTable& table, std::int64_t fewest) {
  check(table);
  const Whole whole(table);
  const auto row = [](std::size_t r) { return r; };
  const auto column = [&](std::size_t c) { return whole.rows + c; };
  const auto over_rows = whole.rows + whole.columns;
  const auto over_columns = over_rows + 1;
  Network network(over_columns + 1, fewest);

  // What nobody is in and nobody lists is known to be nothing: no arc.
  std::vector<std::size_t> row_of;  // of each arc; past the last row: of the whole
  std::vector<std::size_t> cells(table.rows * table.columns, kNone);
  for (std::size_t r = 0; r < whole.rows; ++r) {
    for (std::size_t c = 0; c < whole.columns; ++c) {
      const bool listed = r < table.rows && c < table.columns;
      const auto at = r * table.columns + c;
      const bool published = listed && table.cells[at].has_value();
      const auto students = whole.cells[r * whole.columns + c];
      if (!published && students == 0) continue;
      const auto arc =
          network.add(row(r), column(c), students, published, false,
                      published && holds(table.told, at), published && holds(table.secret, at));
      row_of.push_back(r);
      if (listed) cells[at] = arc;
    }
  }
  std::vector<std::size_t> row_totals(table.rows, kNone);
  for (std::size_t r = 0; r < whole.rows; ++r) {
    const bool listed = r < table.rows;
    const bool published = listed && table.row_totals[r].has_value();
    if (!listed && whole.row_sums[r] == 0) continue;
    const auto arc = network.add(over_rows, row(r), whole.row_sums[r], published, true,
                                 published && table.margins_stay);
    row_of.push_back(r);
    if (listed) row_totals[r] = arc;
  }
  std::vector<std::size_t> column_totals(table.columns, kNone);
  for (std::size_t c = 0; c < whole.columns; ++c) {
    const bool listed = c < table.columns;
    const bool published = listed && table.column_totals[c].has_value();
    if (!listed && whole.column_sums[c] == 0) continue;
    const auto arc = network.add(column(c), over_columns, whole.column_sums[c], published, true,
                                 published && holds(table.told_columns, c));
    row_of.push_back(table.rows);
    if (listed) column_totals[c] = arc;
  }
  const bool published = table.total.has_value();
  const auto total = network.add(over_columns, over_rows, whole.total, published, true,
                                 published && table.margins_stay);
  row_of.push_back(table.rows);

  Shown shown;
  for (const auto arc : network.protect()) {
    if (row_of[arc] < table.rows) shown.exposed_rows.push_back(row_of[arc]);
    else shown.exposed_whole = true;
  }
  for (const auto arc : cells) shown.cells.push_back(network.shown(arc));
  for (const auto arc : row_totals) shown.row_totals.push_back(network.shown(arc));
  for (const auto arc : column_totals) shown.column_totals.push_back(network.shown(arc));
  shown.total = network.shown(total);
  return shown;
}

ShownParts may_show(const std::optional<std::int64_t>& total,
                    const std::vector<std::optional<std::int64_t>>& parts, std::int64_t fewest) {
  CountTable table;
  table.rows = 1;
  table.columns = parts.size();
  table.cells = parts;
  table.row_totals = {total};
  table.column_totals.resize(parts.size());
  const auto shown = may_show(table, fewest);
  return {shown.row_totals[0], shown.cells};
}

}  // namespace tandem::statistics
