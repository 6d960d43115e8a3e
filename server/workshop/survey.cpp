#include "workshop/survey.hpp"

#include "base/log.hpp"

namespace tandem::workshop {
namespace {

constexpr std::int64_t kMostEmails = 500;
constexpr int kMostAtOnce = 200;  // surveys ended in one go; the rest a little later

struct Due {
  std::string district_id;
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Due, (), (district_id, id))

struct Planner {
  std::string person_id;
  std::string person_name;
};
BOOST_DESCRIBE_STRUCT(Planner, (), (person_id, person_name))

struct Address {
  std::string email;
};
BOOST_DESCRIBE_STRUCT(Address, (), (email))

// An end needs somebody who has decided on it: whoever changed the plan last.
audit::Actor planner_of(db::Tx& tx, const DistrictId& district, const RecordId& workshop) {
  const auto last = tx.one<Planner>(
      "select person_id, person_name from audit_entry where district_id = :district "
      "and entity = 'workshop' and entity_id = :id order by seq desc limit 1",
      district, workshop);
  if (!last) return {};
  return {PersonId{last->person_id}, last->person_name};
}

Result<void> end_survey(audit::Change& change, toolkit::Packs& packs, const RecordId& id) {
  TRY(const auto workshop, find(change.tx, change.district, id));
  // Somebody may have been quicker, by hand or in another process.
  if (workshop.state != State::survey || !workshop.closes_at || change.now < *workshop.closes_at) {
    return {};
  }
  ControlFields fields;
  fields.command = Command::end;
  const auto version = room_row(change.tx, change.district, id).version;
  CHECK_OK(control(change, packs, id, version, fields));
  return {};
}

}  // namespace

std::vector<OpenSurvey> unanswered_surveys(db::Tx& tx, const DistrictId& district,
                                           const PersonId& person, const Timestamp& now,
                                           std::int64_t limit) {
  return tx.all<OpenSurvey>(
      "select id, title, code, anonymous, school_id, closes_at from workshop "
      "where district_id = :district and state = 'survey' "
      "and (closes_at is null or closes_at > :now) and not exists (select 1 "
      "from workshop_seat join workshop_answer on workshop_answer.district_id = :answers "
      "and workshop_answer.workshop_id = workshop_seat.workshop_id "
      "and workshop_answer.seat_id = workshop_seat.id "
      "where workshop_seat.district_id = :seats and workshop_seat.workshop_id = workshop.id "
      "and workshop_seat.person_id = :person) order by closes_at, id limit :most",
      district, now, district, district, person, limit);
}

Result<Reminder> reminder(db::Tx& tx, const DistrictId& district, const RecordId& id) {
  TRY(const auto workshop, find(tx, district, id));
  if (workshop.state != State::survey) return problem::conflict("It is not an open survey.");
  Reminder reminder;
  const std::string whom =
      std::string(
          "from person where district_id = :district and active = 1 and exists (select 1 "
          "from role_grant where role_grant.district_id = :grants "
          "and role_grant.person_id = person.id and role_grant.role <> 'consultant'") +
      (workshop.school_id ? " and role_grant.school_id = :school)" : ")");
  const auto asked = [&](const auto&... more) {
    reminder.invited = tx.number("select count(*) " + whom, district, district, more...);
    for (auto& each : tx.all<Address>("select email " + whom + " order by email limit :most",
                                      district, district, more..., kMostEmails)) {
      reminder.emails.push_back(std::move(each.email));
    }
  };
  if (workshop.school_id) asked(*workshop.school_id);
  else asked();
  reminder.joined = tx.number(
      "select count(*) from workshop_seat where district_id = :district "
      "and workshop_id = :workshop and has_left = 0",
      district, id);
  reminder.answered = tx.number(
      "select count(distinct owner) from workshop_answer where district_id = :district "
      "and workshop_id = :workshop",
      district, id);
  return reminder;
}

std::size_t end_due_surveys(db::Database& database, toolkit::Packs& packs, const Timestamp& now,
                            const std::function<void(const std::vector<audit::Event>&)>& publish) {
  const auto due = database.read([&](db::Tx& tx) {
    return tx.all<Due>(
        "select district_id, id from workshop where state = 'survey' and closes_at <= :now "
        "order by closes_at limit :most",
        now, kMostAtOnce);
  });
  std::size_t ended = 0;
  for (const auto& each : due) {
    const DistrictId district{each.district_id};
    const RecordId id{each.id};
    std::vector<audit::Event> events;
    const auto done = database.write([&](db::Tx& tx) -> Result<void> {
      audit::Change change(tx, district, planner_of(tx, district, id), "endDueSurvey", now);
      CHECK_OK(end_survey(change, packs, id));
      events = change.events();
      for (const auto& event :
           database.backend() == db::Backend::postgresql ? events : std::vector<audit::Event>{}) {
        tx.number("select count(*) from (select pg_notify(:channel, :event)) as told",
                  std::string(audit::kChannel), json::text(event));
      }
      return {};
    });
    if (!done) {
      log::error("ending a survey failed", {{"workshop", each.id}, {"why", done.error().detail}});
      continue;
    }
    if (events.empty()) continue;
    ++ended;
    if (database.backend() == db::Backend::sqlite) publish(events);
  }
  return ended;
}

}  // namespace tandem::workshop
