// What can be done with action items.
#pragma once

#include "action/rules.hpp"

namespace tandem::action {

struct Query {
  std::optional<SchoolId> school_id;
  bool district_only = false;  // those of no school
  std::optional<PersonId> owner_id;
  std::optional<Status> status;
  std::optional<Date> due_before;
  std::optional<std::string> text;  // part of the title or detail, in any letter case
  Place after;
  std::int64_t limit = 100;
};

// 422 at the pointer unless the person, if one is given, is at home in the district or has a
// role in it.
Result<void> check_person(db::Tx& tx, const DistrictId& district,
                          const std::optional<PersonId>& person, const std::string& pointer);

// Soonest due first, those without a date last; one row more than the limit if there are more.
std::vector<ActionItem> list(db::Tx& tx, const DistrictId& district, const Query& query);

Result<ActionItem> create(audit::Change& change, const std::optional<SchoolId>& school,
                          const ActionItemFields& fields);
Result<ActionItem> replace(audit::Change& change, const RecordId& id, std::int64_t expected,
                           const ActionItemFields& fields);
Result<void> remove(audit::Change& change, const RecordId& id, std::int64_t expected);

// Brings a template's items in line with what it plans now, as reconcile() says; before is what
// its last acceptance planned.
void follow_template(audit::Change& change, const RecordId& template_id,
                     const std::optional<SchoolId>& school, const std::vector<Planned>& before,
                     const std::vector<Planned>& now);

// What a person still has to do and is due on or before a day, soonest first.
std::vector<ActionItem> of_owner_due(db::Tx& tx, const DistrictId& district, const PersonId& owner,
                                     const Date& until, std::int64_t limit);

}  // namespace tandem::action
