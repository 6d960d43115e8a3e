// Rounds, and the building and district templates filled in for them: Activity 3 of the
// toolkit, "Maintaining Balance". A building team fills its template in and submits it; the
// district team returns or accepts it, and then completes its own.
#pragma once

#include "record/record.hpp"
#include "toolkit/pack.hpp"

namespace tandem::balance {

using toolkit::Kind;

enum class State { draft, submitted, returned, accepted, completed };
BOOST_DESCRIBE_ENUM(State, draft, submitted, returned, accepted, completed)

enum class Decision { returned, accepted };
BOOST_DESCRIBE_ENUM(Decision, returned, accepted)

// ---- Rounds --------------------------------------------------------------------------------

struct RoundFields {
  std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(RoundFields, (), (due_on))

struct OpenRoundFields {
  SchoolYear year;
  std::optional<Date> due_on;
  std::optional<std::string> pack_id;       // none: the built-in pack
  std::optional<std::string> pack_version;  // none: the newest
};
BOOST_DESCRIBE_STRUCT(OpenRoundFields, (), (year, due_on, pack_id, pack_version))

// One school year's pass through the templates, with the pack it was opened under.
struct Round : record::Head, RoundFields {
  static constexpr std::string_view table = "round", entity = "round";
  using Fields = RoundFields;
  SchoolYear year;
  std::string pack_id;
  std::string pack_version;
};
BOOST_DESCRIBE_STRUCT(Round, (record::Head, RoundFields), (year, pack_id, pack_version))

struct Progress {
  std::int64_t answered = 0;  // functions that nothing is missing from any more
  std::int64_t total = 0;
  friend bool operator==(const Progress&, const Progress&) = default;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (answered, total))

struct FunctionStatus {
  std::string function_id;
  std::optional<std::string> status;
  friend bool operator==(const FunctionStatus&, const FunctionStatus&) = default;
};
BOOST_DESCRIBE_STRUCT(FunctionStatus, (), (function_id, status))

// ---- Templates -----------------------------------------------------------------------------

struct NoFields {};
BOOST_DESCRIBE_STRUCT(NoFields, (), ())

struct TemplateRow : record::Head, NoFields {
  static constexpr std::string_view table = "template", entity = "template";
  using Fields = NoFields;
  RecordId round_id;
  Kind kind = Kind::building;
  std::optional<SchoolId> school_id;  // none: the district's own template
  State state = State::draft;
  std::int64_t submissions = 0;  // how many times it was submitted, or completed
};
BOOST_DESCRIBE_STRUCT(TemplateRow, (record::Head), (round_id, kind, school_id, state, submissions))

struct AnswerFields {
  Text<0, 8000> value;
  std::optional<PersonId> person_id;  // for an owner who is a person of the district
  friend bool operator==(const AnswerFields&, const AnswerFields&) = default;
};
BOOST_DESCRIBE_STRUCT(AnswerFields, (), (value, person_id))
using AnswerValue = AnswerFields;

// One field of one function's row. Each has its own version, so that two people who write in
// one template meet only where they write in the same field.
struct Answer {
  static constexpr std::string_view table = "template_answer", entity = "answer";
  std::string function_id;
  std::string field;
  std::string value;
  std::optional<PersonId> person_id;
  std::int64_t version = 0;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(Answer, (),
                      (function_id, field, value, person_id, version, updated_at, updated_by))

struct SubmittedAnswer {
  std::string function_id;
  std::string field;
  std::string value;
  std::optional<PersonId> person_id;
};
BOOST_DESCRIBE_STRUCT(SubmittedAnswer, (), (function_id, field, value, person_id))

// A submission without its answers, and what was decided about it.
struct SubmissionEntry {
  static constexpr std::string_view table = "template_submission", entity = "submission";
  std::int64_t number = 0;
  std::string note;
  std::string submitted_by;
  Timestamp submitted_at;
  std::optional<Decision> decision;
  std::string message;
  std::optional<std::string> decided_by;
  std::optional<Timestamp> decided_at;
};
BOOST_DESCRIBE_STRUCT(SubmissionEntry, (),
                      (number, note, submitted_by, submitted_at, decision, message, decided_by,
                       decided_at))

struct Submission : SubmissionEntry {
  std::vector<SubmittedAnswer> answers;  // as they were; never changed afterwards
};
BOOST_DESCRIBE_STRUCT(Submission, (SubmissionEntry), (answers))

struct Comment {
  static constexpr std::string_view table = "template_comment", entity = "comment";
  RecordId id;
  std::optional<std::string> function_id;
  std::int64_t submission = 0;  // that it was about; 0 before the first
  std::string body;
  PersonId person_id;
  std::string person_name;
  Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(Comment, (),
                      (id, function_id, submission, body, person_id, person_name, created_at))

// ---- What the API answers with ---------------------------------------------------------------

struct TemplateSummary {
  RecordId id;
  std::int64_t version = 0;
  Kind kind{};
  std::optional<SchoolId> school_id;
  State state{};
  std::int64_t submissions = 0;
  Progress progress;
  std::vector<FunctionStatus> statuses;  // last submitted by a building; live for the district
  std::optional<Timestamp> submitted_at;
  std::int64_t comments = 0;
};
BOOST_DESCRIBE_STRUCT(TemplateSummary, (),
                      (id, version, kind, school_id, state, submissions, progress, statuses,
                       submitted_at, comments))

struct RoundDetail : Round {
  std::vector<TemplateSummary> templates;
};
BOOST_DESCRIBE_STRUCT(RoundDetail, (Round), (templates))

struct TemplateDetail : TemplateRow {
  SchoolYear year;
  std::optional<Date> due_on;
  std::string pack_id;
  std::string pack_version;
  Progress progress;
  std::vector<Answer> answers;
  std::vector<Comment> comments;
  std::vector<SubmissionEntry> history;
};
BOOST_DESCRIBE_STRUCT(TemplateDetail, (TemplateRow),
                      (year, due_on, pack_id, pack_version, progress, answers, comments, history))

// A building's latest submitted answers to one function, by field.
struct FunctionAnswers {
  RecordId template_id;
  SchoolId school_id;
  std::int64_t submission = 0;
  std::map<std::string, AnswerValue> answers;
};
BOOST_DESCRIBE_STRUCT(FunctionAnswers, (), (template_id, school_id, submission, answers))

}  // namespace tandem::balance
