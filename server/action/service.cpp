#include "action/service.hpp"

#include "org/service.hpp"

namespace tandem::action {
namespace {

void announce(audit::Change& change, const ActionItem& item, std::int64_t version) {
  change.announce("actions", ActionItem::entity, item.id.value, version);
}

}  // namespace

Result<void> check_person(db::Tx& tx, const DistrictId& district,
                          const std::optional<PersonId>& person, const std::string& pointer) {
  if (!person) return {};
  const auto known = tx.number(
      "select (select count(*) from person where district_id = :home and id = :person) + "
      "(select count(*) from role_grant where district_id = :district and person_id = :grantee)",
      district, *person, district, *person);
  if (known == 0) return problem::invalid(pointer, "is not a person of the district");
  return {};
}

std::vector<ActionItem> list(db::Tx& tx, const DistrictId& district, const Query& query) {
  using record::filter;
  const auto school = record::in_school(query.school_id, query.district_only);
  const auto owner = filter(query.owner_id.has_value(), "owner_id = :owner",
                            query.owner_id ? query.owner_id->value : "");
  const auto status = filter(query.status.has_value(), "status = :status",
                             query.status ? db::Column<Status>::to(*query.status) : "");
  const auto due = filter(query.due_before.has_value(), "due_on < :due",
                          query.due_before ? query.due_before->value : "");
  const auto text =
      filter(query.text.has_value(), "lower(title || ' ' || detail) like lower(:text) escape '\\'",
             query.text ? pattern_of(*query.text) : "");
  return tx.rows_of<ActionItem>(
      district,
      school.sql + owner.sql + status.sql + due.sql + text.sql +
          " and (coalesce(due_on, '9999-12-31'), id) > (:after_due, :after_id)"
          " order by coalesce(due_on, '9999-12-31'), id limit :most",
      school.value, owner.value, status.value, due.value, text.value, query.after.due,
      query.after.id, query.limit + 1);
}

Result<ActionItem> create(audit::Change& change, const std::optional<SchoolId>& school,
                          const ActionItemFields& fields) {
  if (school) CHECK_OK(org::find_school(change.tx, change.district, *school));
  CHECK_OK(check_person(change.tx, change.district, fields.owner_id, "/owner_id"));
  auto item =
      record::create<ActionItem>(change, fields, [&](ActionItem& row) { row.school_id = school; });
  announce(change, item, item.version);
  return item;
}

Result<ActionItem> replace(audit::Change& change, const RecordId& id, std::int64_t expected,
                           const ActionItemFields& fields) {
  TRY(const auto before,
      record::find_version<ActionItem>(change.tx, change.district, id, expected));
  if (fields.owner_id != before.owner_id) {
    CHECK_OK(check_person(change.tx, change.district, fields.owner_id, "/owner_id"));
  }
  TRY(auto item, record::update(change, before, [&](ActionItem& row) {
        static_cast<ActionItemFields&>(row) = fields;
      }));
  announce(change, item, item.version);
  return item;
}

Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected) {
  TRY(const auto item, record::remove<ActionItem>(change, id, expected));
  announce(change, item, 0);
  return {};
}

void follow_template(audit::Change& change, const RecordId& template_id,
                     const std::optional<SchoolId>& school, const std::vector<Planned>& before,
                     const std::vector<Planned>& now) {
  const auto existing = change.tx.rows_of<ActionItem>(
      change.district, "and origin_id = :origin order by origin_key", template_id);
  const auto to_do = reconcile(existing, before, now);
  for (const Planned& planned : to_do.create) {
    const auto item = record::create<ActionItem>(change, planned.fields, [&](ActionItem& row) {
      row.school_id = school;
      row.origin = std::string(origin::kTemplate);
      row.origin_id = template_id;
      row.origin_key = planned.key;
    });
    announce(change, item, item.version);
  }
  // Where somebody edits or removes an item at this very moment, theirs is kept: no error.
  for (const auto& [was, fields] : to_do.update) {
    const auto item = record::update(change, was, [&, &becomes = fields](ActionItem& row) {
      static_cast<ActionItemFields&>(row) = becomes;
    });
    if (item) announce(change, *item, item->version);
  }
  for (const ActionItem& item : to_do.remove) {
    if (record::remove<ActionItem>(change, item.id, item.version)) announce(change, item, 0);
  }
}

std::vector<ActionItem> of_owner_due(db::Tx& tx, const DistrictId& district, const PersonId& owner,
                                     const Date& until, std::int64_t limit) {
  return tx.rows_of<ActionItem>(district,
                                "and owner_id = :owner and due_on <= :until and status in "
                                "('open', 'doing') order by due_on, id limit :most",
                                owner, until, limit);
}

}  // namespace tandem::action
