// needs.json of the demonstration district: what schools and the district found in their data.
#pragma once

#include "demo/data.hpp"
#include "need/need.hpp"
#include "need/service.hpp"

namespace tandem::demo {

// One group over the days of its data set; students is empty where the values are about others.
struct SeriesData {
  std::string category;
  std::string group;
  std::vector<std::int64_t> students;
  std::vector<double> values;
};
BOOST_DESCRIBE_STRUCT(SeriesData, (), (category, group, students, values))
struct SetData {
  Key key;
  std::string title;
  std::string source;
  need::Subject subject{};
  std::vector<need::Component> components;
  need::Counted counted{};
  std::string unit;
  need::Better better{};
  std::string story;
  std::vector<std::string> days;
  std::vector<SeriesData> series;
};
BOOST_DESCRIBE_STRUCT(SetData, (),
                      (key, title, source, subject, components, counted, unit, better, story, days,
                       series))
struct CauseData {
  Key key;
  need::Method method{};
  OptionalKey parent;
  std::optional<need::Bone> bone;
  std::string statement;
  std::string evidence;
  need::CanAct can_act{};
  bool root = false;
};
BOOST_DESCRIBE_STRUCT(CauseData, (),
                      (key, method, parent, bone, statement, evidence, can_act, root))
struct NeedData {
  Key key;
  need::Kind kind{};
  std::string title;
  need::Subject subject{};
  std::vector<need::Component> components;
  std::string who;
  std::string present;
  std::string desired;
  std::optional<double> present_value;
  std::optional<double> desired_value;
  std::string unit;
  std::string evidence;
  std::vector<Key> data;
  need::State state{};
  std::string challenge;
  std::vector<CauseData> causes;
};
BOOST_DESCRIBE_STRUCT(NeedData, (),
                      (key, kind, title, subject, components, who, present, desired, present_value,
                       desired_value, unit, evidence, data, state, challenge, causes))
struct NeedsOfSchool {
  Key school;
  Key by;
  std::string began;
  std::optional<std::string> reported;
  std::string note;
  std::vector<SetData> data;
  std::vector<NeedData> needs;
};
BOOST_DESCRIBE_STRUCT(NeedsOfSchool, (), (school, by, began, reported, note, data, needs))
struct DistrictNeedData : NeedData {
  need::Level level{};
  std::vector<Key> draws;  // schools' needs
};
BOOST_DESCRIBE_STRUCT(DistrictNeedData, (NeedData), (level, draws))
struct DrawnCauseData {
  Key need;
  std::vector<std::vector<Key>> from;  // a school's need and its cause
  std::string statement;
  std::string evidence;
  need::CanAct can_act{};
};
BOOST_DESCRIBE_STRUCT(DrawnCauseData, (), (need, from, statement, evidence, can_act))
struct AnswerData {  // a goal of the plan, by its title, and the need it answers
  std::string goal;
  Key need;
  Key by;
};
BOOST_DESCRIBE_STRUCT(AnswerData, (), (goal, need, by))
struct NeedsOfDistrict {
  Key by;
  std::string began;
  std::vector<SetData> data;
  std::vector<DistrictNeedData> needs;
  std::vector<DrawnCauseData> causes;
  std::vector<AnswerData> answers;
};
BOOST_DESCRIBE_STRUCT(NeedsOfDistrict, (), (by, began, data, needs, causes, answers))
struct NeedsData {
  std::vector<NeedsOfSchool> places;
  NeedsOfDistrict district;
};
BOOST_DESCRIBE_STRUCT(NeedsData, (), (places, district))

}  // namespace tandem::demo
