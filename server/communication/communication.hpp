// The communication plan: who is told what, by which channel, by whom and on which days, within a
// building, to the district team, to the schools and to the community.
#pragma once

#include "record/record.hpp"

namespace tandem::communication {

// Whom it reaches.
enum class Reach { building, district_team, schools, community };
BOOST_DESCRIBE_ENUM(Reach, building, district_team, schools, community)

enum class Repeats { once, weekly, biweekly, monthly, quarterly, yearly };
BOOST_DESCRIBE_ENUM(Repeats, once, weekly, biweekly, monthly, quarterly, yearly)

struct CommunicationFields {
  Text<1, 300> title;    // the message in a sentence
  Text<0, 4000> detail;  // what is to be said
  Text<1, 200> audience;
  Text<0, 200> channel;  // such as newsletter
  Reach reach = Reach::building;
  std::optional<PersonId> owner_id;
  Text<0, 200> owner_name;
  Date starts_on;  // the first day it is due
  Repeats repeats = Repeats::once;
  std::optional<Date> ends_on;  // not after this day; only for what repeats
};
BOOST_DESCRIBE_STRUCT(CommunicationFields, (),
                      (title, detail, audience, channel, reach, owner_id, owner_name, starts_on,
                       repeats, ends_on))

struct Communication : record::Head, CommunicationFields {
  static constexpr std::string_view table = "communication", entity = "communication";
  using Fields = CommunicationFields;
  std::optional<SchoolId> school_id;  // none: the district's
  std::optional<Date> done_until;     // the latest of the days on which it was done
};
BOOST_DESCRIBE_STRUCT(Communication, (record::Head, CommunicationFields), (school_id, done_until))

struct DeliveryFields {
  Date due_on;  // the day of the plan that it was done for
  Text<0, 2000> note;
};
BOOST_DESCRIBE_STRUCT(DeliveryFields, (), (due_on, note))
// Done once: created_at says when and updated_by by whom.
struct Delivery : record::Head, DeliveryFields {
  static constexpr std::string_view table = "communication_delivery", entity = "delivery";
  using Fields = DeliveryFields;
  RecordId communication_id;
  std::optional<SchoolId> school_id;
};
BOOST_DESCRIBE_STRUCT(Delivery, (record::Head, DeliveryFields), (communication_id, school_id))

// Where a communication stands on a day.
struct Standing {
  std::optional<Date> due_on;   // the latest day that has come and is not done
  std::optional<Date> next_on;  // the next day to come that is not done
  std::int64_t missed = 0;      // days before due_on that were not done either
};
BOOST_DESCRIBE_STRUCT(Standing, (), (due_on, next_on, missed))

struct CommunicationView : Communication, Standing {};
BOOST_DESCRIBE_STRUCT(CommunicationView, (Communication, Standing), ())

struct CommunicationDetail : CommunicationView {
  std::vector<Delivery> deliveries;  // the latest first
};
BOOST_DESCRIBE_STRUCT(CommunicationDetail, (CommunicationView), (deliveries))

}  // namespace tandem::communication
