// People and what is asked of their fields.
#pragma once

#include "identity/permissions.hpp"
#include "record/record.hpp"

namespace tandem::identity {

// An e-mail address in lower case: a dot-atom, @, a domain with a dot in it (the part of RFC
// 5321 that people have). Letter case does not matter, so only one form is kept.
struct Email {
  std::string value;
  auto operator<=>(const Email&) const = default;
  static std::optional<Email> parse(std::string_view text);
};
void read(const json::value& in, Email& out, json::Reader& reader);
json::value write(const Email& v);

using Password = Text<10, 200>;

struct PersonFields {
  Email email;
  Name name;
  Text<0, 120> title;  // such as Principal
  bool active = true;  // false: cannot sign in
  std::vector<Grant> grants;
};
BOOST_DESCRIBE_STRUCT(PersonFields, (), (email, name, title, active, grants))

struct Person : record::Head, PersonFields {
  static constexpr std::string_view entity = "person";
  bool has_password = false;  // false until an invitation has been accepted
  [[nodiscard]] PersonId person_id() const { return PersonId{id.value}; }
};
BOOST_DESCRIBE_STRUCT(Person, (record::Head, PersonFields), (has_password))

inline constexpr std::size_t kMaxGrants = 50;

// 422 unless each role is held where it can be: a school's roles for one of these schools, the
// others for the district; none twice.
Result<void> check_grants(const std::vector<Grant>& grants, const std::vector<SchoolId>& schools);

// In the one order in which they are kept and compared.
std::vector<Grant> sorted(std::vector<Grant> grants);

}  // namespace tandem::identity
