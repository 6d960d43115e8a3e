// Whether a measure is where its targets say it should be by now. Pure.
#pragma once

#include "plan/plan.hpp"

namespace tandem::monitor {

enum class Track {
  off_track,   // no better than at the start, or not kept
  behind,      // better than at the start, but short of where it should be by now
  on_track,    // where it should be by now, or better
  reached,     // the end target is met
  too_early,   // the first target's day has not come and there is no baseline to measure from
  no_value,    // nothing has been measured
  hidden,      // the last value is about too few students
  no_targets,  // nothing says where it should be
};
BOOST_DESCRIBE_ENUM(Track, off_track, behind, on_track, reached, too_early, no_value, hidden,
                    no_targets)

// What is to be kept may be this part of its target away from it.
inline constexpr double kKept = 0.05;

// What the value should be on a day: on the straight line between the targets before and after
// it, starting from the baseline; the last target from its day on. Nothing before the first.
std::optional<double> expected_on(const plan::TargetFields& targets, const Date& day);

bool meets(plan::Direction direction, double value, double target);

Track track_of(plan::Direction direction, const plan::TargetFields& targets,
               const std::optional<plan::TargetPoint>& latest);

}  // namespace tandem::monitor
