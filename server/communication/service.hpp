// What can be done with the communication plan.
#pragma once

#include "communication/rules.hpp"
#include "record/due.hpp"

namespace tandem::communication {

struct Query {
  std::optional<SchoolId> school_id;
  bool district_only = false;  // those of no school
  std::optional<Reach> reach;
  std::optional<PersonId> owner_id;
  std::string after;  // id of the last one of the page before
  std::int64_t limit = 100;
  Date today;
};

inline constexpr std::int64_t kMostDeliveries = 300;  // that are shown

// In the order in which they were made; one more than the limit if there are more.
std::vector<CommunicationView> list(db::Tx& tx, const DistrictId& district, const Query& query);
Result<CommunicationDetail> find(db::Tx& tx, const DistrictId& district, const RecordId& id,
                                 const Date& today);

Result<Communication> create(audit::Change& change, const std::optional<SchoolId>& school,
                             const CommunicationFields& fields);
Result<Communication> replace(audit::Change& change, const RecordId& id, std::int64_t expected,
                              const CommunicationFields& fields);
// Takes along what was noted of it, each with its own audit entry.
Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected);

// 422 if it is not due on that day; 409 if it was noted as done for that day already.
Result<Delivery> deliver(audit::Change& change, const RecordId& id, const DeliveryFields& fields);
Result<void> take_back(audit::Change& change, const RecordId& id, const RecordId& delivery,
                       std::int64_t expected);

// Those of a person, with where they stand, that are due on or before a day.
std::vector<CommunicationView> of_owner_due(db::Tx& tx, const DistrictId& district,
                                            const PersonId& owner, const Date& today,
                                            const Date& until, std::int64_t limit);

}  // namespace tandem::communication
