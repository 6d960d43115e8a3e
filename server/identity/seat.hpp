// Seats in a workshop's room: access without an account. A seat is known by a token of which the
// store keeps a hash only; it may do what its room allows, and nothing elsewhere.
#pragma once

#include "db/tx.hpp"

namespace tandem::identity {

inline constexpr const char* kSeatHeader = "x-seat";

struct Seated {
  RecordId id;
  RecordId workshop_id;
  std::string name;  // as shown in the room; may be empty
};
BOOST_DESCRIBE_STRUCT(Seated, (), (id, workshop_id, name))

// Nothing if the token is unknown in the district, or the seat was left.
std::optional<Seated> find_seat(db::Tx& tx, const DistrictId& district, std::string_view token);

}  // namespace tandem::identity
