#include "monitor/progress.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "monitor/rules.hpp"
#include "plan/rules.hpp"

namespace tandem::monitor {
namespace {

using Key = std::pair<RecordId, std::string>;  // measure and school, "" for the district

std::string key_of(const std::optional<SchoolId>& school) { return school ? school->value : ""; }

// The open schools to which a goal applies, and before them the district.
std::vector<std::optional<SchoolId>> places_of(const plan::Goal& goal,
                                               const std::vector<SchoolId>& open) {
  std::vector<std::optional<SchoolId>> places{std::nullopt};
  for (const auto& school : open) {
    if (plan::applies_to(goal, school)) places.emplace_back(school);
  }
  return places;
}

struct SchoolRow {
  SchoolId id;
};
BOOST_DESCRIBE_STRUCT(SchoolRow, (), (id))

std::vector<SchoolId> open_schools(db::Tx& tx, const DistrictId& district) {
  std::vector<SchoolId> ids;
  for (auto& row : tx.all<SchoolRow>(
           "select id from school where district_id = :district and status = 'open' order by "
           "lower(name), id",
           district)) {
    ids.push_back(std::move(row.id));
  }
  return ids;
}

std::map<Key, std::vector<ShownValue>> by_place(std::vector<ShownValue> values) {
  std::map<Key, std::vector<ShownValue>> found;
  for (auto& value : values) {
    found[{value.measure_id, key_of(value.school_id)}].push_back(std::move(value));
  }
  return found;
}

std::map<Key, plan::TargetFields> targets_by_place(const std::vector<plan::Target>& targets) {
  std::map<Key, plan::TargetFields> found;
  for (const auto& target : targets) found[{target.measure_id, target.school_id.value}] = target;
  return found;
}

}  // namespace

ProcessChart chart_of(const std::vector<ShownValue>& values, plan::Direction direction,
                      bool share) {
  std::vector<const ShownValue*> points;
  for (const auto& value : values) {
    if (value.value) points.push_back(&value);
  }
  std::stable_sort(points.begin(), points.end(), [](const ShownValue* a, const ShownValue* b) {
    return a->taken_on < b->taken_on;
  });
  std::vector<double> numbers;
  for (const auto* point : points) numbers.push_back(*point->value);
  const auto found = statistics::xmr(numbers);

  ProcessChart chart;
  chart.values = static_cast<std::int64_t>(numbers.size());
  if (!found.limits) return chart;
  chart.verdict = found.signals.empty() ? Verdict::steady : Verdict::changed;
  chart.provisional = found.provisional;
  chart.mean = found.limits->mean;
  chart.lower = share ? std::max(0.0, found.limits->lower) : found.limits->lower;
  chart.upper = share ? std::min(100.0, found.limits->upper) : found.limits->upper;
  for (const auto& signal : found.signals) {
    const bool good = direction != plan::Direction::maintain &&
                      signal.up == (direction == plan::Direction::increase);
    chart.signals.push_back({signal.kind, points[signal.first]->taken_on,
                             points[signal.last]->taken_on, signal.up, good});
  }
  return chart;
}

Place place_of(const std::optional<SchoolId>& school, const std::vector<ShownValue>& values,
               const plan::TargetFields& targets, const plan::Measure& measure) {
  Place place;
  place.school_id = school;
  place.targets = targets;
  std::map<RecordId, ShownValue> groups;
  for (const auto& value : values) {
    if (!value.group_id) {
      place.values.push_back(value);
      continue;
    }
    const auto [at, added] = groups.emplace(*value.group_id, value);
    if (!added && at->second.taken_on < value.taken_on) at->second = value;
  }
  std::sort(place.values.begin(), place.values.end(), [](const auto& a, const auto& b) {
    return std::tie(a.taken_on, a.id) < std::tie(b.taken_on, b.id);
  });
  for (auto& [_, value] : groups) place.groups.push_back(std::move(value));
  place.chart = chart_of(place.values, measure.direction, is_share(measure.unit));

  std::optional<plan::TargetPoint> latest;
  if (!place.values.empty()) {
    place.latest = place.values.back();
    if (place.latest->value) latest = {place.latest->taken_on, *place.latest->value};
  }
  place.track = track_of(measure.direction, targets, latest);
  if (place.track == Track::no_value && place.latest) place.track = Track::hidden;
  if (latest) place.expected = expected_on(targets, latest->on);
  const bool short_of = place.track == Track::behind || place.track == Track::off_track;
  if (short_of && place.expected && place.latest->low) {
    place.could_be_chance =
        *place.latest->low <= *place.expected && *place.expected <= *place.latest->high;
  }
  return place;
}

Result<MeasureProgress> measure_progress(db::Tx& tx, const DistrictId& district,
                                         const RecordId& id) {
  TRY(const auto measure, record::find<plan::Measure>(tx, district, id));
  TRY(const auto goal, record::find<plan::Goal>(tx, district, measure.goal_id));
  MeasureProgress progress{measure.id,   goal.id,           goal.title, measure.name,
                           measure.unit, measure.direction, {}};
  const auto values = by_place(shown(tx.rows_of<Value>(district, "and measure_id = :measure", id),
                                     beside(tx, district, id)));
  const auto targets =
      targets_by_place(tx.rows_of<plan::Target>(district, "and measure_id = :measure", id));
  for (const auto& school : places_of(goal, open_schools(tx, district))) {
    const Key key{id, key_of(school)};
    const auto has = values.find(key);
    const auto set = targets.find(key);
    progress.places.push_back(
        place_of(school, has == values.end() ? std::vector<ShownValue>{} : has->second,
                 set == targets.end() ? plan::TargetFields{} : set->second, measure));
  }
  return progress;
}

ProgressGlance progress_glance(db::Tx& tx, const DistrictId& district) {
  auto goals = tx.rows_of<plan::Goal>(district, "");
  auto measures = tx.rows_of<plan::Measure>(district, "");
  std::map<RecordId, const plan::Goal*> goal_of;
  for (const auto& goal : goals) {
    if (goal.status != plan::GoalStatus::archived) goal_of[goal.id] = &goal;
  }
  measures.erase(std::remove_if(measures.begin(), measures.end(),
                                [&](const auto& row) { return goal_of.count(row.goal_id) == 0; }),
                 measures.end());
  std::sort(measures.begin(), measures.end(), [&](const auto& a, const auto& b) {
    const auto* of_a = goal_of.at(a.goal_id);
    const auto* of_b = goal_of.at(b.goal_id);
    return std::tuple(of_a->position, of_a->id, a.position, a.id) <
           std::tuple(of_b->position, of_b->id, b.position, b.id);
  });
  const auto values =
      by_place(shown(tx.rows_of<Value>(district, ""), beside(tx, district, std::nullopt)));
  const auto targets = targets_by_place(tx.rows_of<plan::Target>(district, ""));
  const auto open = open_schools(tx, district);

  ProgressGlance result;
  for (const auto& measure : measures) {
    const auto& goal = *goal_of.at(measure.goal_id);
    MeasureGlance glance{measure.id,   goal.id,           goal.title, measure.name,
                         measure.unit, measure.direction, {}};
    for (const auto& school : places_of(goal, open)) {
      const Key key{measure.id, key_of(school)};
      const auto has = values.find(key);
      const auto set = targets.find(key);
      const auto place =
          place_of(school, has == values.end() ? std::vector<ShownValue>{} : has->second,
                   set == targets.end() ? plan::TargetFields{} : set->second, measure);
      TrackCell cell{school, place.track, place.latest, place.chart.verdict, std::nullopt};
      if (!place.chart.signals.empty()) cell.signal = place.chart.signals.back();
      glance.places.push_back(std::move(cell));
    }
    result.items.push_back(std::move(glance));
  }
  return result;
}

}  // namespace tandem::monitor
