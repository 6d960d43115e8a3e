#include "strategy/service.hpp"

#include "plan/changing.hpp"
#include "strategy/rules.hpp"

namespace tandem::strategy {
namespace {

// The contract's bounds.
constexpr std::int64_t kMaxEntries = 1000;
constexpr std::int64_t kMaxInitiatives = 5000;

// before is the entry as it was: whom and what it names stays allowed, though it may be gone.
std::vector<FieldError> check(audit::Change& change, const InitiativeFields& fields, bool own,
                              const Initiative* before) {
  auto errors = faults(fields, own);
  const auto& district = change.district;
  if (fields.owner_id && (before == nullptr || before->owner_id != fields.owner_id) &&
      !plan::is_person(change.tx, district, *fields.owner_id)) {
    errors.push_back({"/owner_id", "is not a person of the district"});
  }
  if (fields.strategy_id && (before == nullptr || before->strategy_id != fields.strategy_id) &&
      !record::find<plan::Strategy>(change.tx, district, *fields.strategy_id)) {
    errors.push_back({"/strategy_id", "is not a strategy of the plan"});
  }
  if (fields.schools.empty()) return errors;
  const auto known = plan::known_schools(change.tx, district);
  for (std::size_t i = 0; i < fields.schools.size(); ++i) {
    if (known.count(fields.schools[i]) == 0) {
      errors.push_back({fmt::format("/schools/{}", i), "is not a school of the district"});
    }
  }
  return errors;
}

template <class R>
Result<void> removed(audit::Change& change, const RecordId& id, std::int64_t expected) {
  CHECK_OK(record::remove<R>(change, id, expected));
  change.announce("plan", R::entity, id.value, 0);
  return {};
}

}  // namespace

std::vector<LibraryStrategy> library(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<LibraryStrategy>(district, "order by title, id");
}

Result<LibraryStrategy> create_entry(audit::Change& change, const LibraryStrategyFields& fields) {
  CHECK_OK(plan::no_faults(faults(fields)));
  CHECK_OK(plan::room_for<LibraryStrategy>(change, kMaxEntries, ""));
  return plan::announced(change, record::create<LibraryStrategy>(change, fields));
}

Result<LibraryStrategy> replace_entry(audit::Change& change, const RecordId& id,
                                      std::int64_t expected, const LibraryStrategyFields& fields) {
  CHECK_OK(record::find_version<LibraryStrategy>(change.tx, change.district, id, expected));
  CHECK_OK(plan::no_faults(faults(fields)));
  TRY(auto after, record::replace<LibraryStrategy>(change, id, expected, fields));
  return plan::announced(change, std::move(after));
}

Result<void> remove_entry(audit::Change& change, const RecordId& id, std::int64_t expected) {
  CHECK_OK(record::find_version<LibraryStrategy>(change.tx, change.district, id, expected));
  const auto used = change.tx.number(
      "select count(*) from strategy where district_id = :district and library_id = :id",
      change.district, id);
  if (used > 0) {
    return problem::conflict(
        "Strategies of the plan were made from this entry: retire it instead.");
  }
  return removed<LibraryStrategy>(change, id, expected);
}

std::vector<Initiative> initiatives(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<Initiative>(district, "order by coalesce(school_id, ''), title, id");
}

Result<Initiative> create_initiative(audit::Change& change, const std::optional<SchoolId>& school,
                                     const InitiativeFields& fields) {
  if (school && plan::known_schools(change.tx, change.district).count(*school) == 0) {
    return problem::not_found("school");
  }
  CHECK_OK(plan::no_faults(check(change, fields, school.has_value(), nullptr)));
  CHECK_OK(plan::room_for<Initiative>(change, kMaxInitiatives, ""));
  return plan::announced(change, record::create<Initiative>(change, fields, [&](Initiative& row) {
                           row.school_id = school;
                         }));
}

Result<Initiative> replace_initiative(audit::Change& change, const RecordId& id,
                                      std::int64_t expected, const InitiativeFields& fields) {
  TRY(const auto before,
      record::find_version<Initiative>(change.tx, change.district, id, expected));
  CHECK_OK(plan::no_faults(check(change, fields, before.school_id.has_value(), &before)));
  TRY(auto after, record::replace<Initiative>(change, id, expected, fields));
  return plan::announced(change, std::move(after));
}

Result<void> remove_initiative(audit::Change& change, const RecordId& id, std::int64_t expected) {
  return removed<Initiative>(change, id, expected);
}

}  // namespace tandem::strategy
