// Barriers, communications, commitments, decisions, procedures and skills of the demonstration
// district, as content/demo/work.json has them.
#pragma once

#include "agreement/decision.hpp"
#include "agreement/rules.hpp"
#include "barrier/barrier.hpp"
#include "communication/communication.hpp"
#include "demo/data.hpp"
#include "team/skills.hpp"

namespace tandem::demo {

class Stage;

struct WordsData {  // what somebody says on a day
  Key by;
  std::string on;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(WordsData, (), (by, on, words))
struct BarrierReplyData : WordsData {
  barrier::Reply reply{};
};
BOOST_DESCRIBE_STRUCT(BarrierReplyData, (WordsData), (reply))
struct BarrierData {
  Key by;
  std::string made;
  OptionalKey school;
  std::string title;
  std::string detail;
  barrier::Level level{};
  std::string approach;
  std::optional<std::string> goal;  // its title
  Key owner;
  std::optional<std::string> due;
  barrier::Status status{};
  std::optional<WordsData> raised;
  std::optional<BarrierReplyData> reply;
};
BOOST_DESCRIBE_STRUCT(BarrierData, (),
                      (by, made, school, title, detail, level, approach, goal, owner, due, status,
                       raised, reply))
struct CommunicationData {
  Key by;
  std::string made;
  OptionalKey school;
  std::string title;
  std::string detail;
  std::string audience;
  std::string channel;
  communication::Reach reach{};
  Key owner;
  std::string starts;
  communication::Repeats repeats{};
  std::optional<std::string> ends;
  std::optional<std::string> done_until;  // it was done on each day up to this one
  std::optional<std::string> note;        // on each of them
};
BOOST_DESCRIBE_STRUCT(CommunicationData, (),
                      (by, made, school, title, detail, audience, channel, reach, owner, starts,
                       repeats, ends, done_until, note))
struct CommitmentReviewData : WordsData {
  agreement::Outcome outcome{};
};
BOOST_DESCRIBE_STRUCT(CommitmentReviewData, (WordsData), (outcome))
struct CommitmentData {
  Key by;
  std::string made;
  Key school;
  std::string title;
  std::string detail;
  agreement::Direction direction{};
  std::optional<std::string> due;
  std::optional<WordsData> acknowledged;
  std::optional<CommitmentReviewData> review;
};
BOOST_DESCRIBE_STRUCT(CommitmentData, (),
                      (by, made, school, title, detail, direction, due, acknowledged, review))
struct ProcedureData {
  Key key;
  Key by;
  OptionalKey school;
  std::string title;
  std::string body;
  std::string applies_to;
  std::optional<std::string> reviewed;
};
BOOST_DESCRIBE_STRUCT(ProcedureData, (), (key, by, school, title, body, applies_to, reviewed))
struct DecisionData {
  Key by;
  OptionalKey school;
  std::string title;
  agreement::Decider decided_by{};
  std::string how;
  std::string consulted;
  std::string informed;
  OptionalKey procedure;
  std::optional<std::vector<agreement::PlanChange>> covers;
};
BOOST_DESCRIBE_STRUCT(DecisionData, (),
                      (by, school, title, decided_by, how, consulted, informed, procedure, covers))
struct SkillData {
  Key by;
  OptionalKey school;  // of the team
  std::string title;
  std::vector<std::string> held_by;
  std::string learn;
  std::optional<std::string> due;
  team::SkillState state{};
};
BOOST_DESCRIBE_STRUCT(SkillData, (), (by, school, title, held_by, learn, due, state))
struct WorkData {
  std::vector<BarrierData> barriers;
  std::vector<CommunicationData> communications;
  std::vector<CommitmentData> commitments;
  std::string agreed;  // the day on which procedures, decisions and skills were written down
  std::vector<ProcedureData> procedures;
  std::vector<DecisionData> decisions;
  std::vector<SkillData> skills;
};
BOOST_DESCRIBE_STRUCT(WorkData, (),
                      (barriers, communications, commitments, agreed, procedures, decisions,
                       skills))

// Puts all of it on the calendar.
void plan_work(Stage& stage, const WorkData& data);

}  // namespace tandem::demo
