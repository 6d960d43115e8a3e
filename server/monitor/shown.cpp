#include "monitor/shown.hpp"

#include <algorithm>

#include "monitor/rules.hpp"
#include "statistics/interval.hpp"
#include "statistics/published.hpp"

namespace tandem::monitor {
namespace {

using statistics::Figure;

// The values of one measure on one day, and which of all values they are.
struct Sheet {
  std::vector<Figure> figures;
  std::vector<std::size_t> values;
};
using Key = std::pair<RecordId, Date>;

class Naming {
 public:
  explicit Naming(const std::vector<plan::StudentGroup>& groups) {
    for (const auto& group : groups) categories_[group.id] = group.category.value;
  }

  [[nodiscard]] Figure figure(const std::optional<SchoolId>& school,
                              const std::optional<RecordId>& group, std::int64_t n) const {
    Figure figure{school ? school->value : "", {}, {}, n, false};
    if (!group) return figure;
    const auto found = categories_.find(*group);
    // A group without a category may overlap with any other.
    const bool alone = found == categories_.end() || found->second.empty();
    figure.category = alone ? "\n" + group->value : found->second;
    figure.group = group->value;
    return figure;
  }

 private:
  std::map<RecordId, std::string> categories_;
};

ShownValue show(const Value& value, bool hidden, bool share) {
  ShownValue row{value.id,
                 value.version,
                 value.updated_by,
                 value.measure_id,
                 value.school_id,
                 value.report_id,
                 value.taken_on,
                 value.group_id,
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

Beside beside(db::Tx& tx, const DistrictId& district, const std::optional<RecordId>& measure) {
  Beside known;
  for (const auto& row : tx.rows_of<plan::Measure>(district, "")) {
    if (is_share(row.unit)) known.shares.insert(row.id);
  }
  known.groups = tx.rows_of<plan::StudentGroup>(district, "");
  known.baselines =
      measure ? tx.rows_of<plan::GroupTarget>(
                    district, "and measure_id = :measure and students is not null", *measure)
              : tx.rows_of<plan::GroupTarget>(district, "and students is not null");
  return known;
}

std::vector<ShownValue> shown(const std::vector<Value>& values, const Beside& beside) {
  const Naming naming(beside.groups);
  std::map<Key, Sheet> sheets;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto& value = values[i];
    if (!value.n) continue;  // not about a number of students that is known
    auto& sheet = sheets[{value.measure_id, value.taken_on}];
    sheet.figures.push_back(naming.figure(value.school_id, value.group_id, value.n->value));
    sheet.values.push_back(i);
  }
  for (const auto& row : beside.baselines) {
    if (!row.baseline || !row.students) continue;
    const auto sheet = sheets.find({row.measure_id, row.baseline->on});
    if (sheet == sheets.end()) continue;
    const auto school = row.school_id.empty() ? std::nullopt : std::optional(row.school_id);
    auto figure = naming.figure(school, row.group_id, row.students->value);
    figure.told = true;
    sheet->second.figures.push_back(std::move(figure));
  }
  std::vector<bool> hidden(values.size(), false);
  for (const auto& [_, sheet] : sheets) {
    const auto may = statistics::may_show(sheet.figures);
    for (std::size_t i = 0; i < sheet.values.size(); ++i) hidden[sheet.values[i]] = !may[i];
  }
  std::vector<ShownValue> rows;
  rows.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    rows.push_back(show(values[i], hidden[i], beside.shares.count(values[i].measure_id) > 0));
  }
  return rows;
}

}  // namespace tandem::monitor
