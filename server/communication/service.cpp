#include "communication/service.hpp"

#include "action/service.hpp"
#include "org/service.hpp"

namespace tandem::communication {
namespace {

void announce(audit::Change& change, const Communication& row, std::int64_t version) {
  change.announce("communications", Communication::entity, row.id.value, version);
}

CommunicationView view_of(const Communication& row, const Date& today) {
  CommunicationView view;
  static_cast<Communication&>(view) = row;
  static_cast<Standing&>(view) = standing_of(row, row.done_until, today);
  return view;
}

// Of the deliveries that are there after a change.
std::optional<Date> latest_delivery(audit::Change& change, const RecordId& id) {
  const auto latest = change.tx.row_of<Delivery>(
      change.district, "and communication_id = :id order by due_on desc limit 1", id);
  return latest ? std::optional(latest->due_on) : std::nullopt;
}

Result<void> settle(audit::Change& change, const Communication& before) {
  const auto latest = latest_delivery(change, before.id);
  TRY(const auto after,
      record::update(change, before, [&](Communication& row) { row.done_until = latest; }));
  announce(change, after, after.version);
  return {};
}

}  // namespace

std::vector<CommunicationView> list(db::Tx& tx, const DistrictId& district, const Query& query) {
  using record::filter;
  const auto school = record::in_school(query.school_id, query.district_only);
  const auto reach = filter(query.reach.has_value(), "reach = :reach",
                            query.reach ? db::Column<Reach>::to(*query.reach) : "");
  const auto owner = filter(query.owner_id.has_value(), "owner_id = :owner",
                            query.owner_id ? query.owner_id->value : "");
  std::vector<CommunicationView> views;
  for (const auto& row : tx.rows_of<Communication>(
           district,
           school.sql + reach.sql + owner.sql + " and id > :after order by id limit :most",
           school.value, reach.value, owner.value, query.after, query.limit + 1)) {
    views.push_back(view_of(row, query.today));
  }
  return views;
}

Result<CommunicationDetail> find(db::Tx& tx, const DistrictId& district, const RecordId& id,
                                 const Date& today) {
  TRY(const auto row, record::find<Communication>(tx, district, id));
  CommunicationDetail detail;
  static_cast<CommunicationView&>(detail) = view_of(row, today);
  detail.deliveries = tx.rows_of<Delivery>(
      district, "and communication_id = :id order by due_on desc limit :most", id, kMostDeliveries);
  return detail;
}

Result<Communication> create(audit::Change& change, const std::optional<SchoolId>& school,
                             const CommunicationFields& fields) {
  if (school) CHECK_OK(org::find_school(change.tx, change.district, *school));
  if (auto errors = faults(fields); !errors.empty()) return problem::invalid(std::move(errors));
  CHECK_OK(action::check_person(change.tx, change.district, fields.owner_id, "/owner_id"));
  auto row = record::create<Communication>(change, fields,
                                           [&](Communication& made) { made.school_id = school; });
  announce(change, row, row.version);
  return row;
}

Result<Communication> replace(audit::Change& change, const RecordId& id, std::int64_t expected,
                              const CommunicationFields& fields) {
  TRY(const auto before,
      record::find_version<Communication>(change.tx, change.district, id, expected));
  if (auto errors = faults(fields); !errors.empty()) return problem::invalid(std::move(errors));
  if (fields.owner_id != before.owner_id) {
    CHECK_OK(action::check_person(change.tx, change.district, fields.owner_id, "/owner_id"));
  }
  TRY(auto row, record::update(change, before, [&](Communication& now) {
        static_cast<CommunicationFields&>(now) = fields;
      }));
  announce(change, row, row.version);
  return row;
}

Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto before,
      record::find_version<Communication>(change.tx, change.district, id, expected));
  for (const auto& delivery : change.tx.rows_of<Delivery>(
           change.district, "and communication_id = :id order by due_on", before.id)) {
    CHECK_OK(record::remove<Delivery>(change, delivery.id, delivery.version));
  }
  TRY(const auto gone, record::remove<Communication>(change, id, expected));
  announce(change, gone, 0);
  return {};
}

Result<Delivery> deliver(audit::Change& change, const RecordId& id, const DeliveryFields& fields) {
  TRY(const auto row, record::find<Communication>(change.tx, change.district, id));
  if (!is_day(row, fields.due_on)) {
    return problem::invalid("/due_on", "is not a day on which this is due");
  }
  const auto there = change.tx.number(
      "select count(*) from communication_delivery where district_id = :district and "
      "communication_id = :id and due_on = :day",
      change.district, id, fields.due_on);
  if (there > 0) return problem::conflict("It has been noted as done for this day already.");
  auto made = record::create<Delivery>(change, fields, [&](Delivery& delivery) {
    delivery.communication_id = id;
    delivery.school_id = row.school_id;
  });
  CHECK_OK(settle(change, row));
  return made;
}

Result<void> take_back(audit::Change& change, const RecordId& id, const RecordId& delivery,
                       std::int64_t expected) {
  TRY(const auto row, record::find<Communication>(change.tx, change.district, id));
  TRY(const auto before,
      record::find_version<Delivery>(change.tx, change.district, delivery, expected));
  if (before.communication_id != id) return problem::not_found(std::string(Delivery::entity));
  CHECK_OK(record::remove<Delivery>(change, delivery, expected));
  return settle(change, row);
}

std::vector<CommunicationView> of_owner_due(db::Tx& tx, const DistrictId& district,
                                            const PersonId& owner, const Date& today,
                                            const Date& until, std::int64_t limit) {
  std::vector<CommunicationView> due;
  for (const auto& row : tx.rows_of<Communication>(
           district,
           "and owner_id = :owner and starts_on <= :until order by starts_on, id limit :most",
           owner, until, limit)) {
    auto view = view_of(row, today);
    if (view.due_on || (view.next_on && *view.next_on <= until)) due.push_back(std::move(view));
  }
  return due;
}

}  // namespace tandem::communication
