// Action items: something somebody will do by a date, and where it came from.
#pragma once

#include "record/record.hpp"

namespace tandem::action {

enum class Status { open, doing, done, dropped };
BOOST_DESCRIBE_ENUM(Status, open, doing, done, dropped)

// Where an item comes from. Not an enum: its names are the contract's, and "template" cannot
// be a name in C++.
namespace origin {
inline constexpr std::string_view kManual = "manual";
inline constexpr std::string_view kTemplate = "template";
inline constexpr std::string_view kWorkshop = "workshop";
}  // namespace origin

struct ActionItemFields {
  Text<1, 300> title;
  Text<0, 4000> detail;
  std::optional<PersonId> owner_id;  // if a person of the district,
  Text<0, 200> owner_name;           // else in words
  std::optional<Date> due_on;
  Status status = Status::open;
  friend bool operator==(const ActionItemFields&, const ActionItemFields&) = default;
};
BOOST_DESCRIBE_STRUCT(ActionItemFields, (), (title, detail, owner_id, owner_name, due_on, status))

struct ActionItem : record::Head, ActionItemFields {
  static constexpr std::string_view table = "action_item", entity = "action";
  using Fields = ActionItemFields;
  std::optional<SchoolId> school_id;  // none: the district's own
  std::string origin = std::string(origin::kManual);
  std::optional<RecordId> origin_id;      // the template or workshop it came from
  std::optional<std::string> origin_key;  // and the function in it
};
BOOST_DESCRIBE_STRUCT(ActionItem, (record::Head, ActionItemFields),
                      (school_id, origin, origin_id, origin_key))

}  // namespace tandem::action
