// depth.json: what the demonstration district has thought about besides its plan's bare bones: the
// challenges, why goals apply, targets of student groups, the strategy library, what goes on
// already.
#pragma once

#include "demo/data.hpp"
#include "strategy/strategy.hpp"

namespace tandem::demo {

// Goals, measures, strategies and activities are named by their titles in plan.json.
struct ChallengeData {
  std::string goal;
  std::string challenge;
  std::optional<std::string> for_whom;  // one goal is left with something to mend
};
BOOST_DESCRIBE_STRUCT(ChallengeData, (), (goal, challenge, for_whom))
struct ReasonData {
  std::string goal;
  Key school;
  Key by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonData, (), (goal, school, by, reason))
struct GroupTargetData {
  std::string measure;
  OptionalKey school;
  Key by;
  std::string group;
  std::int64_t students = 0;
  TargetsData targets;
};
BOOST_DESCRIBE_STRUCT(GroupTargetData, (), (measure, school, by, group, students, targets))
struct EntryData : strategy::LibraryStrategyFields {
  std::optional<std::string> strategy;  // of the plan, that was made from it
};
BOOST_DESCRIBE_STRUCT(EntryData, (strategy::LibraryStrategyFields), (strategy))
struct ReadinessData : plan::ReadinessFields {
  std::string strategy;
  Key by;
};
BOOST_DESCRIBE_STRUCT(ReadinessData, (plan::ReadinessFields), (strategy, by))
struct WaitData {
  std::string activity;
  Key by;
  std::vector<std::string> on;
};
BOOST_DESCRIBE_STRUCT(WaitData, (), (activity, by, on))
struct InitiativeData {
  Key by;
  OptionalKey school;
  std::string title;
  std::string description;
  std::vector<Key> schools;
  std::string since;
  std::string owner;  // in words
  std::string cost;
  strategy::Effect effect{};
  std::string effect_note;
  strategy::Decision decision{};
  std::string reason;
  std::optional<std::string> strategy;
};
BOOST_DESCRIBE_STRUCT(InitiativeData, (),
                      (by, school, title, description, schools, since, owner, cost, effect,
                       effect_note, decision, reason, strategy))
struct DepthData {
  std::vector<ChallengeData> challenges;
  std::vector<ReasonData> reasons;
  std::vector<GroupTargetData> group_targets;
  std::vector<EntryData> library;
  std::vector<ReadinessData> readiness;
  std::vector<WaitData> waits;
  std::vector<InitiativeData> initiatives;
};
BOOST_DESCRIBE_STRUCT(DepthData, (),
                      (challenges, reasons, group_targets, library, readiness, waits, initiatives))

}  // namespace tandem::demo
