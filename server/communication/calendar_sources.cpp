// What the calendar feeds take from the features that are there.
#include "action/action.hpp"
#include "balance/balance.hpp"
#include "barrier/barrier.hpp"
#include "communication/calendar.hpp"
#include "communication/rules.hpp"
#include "plan/plan.hpp"

namespace tandem::communication {
namespace {

// Whose it is, as a condition and the value it compares with.
struct Owner {
  std::string sql;
  std::string value;
};
Owner owner_of(const CalendarQuery& query) {
  switch (query.scope) {
    case CalendarScope::person:
      return {"and owner_id = :owner", query.person.value};
    case CalendarScope::school:
      return {"and school_id = :school", query.school.value};
    case CalendarScope::district:
      break;
  }
  return {"and school_id is null and :none = ''", ""};
}

// Rows with an owner, a school and a due date that are still to do.
template <class R>
std::vector<R> due_rows(db::Tx& tx, const CalendarQuery& query, const std::string& still_to_do) {
  const auto owner = owner_of(query);
  return tx.rows_of<R>(query.district,
                       owner.sql + " and due_on >= :from and due_on <= :to and " + still_to_do +
                           " order by due_on, id limit :most",
                       owner.value, query.from, query.to, kMostOfASource);
}

std::vector<DueEntry> activities(db::Tx& tx, const CalendarQuery& query) {
  std::vector<DueEntry> entries;
  for (const auto& row :
       due_rows<plan::Activity>(tx, query, "status in ('not_started', 'in_progress')")) {
    const auto page =
        row.school_id ? "/plan/schools/" + row.school_id->value : std::string("/plan");
    entries.push_back({"activity", row.id, *row.due_on, row.title, row.detail,
                       "Activity of the plan", page, row.updated_at});
  }
  return entries;
}

std::vector<DueEntry> actions(db::Tx& tx, const CalendarQuery& query) {
  std::vector<DueEntry> entries;
  for (const auto& row : due_rows<action::ActionItem>(tx, query, "status in ('open', 'doing')")) {
    entries.push_back({"action", row.id, *row.due_on, row.title, row.detail, "Action item",
                       "/actions", row.updated_at});
  }
  return entries;
}

std::vector<DueEntry> barriers(db::Tx& tx, const CalendarQuery& query) {
  std::vector<DueEntry> entries;
  for (const auto& row : due_rows<barrier::Barrier>(tx, query, "status in ('open', 'doing')")) {
    entries.push_back({"barrier", row.id, *row.due_on, row.title, row.approach, "Barrier",
                       "/barriers/" + row.id.value, row.updated_at});
  }
  return entries;
}

std::vector<DueEntry> communications(db::Tx& tx, const CalendarQuery& query) {
  const auto owner = owner_of(query);
  std::vector<DueEntry> entries;
  for (const auto& row : tx.rows_of<Communication>(
           query.district,
           owner.sql + " and starts_on <= :to and coalesce(done_until, '') < :latest "
                       "order by id limit :most",
           owner.value, query.to, query.to, kMostOfASource)) {
    const auto from =
        row.done_until
            ? std::max(query.from, Date::from(row.done_until->day() + std::chrono::days(1)))
            : query.from;
    std::string detail = "For: " + row.audience.value;
    if (!row.channel.empty()) detail += "\nBy: " + row.channel.value;
    if (!row.detail.empty()) detail += "\n\n" + row.detail.value;
    for (const auto& day : days(row, from, query.to)) {
      if (entries.size() >= static_cast<std::size_t>(kMostOfASource)) return entries;
      entries.push_back({"communication", row.id, day, row.title, detail, "Communication",
                         "/communication/" + row.id.value, row.updated_at});
    }
  }
  return entries;
}

// Templates are due for everybody on the same day.
std::vector<DueEntry> rounds(db::Tx& tx, const CalendarQuery& query) {
  std::vector<DueEntry> entries;
  for (const auto& row : tx.rows_of<balance::Round>(
           query.district, "and due_on >= :from and due_on <= :to order by due_on, id limit :most",
           query.from, query.to, kMostOfASource)) {
    entries.push_back({"round", row.id, *row.due_on,
                       "Building templates " + row.year.value + " are due", "",
                       "Building templates", "/rounds/" + row.id.value, row.updated_at});
  }
  return entries;
}

}  // namespace

void add_known_sources(CalendarSources& sources) {
  sources.add(activities);
  sources.add(actions);
  sources.add(barriers);
  sources.add(communications);
  sources.add(rounds);
}

}  // namespace tandem::communication
