#include "plan/store.hpp"

namespace tandem::plan {
namespace {

struct Known {
  SchoolId id;
};
BOOST_DESCRIBE_STRUCT(Known, (), (id))

struct State {
  std::int64_t revision = 0;
  std::string status;
};
BOOST_DESCRIBE_STRUCT(State, (), (revision, status))

}  // namespace

std::optional<std::int64_t> revision(db::Tx& tx, const DistrictId& district) {
  const auto found = tx.number("select revision from plan where district_id = :district", district);
  if (found == 0) return std::nullopt;
  return found;
}

void count_change(audit::Change& change) {
  change.tx.run("update plan set revision = revision + 1 where district_id = :district",
                change.district);
}

Result<WholePlan> read_plan(db::Tx& tx, const DistrictId& district) {
  auto plan = tx.row_of<Plan>(district, "");
  if (!plan) return problem::not_found("plan");
  return assemble({std::move(*plan), tx.rows_of<Goal>(district, ""),
                   tx.rows_of<Measure>(district, ""), tx.rows_of<Target>(district, ""),
                   tx.rows_of<Strategy>(district, ""), tx.rows_of<Activity>(district, ""),
                   tx.rows_of<FundingLine>(district, ""), funding_sources(tx, district),
                   tx.rows_of<GoalReason>(district, ""), tx.rows_of<GroupTarget>(district, ""),
                   tx.rows_of<Readiness>(district, ""), student_groups(tx, district)});
}

Result<SchoolState> school_state(db::Tx& tx, const DistrictId& district, const SchoolId& school) {
  const auto state = tx.one<State>(
      "select revision, status from plan join school on school.district_id = plan.district_id "
      "where plan.district_id = :district and school.id = :school",
      district, school);
  if (!state) return problem::not_found("school");
  return SchoolState{state->revision, state->status == "open"};
}

std::vector<FundingSource> funding_sources(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<FundingSource>(district, "order by name, id");
}

std::vector<StudentGroup> student_groups(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<StudentGroup>(district, "order by position, id");
}

bool is_in_library(db::Tx& tx, const DistrictId& district, const RecordId& entry) {
  return tx.number(
             "select count(*) from library_strategy where district_id = :district and id = :id",
             district, entry) > 0;
}

bool is_person(db::Tx& tx, const DistrictId& district, const PersonId& person) {
  // Somebody of another home district (a consultant) counts if they have a role here.
  return tx.number("select count(*) from person where district_id = :district and id = :person",
                   district, person) > 0 ||
         tx.number(
             "select count(*) from role_grant where district_id = :district and "
             "person_id = :person",
             district, person) > 0;
}

std::set<SchoolId> known_schools(db::Tx& tx, const DistrictId& district) {
  std::set<SchoolId> ids;
  for (auto& row : tx.all<Known>("select id from school where district_id = :district", district)) {
    ids.insert(std::move(row.id));
  }
  return ids;
}

bool is_open_school(db::Tx& tx, const DistrictId& district, const SchoolId& school) {
  return tx.number(
             "select count(*) from school where district_id = :district and id = :school "
             "and status = 'open'",
             district, school) > 0;
}

}  // namespace tandem::plan
