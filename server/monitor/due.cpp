#include "monitor/due.hpp"

namespace tandem::monitor {
namespace {

using communication::CalendarQuery;
using communication::CalendarScope;
using communication::DueEntry;

struct DueRow {
  RecordId id;
  Date due_on;
  std::string name;
  std::string school;
  Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(DueRow, (), (id, due_on, name, school, updated_at))

const std::string kColumns =
    "select r.id, c.due_on, c.name, coalesce(s.name, ''), c.updated_at from monitoring_cycle c "
    "join monitoring_report r on r.district_id = c.district_id and r.cycle_id = c.id left join "
    "school s on s.district_id = r.district_id and s.id = r.school_id where c.district_id = "
    ":district and c.due_on >= :from and c.due_on <= :to and r.state = 'draft' and "
    "coalesce(s.status, 'open') = 'open' and ";
const std::string kOrder = " order by c.due_on, r.id limit :most";

std::vector<DueRow> rows_of(db::Tx& tx, const CalendarQuery& query) {
  switch (query.scope) {
    case CalendarScope::person:
      return tx.all<DueRow>(
          kColumns +
              "(r.school_id in (select school_id from role_grant where district_id = :schools_of "
              "and person_id = :person and role in ('school_lead', 'school_member')) or "
              "(r.school_id is null and exists (select 1 from role_grant where district_id = "
              ":team_of and person_id = :member and role in ('administrator', 'district_lead', "
              "'district_member'))))" +
              kOrder,
          query.district, query.from, query.to, query.district, query.person, query.district,
          query.person, communication::kMostOfASource);
    case CalendarScope::school:
      return tx.all<DueRow>(kColumns + "r.school_id = :school" + kOrder, query.district, query.from,
                            query.to, query.school, communication::kMostOfASource);
    case CalendarScope::district:
      break;
  }
  return tx.all<DueRow>(kColumns + "r.school_id is null" + kOrder, query.district, query.from,
                        query.to, communication::kMostOfASource);
}

}  // namespace

std::vector<DueEntry> due_reports(db::Tx& tx, const CalendarQuery& query) {
  std::vector<DueEntry> entries;
  for (const auto& row : rows_of(tx, query)) {
    const auto title = row.school.empty() ? row.name : row.name + ": " + row.school;
    entries.push_back({"report", row.id, row.due_on, title,
                       "What was carried out, what the measures show, and what follows from it.",
                       "Monitoring report", "/monitoring/reports/" + row.id.value, row.updated_at});
  }
  return entries;
}

}  // namespace tandem::monitor
