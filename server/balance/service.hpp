// What can be done with rounds and templates.
#pragma once

#include "balance/store.hpp"
#include "toolkit/packs.hpp"

namespace tandem::balance {

using toolkit::Packs;

// ---- Rounds (rounds.cpp) ---------------------------------------------------------------------

std::vector<Round> rounds(db::Tx& tx, const DistrictId& district);  // newest first
Result<RoundDetail> round_detail(db::Tx& tx, Packs& packs, const DistrictId& district,
                                 const RecordId& id);
// A template for each open school and one for the district. 409 if the year has a round.
Result<RoundDetail> open_round(audit::Change& change, Packs& packs, const OpenRoundFields& fields);
// Also makes the templates that the newest round lacks for schools opened since.
Result<RoundDetail> replace_round(audit::Change& change, Packs& packs, const RecordId& id,
                                  std::int64_t expected, const RoundFields& fields);
// Gives a school that was added or opened again its template in the newest round, unless that
// round is of a school year that is over.
void include_school(audit::Change& change, const SchoolId& school);
// 404 for a function that the building template does not ask.
Result<std::vector<FunctionAnswers>> function_answers(db::Tx& tx, Packs& packs,
                                                      const DistrictId& district,
                                                      const RecordId& round,
                                                      const std::string& function_id);

// The newest round and where each of its templates stands, in two queries.
struct Standing {
  Round round;
  std::vector<TemplateRow> templates;
};
std::optional<Standing> standing(db::Tx& tx, const DistrictId& district);

// ---- Templates (service.cpp) -------------------------------------------------------------------

Result<TemplateDetail> template_detail(db::Tx& tx, Packs& packs, const DistrictId& district,
                                       const RecordId& id);
// expected is the version of this one answer, 0 for the first. 409 unless the template is a
// draft or returned.
Result<Answer> save_answer(audit::Change& change, Packs& packs, const RecordId& template_id,
                           const std::string& function_id, const std::string& field,
                           std::int64_t expected, const AnswerFields& fields);

Result<TemplateDetail> submit(audit::Change& change, Packs& packs, const RecordId& id,
                              std::int64_t expected, const std::string& note);
Result<TemplateDetail> withdraw(audit::Change& change, Packs& packs, const RecordId& id,
                                std::int64_t expected);
struct FunctionComment {
  Text<1, 60> function_id;
  Text<1, 4000> body;
};
BOOST_DESCRIBE_STRUCT(FunctionComment, (), (function_id, body))
Result<TemplateDetail> give_back(audit::Change& change, Packs& packs, const RecordId& id,
                                 std::int64_t expected, const std::string& message,
                                 const std::vector<FunctionComment>& comments);
Result<TemplateDetail> accept(audit::Change& change, Packs& packs, const RecordId& id,
                              std::int64_t expected, const std::string& message);
// The message is kept as a comment. What was accepted stays in the history, and its action
// items stay as well.
Result<TemplateDetail> reopen(audit::Change& change, Packs& packs, const RecordId& id,
                              std::int64_t expected, const std::string& message);

Result<Comment> add_comment(audit::Change& change, Packs& packs, const RecordId& template_id,
                            const std::optional<std::string>& function_id, const std::string& body);
Result<Submission> submission(db::Tx& tx, const DistrictId& district, const RecordId& template_id,
                              std::int64_t number);

// The form of a template that was opened under this pack.
Form form_of(db::Tx& tx, Packs& packs, const DistrictId& district, const std::string& pack_id,
             const std::string& pack_version, Kind kind);

}  // namespace tandem::balance
