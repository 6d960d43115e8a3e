// A change in progress: the transaction it happens in, who makes it, and what it leaves behind:
// an audit entry in the same transaction, and events told to whoever looks on after the commit.
#pragma once

#include "db/tx.hpp"

namespace tandem::audit {

struct Actor {
  PersonId id;
  std::string name;
};

// Told to open pages: something about a topic is not as it was. Thin on purpose; a page that
// cares reads it again, with its own permissions.
struct Event {
  DistrictId district;
  std::string topic;  // plan, actions, workshops, ..., template:<id>; room:<id> (see api/room.md)
  std::string entity;
  std::string id;
  std::int64_t version = 0;
  std::string by;
};
BOOST_DESCRIBE_STRUCT(Event, (), (district, topic, entity, id, version, by))

// Of PostgreSQL's LISTEN and NOTIFY: carries events, one JSON object each, between processes.
inline constexpr std::string_view kChannel = "tandem_live";

class Change {
 public:
  Change(db::Tx& transaction, DistrictId where, Actor who, std::string what,
         Timestamp when = Timestamp::now())
      : tx(transaction),
        district(std::move(where)),
        actor(std::move(who)),
        operation(std::move(what)),
        now(std::move(when)) {}

  db::Tx& tx;
  const DistrictId district;
  const Actor actor;
  const std::string operation;  // operationId of the contract, or the command's name
  const Timestamp now;

  // Writes the audit entry: before is null for something new, after for something gone.
  void record(std::string_view entity, std::string_view entity_id,
              const std::optional<SchoolId>& school, const json::value& before,
              const json::value& after);
  void announce(std::string topic, std::string_view entity, std::string_view id,
                std::int64_t version);

  // Takes over what another change in the same transaction announced.
  void announce(const std::vector<Event>& told) {
    events_.insert(events_.end(), told.begin(), told.end());
  }

  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

 private:
  std::vector<Event> events_;
};

}  // namespace tandem::audit
