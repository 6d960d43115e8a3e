// content/demo/monitor.json: what the demonstration district has monitored.
#pragma once

#include "demo/data.hpp"
#include "monitor/adjustments.hpp"
#include "monitor/evaluation.hpp"
#include "monitor/learning.hpp"

namespace tandem::demo {

// Values of a measure in percent of n students; those that lie ahead are left out.
struct MeasuredData {
  std::string measure;
  std::string group;  // none: all students
  std::int64_t n = 0;
  std::vector<PointData> points;
};
BOOST_DESCRIBE_STRUCT(MeasuredData, (), (measure, group, n, points))
struct RatedData {
  std::string strategy;
  std::map<std::string, std::string> parts;
};
BOOST_DESCRIBE_STRUCT(RatedData, (), (strategy, parts))
struct ReportData {
  OptionalKey school;
  Key by;
  std::string on;  // when it was written
  bool submitted = false;
  std::vector<RatedData> strategies;
  std::vector<MeasuredData> values;
};
BOOST_DESCRIBE_STRUCT(ReportData, (), (school, by, on, submitted, strategies, values))
struct CycleData {
  std::string name;
  std::string made;
  std::string opens;
  std::string due;
  std::vector<ReportData> reports;
};
BOOST_DESCRIBE_STRUCT(CycleData, (), (name, made, opens, due, reports))
struct AdjustmentData {
  OptionalKey school;
  Key by;
  std::string on;
  std::string strategy;
  std::string title;
  std::string reason;
  std::optional<std::string> new_activity;
  std::optional<std::string> due;
  std::optional<bool> accept;  // none: not decided yet
  OptionalKey decided_by;      // none: who decides for the district
  std::optional<std::string> decided;
  std::optional<std::string> decision;
};
BOOST_DESCRIBE_STRUCT(AdjustmentData, (),
                      (school, by, on, strategy, title, reason, new_activity, due, accept,
                       decided_by, decided, decision))
struct LearningData {
  Key school;
  Key by;
  std::string on;
  std::string strategy;
  std::string title;
  std::string plan;
  std::string prediction;
  std::string starts;
  std::string ends;
  std::string happened;
  std::string learned;
  monitor::LearningDecision decision{};
  std::string next_step;
  bool follows = false;  // the one before it in the file
};
BOOST_DESCRIBE_STRUCT(LearningData, (),
                      (school, by, on, strategy, title, plan, prediction, starts, ends, happened,
                       learned, decision, next_step, follows))
struct EvaluationData {
  Key by;
  std::string on;
  std::string strategy;
  monitor::EvaluationFields fields;
};
BOOST_DESCRIBE_STRUCT(EvaluationData, (), (by, on, strategy, fields))
struct MonitorData {
  Key by;  // who sets cycles and decides
  std::vector<CycleData> cycles;
  std::vector<AdjustmentData> adjustments;
  std::vector<LearningData> learning;
  std::vector<EvaluationData> evaluations;
};
BOOST_DESCRIBE_STRUCT(MonitorData, (), (by, cycles, adjustments, learning, evaluations))

class Stage;
void plan_monitoring(Stage& stage, const MonitorData& data);

}  // namespace tandem::demo
