// The one table of permissions: which role may do which operation, anywhere in the district or
// for a school it is held in. Checked in one place (api/pipeline.cpp) before any handler runs.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/types.hpp"

namespace tandem::identity {

enum class Role {
  administrator,
  district_lead,
  district_member,
  facilitator,
  viewer,
  consultant,
  school_lead,
  school_member
};
BOOST_DESCRIBE_ENUM(Role, administrator, district_lead, district_member, facilitator, viewer,
                    consultant, school_lead, school_member)

// Roles that are held for one school; the others are held for the whole district.
constexpr bool is_school_role(Role role) {
  return role == Role::school_lead || role == Role::school_member;
}

struct Grant {
  Role role = Role::viewer;
  std::optional<SchoolId> school_id;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (role, school_id))

// seat: whoever sits in the room of the workshop that the path names (X-Seat).
enum class Access { open, signed_in, granted, seat, seat_or_granted };

struct Permission {
  std::string_view operation;
  Access access = Access::granted;
  std::uint32_t anywhere = 0;  // bit 1 << role: may do it for any school and the district
  std::uint32_t own_school = 0;
};

// Null if the operation is not in the table: then nobody may do it.
const Permission* permission_for(std::string_view operation);
const std::vector<Permission>& permissions();

// Whether somebody with these grants in the district may do it for that school (none: for the
// district as a whole).
bool allowed(const Permission& permission, const std::vector<Grant>& grants,
             const std::optional<SchoolId>& school);

}  // namespace tandem::identity
