// The SQL of rounds and templates.
#pragma once

#include "balance/rules.hpp"

namespace tandem::balance {

// ---- Rounds --------------------------------------------------------------------------------

std::optional<Round> newest_round(db::Tx& tx, const DistrictId& district);
std::vector<TemplateRow> templates_of(db::Tx& tx, const DistrictId& district,
                                      const RecordId& round);  // in the order they were made

// What the overview of a round needs of its templates' answers: each status, and of what will
// be done no more than whether there is something.
std::map<RecordId, Sheet> outlines_of(db::Tx& tx, const DistrictId& district,
                                      const RecordId& round);
// Of each template that was submitted, the last time.
struct LastSubmission {
  RecordId template_id;
  Timestamp submitted_at;
  std::vector<FunctionStatus> statuses;
};
BOOST_DESCRIBE_STRUCT(LastSubmission, (), (template_id, submitted_at, statuses))
std::vector<LastSubmission> last_submissions_of(db::Tx& tx, const DistrictId& district,
                                                const RecordId& round);
std::map<RecordId, std::int64_t> comment_counts_of(db::Tx& tx, const DistrictId& district,
                                                   const RecordId& round);
// The latest submission of each building of the round.
struct BuildingSubmission {
  RecordId template_id;
  SchoolId school_id;
  std::int64_t number = 0;
  std::vector<SubmittedAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(BuildingSubmission, (), (template_id, school_id, number, answers))
std::vector<BuildingSubmission> building_submissions_of(db::Tx& tx, const DistrictId& district,
                                                        const RecordId& round);

// ---- One template --------------------------------------------------------------------------

// For a change of its state: whoever saves an answer waits until it is done, so that nothing is
// written into a template while it is being submitted.
std::optional<TemplateRow> lock_template(db::Tx& tx, const DistrictId& district,
                                         const RecordId& id);

std::vector<Answer> answers_of(db::Tx& tx, const DistrictId& district, const RecordId& id);
std::vector<Comment> comments_of(db::Tx& tx, const DistrictId& district, const RecordId& id);
std::vector<SubmissionEntry> history_of(db::Tx& tx, const DistrictId& district, const RecordId& id);

void add(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
         const Comment& comment);
void add(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
         const Submission& submission, const std::vector<FunctionStatus>& statuses);
std::optional<Submission> find_submission(db::Tx& tx, const DistrictId& district,
                                          const RecordId& template_id, std::int64_t number);
// Notes the decision about a submission that has none; its answers stay as they are.
void decide(audit::Change& change, const RecordId& template_id, std::int64_t number,
            Decision decision, const std::string& message);
bool was_decided_before(db::Tx& tx, const DistrictId& district, const RecordId& template_id);
// The answers of the last submission below number that became action items: a building's
// accepted one, any of the district's.
std::vector<SubmittedAnswer> answers_followed_before(db::Tx& tx, const DistrictId& district,
                                                     const TemplateRow& row, std::int64_t number);

// ---- Saving an answer: one statement to read, one to write -------------------------------------

struct Place {  // where the answer goes, and what is there now
  Kind kind = Kind::building;
  std::optional<SchoolId> school_id;
  State state = State::draft;
  Timestamp created_at;  // of the template
  std::string pack_id;
  std::string pack_version;
  std::int64_t version = 0;  // of the answer; 0: none yet
  std::string value;
  std::optional<PersonId> person_id;
  std::optional<Timestamp> updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(Place, (),
                      (kind, school_id, state, created_at, pack_id, pack_version, version, value,
                       person_id, updated_at, updated_by))
std::optional<Place> find_place(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
                                const std::string& function_id, const std::string& field);
// False if somebody was faster.
bool put(db::Tx& tx, const DistrictId& district, const RecordId& template_id, const Answer& answer,
         std::int64_t expected);

}  // namespace tandem::balance
