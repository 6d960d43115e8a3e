// What can be done with commitments, decisions and procedures.
#pragma once

#include "agreement/decision.hpp"
#include "agreement/rules.hpp"
#include "record/due.hpp"

namespace tandem::agreement {

using Grants = std::vector<identity::Grant>;

struct Query {
  std::optional<SchoolId> school_id;
  bool district_only = false;  // decisions and procedures of no school
  std::string after;           // id of the last one of the page before
  std::int64_t limit = 100;
};

// Each list: in the order in which they were made; one more than the limit if there are more.
std::vector<Commitment> commitments(db::Tx& tx, const DistrictId& district, const Query& query);
std::vector<Decision> decisions(db::Tx& tx, const DistrictId& district, const Query& query);
// All that are about changes of the plan.
std::vector<Decision> decisions_on_the_plan(db::Tx& tx, const DistrictId& district);
// What a person is in this district, as far as decisions go.
Voice voice_of(db::Tx& tx, const DistrictId& district, const PersonId& person);
std::vector<Procedure> procedures(db::Tx& tx, const DistrictId& district, const Query& query);

// Commitments. What the caller may depends on which side they speak for: 403 otherwise.
Result<Commitment> make(audit::Change& change, const Grants& grants, const SchoolId& school,
                        const CommitmentFields& fields);
Result<Commitment> reword(audit::Change& change, const Grants& grants, const RecordId& id,
                          std::int64_t expected, const CommitmentFields& fields);
// 409 once it was reviewed: what was promised and what became of it stays.
Result<void> withdraw(audit::Change& change, const Grants& grants, const RecordId& id,
                      std::int64_t expected);
Result<Commitment> acknowledge(audit::Change& change, const Grants& grants, const RecordId& id,
                               std::int64_t expected, const AcknowledgeFields& fields);
Result<Commitment> review(audit::Change& change, const Grants& grants, const RecordId& id,
                          std::int64_t expected, const ReviewFields& fields);
// Those that nobody has said the outcome of: to acknowledge, or to review one day.
std::vector<Commitment> unsettled(db::Tx& tx, const DistrictId& district, std::int64_t limit);

Result<Decision> create_decision(audit::Change& change, const std::optional<SchoolId>& school,
                                 const DecisionFields& fields);
Result<Decision> replace_decision(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const DecisionFields& fields);
Result<void> remove_decision(audit::Change& change, const RecordId& id, std::int64_t expected);

Result<Procedure> create_procedure(audit::Change& change, const std::optional<SchoolId>& school,
                                   const ProcedureFields& fields);
Result<Procedure> replace_procedure(audit::Change& change, const RecordId& id,
                                    std::int64_t expected, const ProcedureFields& fields);
// Decisions that follow it no longer do.
Result<void> remove_procedure(audit::Change& change, const RecordId& id, std::int64_t expected);

}  // namespace tandem::agreement
