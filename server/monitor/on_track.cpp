#include "monitor/on_track.hpp"

#include <algorithm>
#include <cmath>

namespace tandem::monitor {

using plan::Direction;
using plan::TargetPoint;

std::optional<double> expected_on(const plan::TargetFields& targets, const Date& day) {
  std::vector<TargetPoint> points = targets.interim;
  if (targets.end_target) points.push_back(*targets.end_target);
  if (points.empty()) return std::nullopt;
  if (targets.baseline) points.push_back(*targets.baseline);
  std::sort(points.begin(), points.end(),
            [](const TargetPoint& a, const TargetPoint& b) { return a.on < b.on; });
  if (day < points.front().on) return std::nullopt;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto& from = points[i - 1];
    const auto& to = points[i];
    if (day >= to.on) continue;
    const auto days = [](const Date& a, const Date& b) {
      return static_cast<double>((b.day() - a.day()).count());
    };
    return from.value + (to.value - from.value) * days(from.on, day) / days(from.on, to.on);
  }
  return points.back().value;
}

bool meets(Direction direction, double value, double target) {
  const double hair = 1e-9 * std::max(1.0, std::abs(target));
  switch (direction) {
    case Direction::increase:
      return value >= target - hair;
    case Direction::decrease:
      return value <= target + hair;
    case Direction::maintain:
      break;
  }
  return std::abs(value - target) <= kKept * std::abs(target) + hair;
}

Track track_of(Direction direction, const plan::TargetFields& targets,
               const std::optional<TargetPoint>& latest) {
  if (targets.interim.empty() && !targets.end_target) return Track::no_targets;
  if (!latest) return Track::no_value;
  const auto& end = targets.end_target;
  // What is to be kept is not reached before its day.
  if (end && (direction != Direction::maintain || latest->on >= end->on) &&
      meets(direction, latest->value, end->value)) {
    return Track::reached;
  }
  const auto expected = expected_on(targets, latest->on);
  if (!expected) return Track::too_early;
  if (meets(direction, latest->value, *expected)) return Track::on_track;
  if (direction == Direction::maintain) return Track::off_track;
  const auto& baseline = targets.baseline;
  const bool no_better = baseline && meets(direction, baseline->value, latest->value);
  return no_better ? Track::off_track : Track::behind;
}

}  // namespace tandem::monitor
