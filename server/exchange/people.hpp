// Rows of a staff list, or of OneRoster's users.csv, as people. Pure: what is there already is
// given.
#pragma once

#include <functional>

#include "exchange/outcome.hpp"
#include "identity/person.hpp"
#include "org/org.hpp"

namespace tandem::exchange {

// What a word for a role means; some depend on whether a school is named with it.
struct RoleWord {
  std::optional<identity::Role> role;
  bool takes_part = true;  // false: pupils and families have no account here
};
RoleWord role_word(std::string_view word, bool with_school);

using PersonDecision = Decision<identity::Person, identity::PersonFields>;

class PeopleRows {
 public:
  // elsewhere says whether an e-mail belongs to somebody at home in another district.
  PeopleRows(std::string district_code, std::string district_name, std::vector<org::School> schools,
             const std::vector<identity::Person>& people,
             std::function<bool(const identity::Email&)> elsewhere);

  PersonDecision decide(const Cells& cells, std::size_t columns);

 private:
  // The school a cell names by code or name; none: the district. Nothing known by it: a reason.
  std::optional<Reason> find_school(const std::string& text, std::optional<SchoolId>& school) const;
  // The role that a row gives, with what there is to say about it.
  std::optional<identity::Grant> grant_of(const Cells& cells, bool is_new,
                                          PersonDecision& decision) const;

  std::string district_code_;
  std::string district_name_;
  std::vector<org::School> schools_;
  std::map<std::string, identity::Person> by_email_;
  std::map<std::string, std::int64_t> seen_;  // e-mail -> line
  std::function<bool(const identity::Email&)> elsewhere_;
};

}  // namespace tandem::exchange
