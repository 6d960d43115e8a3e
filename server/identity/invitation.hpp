// Invitations: a link that works once, within seven days, and lets a person choose a password.
// The store holds only a hash of its secret. It also serves who has forgotten a password.
#pragma once

#include "identity/people.hpp"

namespace tandem::identity {

inline constexpr std::chrono::hours kInvitationLife{24 * 7};
inline constexpr std::size_t kMaxInvitations = 500;  // at once

struct InvitePeopleFields {
  std::vector<PersonId> person_ids;
};
BOOST_DESCRIBE_STRUCT(InvitePeopleFields, (), (person_ids))

struct InvitationLink {
  PersonId person_id;
  std::string link;
  Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(InvitationLink, (), (person_id, link, expires_at))

struct Invitation {
  std::string name;
  std::string email;
  std::string district_name;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (name, email, district_name))

// A link for each; it takes the place of an unused one made before. 422 for somebody who is
// not of this district or cannot sign in.
Result<std::vector<InvitationLink>> invite(audit::Change& change,
                                           const std::vector<PersonId>& person_ids,
                                           std::string_view public_url);

// 404 for one that is unknown, expired or used; 400 for what cannot be one.
struct Invited {
  DistrictId home;
  PersonId person;
  Invitation shown;
};
Result<Invited> find_invitation(db::Tx& tx, std::string_view token, const Timestamp& now);

// Uses the invitation up and sets the password; 404 as before. All sessions of the person end.
Result<Invited> accept_invitation(db::Tx& tx, std::string_view token,
                                  const std::string& password_hash, const Timestamp& now);

}  // namespace tandem::identity
