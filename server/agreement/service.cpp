#include "agreement/service.hpp"

#include <fmt/format.h>

#include <set>

#include "identity/session.hpp"
#include "org/service.hpp"
#include "plan/plan.hpp"
#include "team/team.hpp"

namespace tandem::agreement {
namespace {

template <class R>
void announce(audit::Change& change, const R& row, std::int64_t version) {
  change.announce("agreements", R::entity, row.id.value, version);
}

template <class R>
std::vector<R> page(db::Tx& tx, const DistrictId& district, const Query& query) {
  const auto school = record::in_school(query.school_id, query.district_only);
  return tx.rows_of<R>(district, school.sql + " and id > :after order by id limit :most",
                       school.value, query.after, query.limit + 1);
}

Result<void> check_school(audit::Change& change, const std::optional<SchoolId>& school) {
  if (school) CHECK_OK(org::find_school(change.tx, change.district, *school));
  return {};
}

Result<void> check_goal(audit::Change& change, const std::optional<RecordId>& goal) {
  if (goal && !change.tx.row_of<plan::Goal>(change.district, "and id = :id", *goal)) {
    return problem::invalid("/goal_id", "is not a goal of the plan");
  }
  return {};
}

// A decision follows a procedure of its own school or of the district.
Result<void> check_procedure(audit::Change& change, const std::optional<SchoolId>& school,
                             const DecisionFields& fields) {
  std::set<PlanChange> seen;
  for (std::size_t i = 0; i < fields.covers.size(); ++i) {
    if (!seen.insert(fields.covers[i]).second) {
      return problem::invalid(fmt::format("/covers/{}", i), "stands in the list already");
    }
  }
  if (!fields.procedure_id) return {};
  const auto procedure =
      change.tx.row_of<Procedure>(change.district, "and id = :id", *fields.procedure_id);
  if (!procedure || (procedure->school_id && procedure->school_id != school)) {
    return problem::invalid("/procedure_id", "is not a procedure of the district or this school");
  }
  return {};
}

// A change of a commitment by edit(row), told to those who look on.
template <class Edit>
Result<Commitment> changed(audit::Change& change, const Commitment& before, Edit&& edit) {
  TRY(auto after, record::update(change, before, std::forward<Edit>(edit)));
  announce(change, after, after.version);
  return after;
}

}  // namespace

std::vector<Commitment> commitments(db::Tx& tx, const DistrictId& district, const Query& query) {
  return page<Commitment>(tx, district, query);
}

std::vector<Decision> decisions_on_the_plan(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<Decision>(district, "and covers <> '[]'");
}

Voice voice_of(db::Tx& tx, const DistrictId& district, const PersonId& person) {
  Voice voice;
  voice.grants = identity::grants_in(tx, district, person);
  for (const auto& member : tx.rows_of<team::Member>(
           district,
           "and person_id = :person and team_id in (select id from team where district_id = :own "
           "and school_id is null)",
           person, district)) {
    voice.executive = voice.executive || member.decision_maker;
    voice.board = voice.board || member.represents.value == "board";
  }
  return voice;
}

std::vector<Decision> decisions(db::Tx& tx, const DistrictId& district, const Query& query) {
  return page<Decision>(tx, district, query);
}

std::vector<Procedure> procedures(db::Tx& tx, const DistrictId& district, const Query& query) {
  return page<Procedure>(tx, district, query);
}

Result<Commitment> make(audit::Change& change, const Grants& grants, const SchoolId& school,
                        const CommitmentFields& fields) {
  CHECK_OK(check_school(change, school));
  CHECK_OK(may_make(fields.direction, school, grants));
  CHECK_OK(check_goal(change, fields.goal_id));
  auto row = record::create<Commitment>(change, fields,
                                        [&](Commitment& made) { made.school_id = school; });
  announce(change, row, row.version);
  return row;
}

Result<Commitment> reword(audit::Change& change, const Grants& grants, const RecordId& id,
                          std::int64_t expected, const CommitmentFields& fields) {
  TRY(const auto before,
      record::find_version<Commitment>(change.tx, change.district, id, expected));
  CHECK_OK(may_make(before.direction, before.school_id, grants));
  CHECK_OK(may_make(fields.direction, before.school_id, grants));
  if (fields.goal_id != before.goal_id) CHECK_OK(check_goal(change, fields.goal_id));
  return changed(change, before, [&](Commitment& row) { reword(row, fields); });
}

Result<void> withdraw(audit::Change& change, const Grants& grants, const RecordId& id,
                      std::int64_t expected) {
  TRY(const auto before,
      record::find_version<Commitment>(change.tx, change.district, id, expected));
  CHECK_OK(may_make(before.direction, before.school_id, grants));
  if (before.outcome) {
    return problem::conflict("It has been reviewed. What was promised and kept stays here.");
  }
  CHECK_OK(record::remove<Commitment>(change, id, expected));
  announce(change, before, 0);
  return {};
}

Result<Commitment> acknowledge(audit::Change& change, const Grants& grants, const RecordId& id,
                               std::int64_t expected, const AcknowledgeFields& fields) {
  TRY(const auto before,
      record::find_version<Commitment>(change.tx, change.district, id, expected));
  CHECK_OK(may_acknowledge(before, grants));
  return changed(change, before,
                 [&](Commitment& row) { acknowledge(row, fields, change.actor, change.now); });
}

Result<Commitment> review(audit::Change& change, const Grants& grants, const RecordId& id,
                          std::int64_t expected, const ReviewFields& fields) {
  TRY(const auto before,
      record::find_version<Commitment>(change.tx, change.district, id, expected));
  CHECK_OK(may_review(before, grants));
  return changed(change, before,
                 [&](Commitment& row) { review(row, fields, change.actor, change.now); });
}

std::vector<Commitment> unsettled(db::Tx& tx, const DistrictId& district, std::int64_t limit) {
  return tx.rows_of<Commitment>(district, "and outcome is null order by id limit :most", limit);
}

Result<Decision> create_decision(audit::Change& change, const std::optional<SchoolId>& school,
                                 const DecisionFields& fields) {
  CHECK_OK(check_school(change, school));
  CHECK_OK(check_procedure(change, school, fields));
  auto row =
      record::create<Decision>(change, fields, [&](Decision& made) { made.school_id = school; });
  announce(change, row, row.version);
  return row;
}

Result<Decision> replace_decision(audit::Change& change, const RecordId& id, std::int64_t expected,
                                  const DecisionFields& fields) {
  TRY(const auto before, record::find_version<Decision>(change.tx, change.district, id, expected));
  CHECK_OK(check_procedure(change, before.school_id, fields));
  TRY(auto row, record::replace<Decision>(change, id, expected, fields));
  announce(change, row, row.version);
  return row;
}

Result<void> remove_decision(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto gone, record::remove<Decision>(change, id, expected));
  announce(change, gone, 0);
  return {};
}

Result<Procedure> create_procedure(audit::Change& change, const std::optional<SchoolId>& school,
                                   const ProcedureFields& fields) {
  CHECK_OK(check_school(change, school));
  auto row =
      record::create<Procedure>(change, fields, [&](Procedure& made) { made.school_id = school; });
  announce(change, row, row.version);
  return row;
}

Result<Procedure> replace_procedure(audit::Change& change, const RecordId& id,
                                    std::int64_t expected, const ProcedureFields& fields) {
  TRY(auto row, record::replace<Procedure>(change, id, expected, fields));
  announce(change, row, row.version);
  return row;
}

Result<void> remove_procedure(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto gone, record::remove<Procedure>(change, id, expected));
  for (const auto& decision :
       change.tx.rows_of<Decision>(change.district, "and procedure_id = :id order by id", id)) {
    CHECK_OK(record::update(change, decision, [](Decision& row) { row.procedure_id.reset(); }));
  }
  announce(change, gone, 0);
  return {};
}

}  // namespace tandem::agreement
