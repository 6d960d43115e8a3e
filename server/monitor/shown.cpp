#include "monitor/shown.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "monitor/rules.hpp"
#include "statistics/interval.hpp"
#include "statistics/suppression.hpp"

namespace tandem::monitor {
namespace {

using statistics::CountTable;
using Count = CountTable::Count;

constexpr int kDimensions = 5;

// The values of one measure on one day: places by groups.
class Sheet {
 public:
  void add(std::size_t index, const Value& value) {
    if (!value.n) return;  // not about a number of students that is known
    at_[{key_of(value.school_id), value.student_group}] = index;
    counts_[index] = value.n->value;
    if (value.school_id) schools_.insert(value.school_id->value);
  }

  void hide_in(std::vector<bool>& hidden) const {
    for (const auto& [index, count] : counts_) {
      if (count < statistics::kFewestShown) hidden[index] = true;
    }
    for (int dimension = 1; dimension <= kDimensions; ++dimension) hide_by(dimension, hidden);
  }

 private:
  static std::string key_of(const std::optional<SchoolId>& school) {
    return school ? school->value : "";
  }
  [[nodiscard]] const std::size_t* find(const std::string& place, StudentGroup group) const {
    const auto found = at_.find({place, group});
    return found == at_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] Count count(const std::string& place, StudentGroup group) const {
    const auto* index = find(place, group);
    return index == nullptr ? std::nullopt : Count(counts_.at(*index));
  }

  void hide_by(int dimension, std::vector<bool>& hidden) const {
    std::vector<StudentGroup> groups;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<StudentGroup>>([&](auto e) {
      if (dimension_of(e.value) == dimension) groups.push_back(e.value);
    });
    CountTable table;
    table.rows = schools_.size();
    table.columns = groups.size();
    std::vector<const std::size_t*> cells;
    std::vector<const std::size_t*> rows;
    std::vector<const std::size_t*> columns;
    for (const auto& school : schools_) {
      for (const auto group : groups) {
        table.cells.push_back(count(school, group));
        cells.push_back(find(school, group));
      }
      table.row_totals.push_back(count(school, StudentGroup::all));
      rows.push_back(find(school, StudentGroup::all));
    }
    for (const auto group : groups) {
      table.column_totals.push_back(count("", group));
      columns.push_back(find("", group));
    }
    table.total = count("", StudentGroup::all);
    drop_what_does_not_add_up(table);
    const auto may = statistics::may_show(table);
    const auto apply = [&](const std::vector<const std::size_t*>& places,
                           const std::vector<Count>& counts, const std::vector<bool>& show) {
      for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != nullptr && counts[i] && !show[i]) hidden[*places[i]] = true;
      }
    };
    apply(cells, table.cells, may.cells);
    apply(rows, table.row_totals, may.row_totals);
    apply(columns, table.column_totals, may.column_totals);
    const auto* whole = find("", StudentGroup::all);
    if (whole != nullptr && table.total && !may.total) hidden[*whole] = true;
  }

  // A total smaller than its parts was counted on other terms: nothing can be subtracted from it.
  static void drop_what_does_not_add_up(CountTable& table) {
    std::vector<std::int64_t> columns(table.columns, 0);
    std::int64_t in_rows = 0;
    for (std::size_t row = 0; row < table.rows; ++row) {
      std::int64_t sum = 0;
      for (std::size_t column = 0; column < table.columns; ++column) {
        const auto n = table.cells[row * table.columns + column].value_or(0);
        sum += n;
        columns[column] += n;
      }
      if (table.row_totals[row] && *table.row_totals[row] < sum) table.row_totals[row].reset();
      in_rows += std::max(sum, table.row_totals[row].value_or(0));
    }
    std::int64_t in_columns = 0;
    for (std::size_t column = 0; column < table.columns; ++column) {
      auto& total = table.column_totals[column];
      if (total && *total < columns[column]) total.reset();
      in_columns += std::max(columns[column], total.value_or(0));
    }
    if (table.total && *table.total < std::max(in_rows, in_columns)) table.total.reset();
  }

  std::map<std::pair<std::string, StudentGroup>, std::size_t> at_;
  std::map<std::size_t, std::int64_t> counts_;
  std::set<std::string> schools_;
};

ShownValue show(const Value& value, bool hidden, bool share) {
  ShownValue row{value.id,
                 value.version,
                 value.updated_by,
                 value.measure_id,
                 value.school_id,
                 value.report_id,
                 value.taken_on,
                 value.student_group,
                 hidden,
                 {},
                 {},
                 {},
                 {}};
  if (hidden) return row;
  row.value = value_of(value);
  if (value.n) row.n = value.n->value;
  if (share && value.n && value.n->value > 0) {
    const auto interval = statistics::wilson(std::clamp(*row.value / 100, 0.0, 1.0), *row.n);
    row.low = 100 * interval.low;
    row.high = 100 * interval.high;
  }
  return row;
}

}  // namespace

int dimension_of(StudentGroup group) {
  switch (group) {
    case StudentGroup::all:
      return 0;
    case StudentGroup::female:
    case StudentGroup::male:
      return 1;
    case StudentGroup::american_indian:
    case StudentGroup::asian:
    case StudentGroup::black:
    case StudentGroup::hispanic:
    case StudentGroup::multiracial:
    case StudentGroup::pacific_islander:
    case StudentGroup::white:
      return 2;
    case StudentGroup::disadvantaged:
    case StudentGroup::not_disadvantaged:
      return 3;
    case StudentGroup::english_learner:
    case StudentGroup::not_english_learner:
      return 4;
    case StudentGroup::with_disability:
    case StudentGroup::without_disability:
      break;
  }
  return 5;
}

std::vector<ShownValue> shown(const std::vector<Value>& values,
                              const std::function<bool(const RecordId&)>& is_share_of) {
  std::map<std::pair<RecordId, Date>, Sheet> sheets;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sheets[{values[i].measure_id, values[i].taken_on}].add(i, values[i]);
  }
  std::vector<bool> hidden(values.size(), false);
  for (const auto& [_, sheet] : sheets) sheet.hide_in(hidden);
  std::vector<ShownValue> rows;
  rows.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    rows.push_back(show(values[i], hidden[i], is_share_of(values[i].measure_id)));
  }
  return rows;
}

}  // namespace tandem::monitor
