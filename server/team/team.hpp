// Continuous improvement teams: the district's and each school's.
#pragma once

#include "record/record.hpp"

namespace tandem::team {

// What a member stands for: one of kRepresents. Not an enum, because the words have hyphens.
struct Represents {
  std::string value;
  auto operator<=>(const Represents&) const = default;
};
inline constexpr std::string_view kRepresents[] = {
    "leadership", "instructional", "non-instructional", "district-leadership", "district-systems",
    "school",     "board",         "community"};
inline json::value write(const Represents& v) { return json::value(v.value); }
void read(const json::value& in, Represents& out, json::Reader& reader);

struct TeamFields {
  Name name;
  Text<0, 2000> charge;  // what the team is for, in its own words
};
BOOST_DESCRIBE_STRUCT(TeamFields, (), (name, charge))

struct Team : record::Head, TeamFields {
  static constexpr std::string_view table = "team", entity = "team";
  using Fields = TeamFields;
  std::optional<SchoolId> school_id;  // none: the district's team
};
BOOST_DESCRIBE_STRUCT(Team, (record::Head, TeamFields), (school_id))

struct MemberFields {
  std::optional<PersonId> person_id;  // if they have an account here
  Name name;
  Text<0, 120> role;  // such as Chair
  Represents represents;
  bool decision_maker = false;  // may decide at executive level
};
BOOST_DESCRIBE_STRUCT(MemberFields, (), (person_id, name, role, represents, decision_maker))

struct Member : record::Head, MemberFields {
  static constexpr std::string_view table = "team_member", entity = "team_member";
  using Fields = MemberFields;
  RecordId team_id;
};
BOOST_DESCRIBE_STRUCT(Member, (record::Head, MemberFields), (team_id))

}  // namespace tandem::team
