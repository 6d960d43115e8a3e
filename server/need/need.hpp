// Needs and assets, their causes, and what a school reports of them to the district.
#pragma once

#include "need/words.hpp"
#include "record/record.hpp"

namespace tandem::need {

enum class Kind { need, asset };
BOOST_DESCRIBE_ENUM(Kind, need, asset)
enum class State { noticed, chosen, set_aside };
BOOST_DESCRIBE_ENUM(State, noticed, chosen, set_aside)

// Something of a school's report that a district's need or cause was drawn from.
struct Drawn {
  RecordId report_id;
  RecordId item_id;  // the need or cause in it
  friend bool operator==(const Drawn&, const Drawn&) = default;
};
BOOST_DESCRIBE_STRUCT(Drawn, (), (report_id, item_id))

struct NeedFields {
  Kind kind{};
  Level level{};
  Name title;
  Subject subject{};
  std::vector<Component> components;
  Text<0, 500> who;  // which students
  Text<0, 2000> present;
  Text<0, 2000> desired;
  std::optional<double> present_value;  // the gap is desired - present
  std::optional<double> desired_value;
  Text<0, 40> unit;
  Text<0, 4000> evidence;
  std::vector<RecordId> data_sets;
  State state{};
  Text<0, 1000> challenge;  // need and root cause in a sentence
  std::vector<Drawn> drawn_from;
};
BOOST_DESCRIBE_STRUCT(NeedFields, (),
                      (kind, level, title, subject, components, who, present, desired,
                       present_value, desired_value, unit, evidence, data_sets, state, challenge,
                       drawn_from))
struct Need : record::Head, NeedFields {
  static constexpr std::string_view table = "need", entity = "need";
  using Fields = NeedFields;
  std::optional<SchoolId> school_id;  // none: the district's
};
BOOST_DESCRIBE_STRUCT(Need, (record::Head, NeedFields), (school_id))

enum class Method { five_whys, fishbone };
BOOST_DESCRIBE_ENUM(Method, five_whys, fishbone)
enum class Bone {
  instruction,
  materials,
  people,
  time,
  policies,
  environment,
  families,
  information
};
BOOST_DESCRIBE_ENUM(Bone, instruction, materials, people, time, policies, environment, families,
                    information)
enum class CanAct { unknown, yes, partly, no };
BOOST_DESCRIBE_ENUM(CanAct, unknown, yes, partly, no)

struct CauseFields {
  Method method{};
  std::optional<RecordId> parent_id;  // five whys: the cause that this one is the reason of
  std::optional<Bone> bone;           // fishbone: where it is drawn
  Position position;
  Text<1, 500> statement;
  Text<0, 2000> evidence;
  CanAct can_act{};
  bool root = false;
  std::vector<Drawn> drawn_from;
};
BOOST_DESCRIBE_STRUCT(CauseFields, (),
                      (method, parent_id, bone, position, statement, evidence, can_act, root,
                       drawn_from))
struct Cause : record::Head, CauseFields {
  static constexpr std::string_view table = "cause", entity = "cause";
  using Fields = CauseFields;
  RecordId need_id;
  std::optional<SchoolId> school_id;  // as its need's
};
BOOST_DESCRIBE_STRUCT(Cause, (record::Head, CauseFields), (need_id, school_id))

struct NeedDetail : Need {
  std::vector<Cause> causes;  // by position, then age
};
BOOST_DESCRIBE_STRUCT(NeedDetail, (Need), (causes))

struct DataNote {
  RecordId id;
  std::string title;
  std::string source;
  std::string story;
};
BOOST_DESCRIBE_STRUCT(DataNote, (), (id, title, source, story))
struct ReportedNeed : NeedDetail {
  std::vector<DataNote> data;  // the data sets it rests on, as they were
};
BOOST_DESCRIBE_STRUCT(ReportedNeed, (NeedDetail), (data))

struct NeedReportFields {
  Text<0, 2000> note;
};
BOOST_DESCRIBE_STRUCT(NeedReportFields, (), (note))
// What a school reported, kept as it was. A later report is a new one.
struct NeedReportHead {
  RecordId id;
  SchoolId school_id;
  std::int64_t number = 1;  // of the school's
  Timestamp reported_at;
  std::string reported_by;
  std::string note;
  std::int64_t needs = 0;
  std::int64_t assets = 0;
};
BOOST_DESCRIBE_STRUCT(NeedReportHead, (),
                      (id, school_id, number, reported_at, reported_by, note, needs, assets))
struct NeedReport : NeedReportHead {
  static constexpr std::string_view table = "need_report", entity = "need_report";
  std::vector<ReportedNeed> items;
};
BOOST_DESCRIBE_STRUCT(NeedReport, (NeedReportHead), (items))

}  // namespace tandem::need
