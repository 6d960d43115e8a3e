// A district to look around in, with believable people, schools, a round under way and a plan in
// its first year. All of it is invented.
#pragma once

#include "db/database.hpp"
#include "toolkit/packs.hpp"

namespace tandem::demo {

inline constexpr std::string_view kPassword = "tandem-demo-2026";

struct Login {
  std::string email;
  std::string name;
  std::string what;  // title and role, in words
};
struct Logins {
  DistrictId district;
  std::string district_name;
  std::string password;       // of everybody
  std::vector<Login> people;  // one for each role
};

// Sets the district up in one transaction, seen from today. 409 if it is there already.
Result<Logins> load(db::Database& database, toolkit::Packs& packs,
                    const Date& today = Timestamp::now().date());

}  // namespace tandem::demo
