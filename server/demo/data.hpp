// The demonstration district as it is written in content/demo: who and what there is, with keys
// instead of ids, and days that are counted from today. "+14" and "-3" are days from today;
// "Y0-05-15" is the 15th of May of this school year, "Y-1-..." of the last, "Y2-..." of the one
// after the next.
#pragma once

#include "action/action.hpp"
#include "identity/permissions.hpp"
#include "org/org.hpp"
#include "plan/plan.hpp"
#include "team/team.hpp"
#include "workshop/workshop.hpp"

namespace tandem::demo {

using Key = std::string;
using OptionalKey = std::optional<std::string>;

// ---- district.json ---------------------------------------------------------------------------

struct SchoolData : org::SchoolFields {
  Key key;
  std::string charge;  // of its team
};
BOOST_DESCRIBE_STRUCT(SchoolData, (org::SchoolFields), (key, charge))
struct RoleData {
  identity::Role role{};
  OptionalKey school;
};
BOOST_DESCRIBE_STRUCT(RoleData, (), (role, school))
struct PersonData {
  Key key;  // and the local part of the e-mail
  std::string name;
  std::string title;
  std::vector<RoleData> roles;
  std::optional<bool> invited_only;  // has not chosen a password yet
};
BOOST_DESCRIBE_STRUCT(PersonData, (), (key, name, title, roles, invited_only))
struct MemberData {
  OptionalKey person;
  std::optional<std::string> name;  // of somebody without an account
  std::string role;
  team::Represents represents;
  std::optional<bool> decision_maker;
};
BOOST_DESCRIBE_STRUCT(MemberData, (), (person, name, role, represents, decision_maker))
struct TeamData {
  OptionalKey school;
  std::vector<MemberData> members;
};
BOOST_DESCRIBE_STRUCT(TeamData, (), (school, members))
struct DistrictData {
  org::DistrictFields district;
  std::string domain;  // of the e-mails
  std::string charge;
  std::vector<SchoolData> schools;
  std::vector<PersonData> people;  // the first one is the administrator
  std::vector<TeamData> teams;
};
BOOST_DESCRIBE_STRUCT(DistrictData, (), (district, domain, charge, schools, people, teams))

// ---- plan.json -------------------------------------------------------------------------------

struct SourceData {
  Key key;
  std::string name;
  plan::SourceKind kind{};
};
BOOST_DESCRIBE_STRUCT(SourceData, (), (key, name, kind))
struct PointData {
  std::string on;
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(PointData, (), (on, value))
struct TargetsData {
  PointData baseline;
  std::vector<PointData> interim;
  PointData end;
};
BOOST_DESCRIBE_STRUCT(TargetsData, (), (baseline, interim, end))
struct SchoolTargetsData {
  Key school;
  Key by;
  TargetsData targets;
};
BOOST_DESCRIBE_STRUCT(SchoolTargetsData, (), (school, by, targets))
struct MeasureData {
  std::string name;
  std::string unit;
  plan::Direction direction{};
  std::string source;
  TargetsData targets;
  std::vector<SchoolTargetsData> school_targets;
};
BOOST_DESCRIBE_STRUCT(MeasureData, (), (name, unit, direction, source, targets, school_targets))
struct ActivityData {
  Key by;
  OptionalKey school;
  std::string title;
  std::string detail;
  Key owner;
  std::string starts;
  std::string due;
  plan::ActivityStatus status{};
};
BOOST_DESCRIBE_STRUCT(ActivityData, (), (by, school, title, detail, owner, starts, due, status))
struct FundingData {
  Key source;
  OptionalKey school;
  std::int64_t year = 0;  // 0 is this school year
  std::int64_t amount_cents = 0;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(FundingData, (), (source, school, year, amount_cents, note))
struct StrategyData {
  std::string title;
  std::string description;
  plan::EvidenceTier evidence_tier{};
  std::vector<plan::System> systems;
  Key owner;
  std::vector<ActivityData> activities;
  std::vector<FundingData> funding;
};
BOOST_DESCRIBE_STRUCT(StrategyData, (),
                      (title, description, evidence_tier, systems, owner, activities, funding))
struct GoalData {
  std::string title;
  std::string statement;
  plan::GoalStatus status{};
  Key owner;
  std::optional<std::vector<Key>> schools;  // none: all
  std::vector<MeasureData> measures;
  std::vector<StrategyData> strategies;
};
BOOST_DESCRIBE_STRUCT(GoalData, (),
                      (title, statement, status, owner, schools, measures, strategies))
struct PlanData {
  std::string title;
  std::string summary;
  std::vector<SourceData> sources;
  std::vector<GoalData> goals;
};
BOOST_DESCRIBE_STRUCT(PlanData, (), (title, summary, sources, goals))

// ---- round.json ------------------------------------------------------------------------------

struct TextsData {
  std::string evidence;
  std::string action;
};
BOOST_DESCRIBE_STRUCT(TextsData, (), (evidence, action))
struct FunctionData {
  std::string id;
  std::vector<std::string> in_place;  // evidence
  std::vector<TextsData> strengthen;
  std::vector<TextsData> create;
};
BOOST_DESCRIBE_STRUCT(FunctionData, (), (id, in_place, strengthen, create))
enum class StepKind { submit, hand_back, accept, comment, answer };
BOOST_DESCRIBE_ENUM(StepKind, submit, hand_back, accept, comment, answer)
struct FunctionCommentData {
  std::string function;
  std::string body;
};
BOOST_DESCRIBE_STRUCT(FunctionCommentData, (), (function, body))
struct StepData {
  StepKind step{};
  Key by;
  std::string on;
  std::optional<std::string> note;     // of submit
  std::optional<std::string> message;  // of hand_back and accept
  std::optional<std::vector<FunctionCommentData>> comments;
  std::optional<std::string> function;  // of comment and answer
  std::optional<std::string> field;
  std::optional<std::string> value;
  std::optional<std::string> body;
};
BOOST_DESCRIBE_STRUCT(StepData, (),
                      (step, by, on, note, message, comments, function, field, value, body))
struct TemplateData {
  OptionalKey school;  // none: the district's
  std::string began;
  std::vector<Key> writers;
  std::vector<Key> owners;
  // One for each row, in the order of the template: i1 is the first text for in place, s for to
  // be strengthened, c for to be created, - for not answered yet.
  std::vector<std::string> answers;
  std::vector<StepData> steps;
};
BOOST_DESCRIBE_STRUCT(TemplateData, (), (school, began, writers, owners, answers, steps))
struct RoundData {
  std::string due;
  Key opened_by;
  std::string opened;
  std::vector<FunctionData> functions;           // of the building template
  std::vector<FunctionData> district_functions;  // that the district's has besides
  std::vector<TemplateData> templates;
};
BOOST_DESCRIBE_STRUCT(RoundData, (),
                      (due, opened_by, opened, functions, district_functions, templates))

// ---- actions.json ----------------------------------------------------------------------------

struct ItemData {
  Key by;
  std::string made;
  OptionalKey school;
  std::string title;
  std::string detail;
  OptionalKey owner;
  std::optional<std::string> owner_name;
  std::string due;
  action::Status status{};
  std::optional<std::string> done;  // when it was done or dropped
};
BOOST_DESCRIBE_STRUCT(ItemData, (),
                      (by, made, school, title, detail, owner, owner_name, due, status, done))
// What became of an item that came from a template.
struct ProgressData {
  Key school;
  std::string function;
  Key by;
  std::string on;
  action::Status status{};
};
BOOST_DESCRIBE_STRUCT(ProgressData, (), (school, function, by, on, status))
struct ActionsData {
  std::vector<ItemData> items;
  std::vector<ProgressData> progress;
};
BOOST_DESCRIBE_STRUCT(ActionsData, (), (items, progress))

// ---- workshops.json --------------------------------------------------------------------------

struct SeatData {
  std::string name;
  workshop::Side side{};
  workshop::SeatRole role{};
  OptionalKey school;
  std::string marks;  // a level from 1 for each row of the continuum
  std::string outcome;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SeatData, (), (name, side, role, school, marks, outcome, reason))
struct NoteData {
  std::int64_t who = 0;  // the place in people, from 0
  std::string subject;
  std::string text;
  std::int64_t votes = 0;
};
BOOST_DESCRIBE_STRUCT(NoteData, (), (who, subject, text, votes))
struct ConsensusData {
  std::string row;
  std::string level;
  std::string dissent;
  std::string desired;
};
BOOST_DESCRIBE_STRUCT(ConsensusData, (), (row, level, dissent, desired))
struct DecidedData {
  std::string title;
  Key owner;
  std::string due;
  action::Status status{};
};
BOOST_DESCRIBE_STRUCT(DecidedData, (), (title, owner, due, status))
struct WorkshopData {
  std::string title;
  std::string intro;
  Key by;
  std::string planned;
  std::string on;
  bool held = false;
  bool anonymous = false;
  std::vector<std::string> groups;
  std::vector<SeatData> people;
  std::vector<NoteData> notes;
  std::map<std::string, std::vector<std::string>> evidence;  // row -> of the first people
  std::vector<ConsensusData> consensus;
  std::vector<DecidedData> actions;
};
BOOST_DESCRIBE_STRUCT(WorkshopData, (),
                      (title, intro, by, planned, on, held, anonymous, groups, people, notes,
                       evidence, consensus, actions))
struct WorkshopsData {
  std::vector<WorkshopData> workshops;
};
BOOST_DESCRIBE_STRUCT(WorkshopsData, (), (workshops))

// A day as the files write it, seen from today; throws if it is not one.
Date day_of(std::string_view text, const Date& today);

// A file of content/demo; throws with the place of the first fault.
template <class T>
T file(std::string_view name);

}  // namespace tandem::demo
