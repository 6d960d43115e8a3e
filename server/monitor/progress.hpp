// Impact: each measure as a run chart with what its signals mean, and where it stands against its
// targets, for the district and each school.
#pragma once

#include "monitor/on_track.hpp"
#include "monitor/shown.hpp"
#include "statistics/xmr.hpp"

namespace tandem::monitor {

// What a chart says, in one word: too_few values to tell, nothing but noise (steady), or changed.
enum class Verdict { too_few, steady, changed };
BOOST_DESCRIBE_ENUM(Verdict, too_few, steady, changed)

struct DatedSignal {
  statistics::SignalKind kind{};
  Date from;
  Date to;
  bool up = false;
  bool good = false;  // the way the measure should go
};
BOOST_DESCRIBE_STRUCT(DatedSignal, (), (kind, from, to, up, good))

struct ProcessChart {
  Verdict verdict = Verdict::too_few;
  std::int64_t values = 0;  // that the chart is made of: those that may be shown
  std::int64_t needed = static_cast<std::int64_t>(statistics::kFewestForLimits);
  bool provisional = false;
  std::optional<double> mean;
  std::optional<double> lower;  // of a share: not below 0
  std::optional<double> upper;  // nor above 100
  std::vector<DatedSignal> signals;
};
BOOST_DESCRIBE_STRUCT(ProcessChart, (),
                      (verdict, values, needed, provisional, mean, lower, upper, signals))

struct Place {
  std::optional<SchoolId> school_id;  // none: the district
  Track track = Track::no_targets;
  std::optional<double> expected;  // on the day of the latest value
  bool could_be_chance = false;    // what is expected lies within the latest value's interval
  std::optional<ShownValue> latest;
  plan::TargetFields targets;
  std::vector<ShownValue> values;  // of all students, by day
  std::vector<ShownValue> groups;  // the latest of each group
  ProcessChart chart;
};
BOOST_DESCRIBE_STRUCT(Place, (),
                      (school_id, track, expected, could_be_chance, latest, targets, values, groups,
                       chart))

struct MeasureProgress {
  RecordId measure_id;
  RecordId goal_id;
  std::string goal_title;
  std::string name;
  std::string unit;
  plan::Direction direction{};
  std::vector<Place> places;  // the district first, then the schools to which the goal applies
};
BOOST_DESCRIBE_STRUCT(MeasureProgress, (),
                      (measure_id, goal_id, goal_title, name, unit, direction, places))

// Pure: a chart of values by day, of which those suppressed are left out.
ProcessChart chart_of(const std::vector<ShownValue>& values, plan::Direction direction, bool share);
// Pure: all that one place has, whatever the order of the values.
Place place_of(const std::optional<SchoolId>& school, const std::vector<ShownValue>& values,
               const plan::TargetFields& targets, const plan::Measure& measure);

Result<MeasureProgress> measure_progress(db::Tx& tx, const DistrictId& district,
                                         const RecordId& measure);

// Every measure of every goal that is not archived, in one glance: a cell for each place.
struct TrackCell {
  std::optional<SchoolId> school_id;
  Track track{};
  std::optional<ShownValue> latest;
  Verdict verdict{};
  std::optional<DatedSignal> signal;  // the last one
};
BOOST_DESCRIBE_STRUCT(TrackCell, (), (school_id, track, latest, verdict, signal))
struct MeasureGlance {
  RecordId measure_id;
  RecordId goal_id;
  std::string goal_title;
  std::string name;
  std::string unit;
  plan::Direction direction{};
  std::vector<TrackCell> places;
};
BOOST_DESCRIBE_STRUCT(MeasureGlance, (),
                      (measure_id, goal_id, goal_title, name, unit, direction, places))
struct ProgressGlance {
  std::vector<MeasureGlance> items;
};
BOOST_DESCRIBE_STRUCT(ProgressGlance, (), (items))
ProgressGlance progress_glance(db::Tx& tx, const DistrictId& district);

}  // namespace tandem::monitor
