#include "exchange/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tandem::exchange {
namespace {

using identity::Grant;
using identity::Person;
using identity::Role;

std::string role_name(Role role) {
  std::string name = boost::describe::enum_to_string(role, "");
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

bool has(const std::vector<Grant>& grants, const Grant& grant) {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& held) {
    return held.role == grant.role && held.school_id == grant.school_id;
  });
}

std::string name_of(const Cells& cells) {
  if (auto name = cells.text("name"); !name.empty()) return name;
  return trim(cells.text("given_name") + " " + cells.text("family_name"));
}

}  // namespace

RoleWord role_word(std::string_view word, bool with_school) {
  const auto name = bare(word);
  if (name == "student" || name == "parent" || name == "guardian" || name == "relative") {
    return {std::nullopt, false};
  }
  if (name == "lead") return {with_school ? Role::school_lead : Role::district_lead};
  if (name == "member") return {with_school ? Role::school_member : Role::district_member};
  static const std::map<std::string, Role, std::less<>> words = {
      {"administrator", Role::administrator},
      {"admin", Role::administrator},
      {"systemadministrator", Role::administrator},
      {"districtlead", Role::district_lead},
      {"superintendent", Role::district_lead},
      {"districtmember", Role::district_member},
      {"districtteam", Role::district_member},
      {"facilitator", Role::facilitator},
      {"viewer", Role::viewer},
      {"reader", Role::viewer},
      {"board", Role::viewer},
      {"boardmember", Role::viewer},
      {"consultant", Role::consultant},
      {"schoollead", Role::school_lead},
      {"buildinglead", Role::school_lead},
      {"principal", Role::school_lead},
      {"assistantprincipal", Role::school_lead},
      {"schoolmember", Role::school_member},
      {"buildingmember", Role::school_member},
      {"teacher", Role::school_member},
      {"counselor", Role::school_member},
      {"coach", Role::school_member},
      {"aide", Role::school_member},
      {"paraprofessional", Role::school_member},
      {"staff", Role::school_member}};
  const auto found = words.find(name);
  if (found == words.end()) return {};
  return {found->second};
}

PeopleRows::PeopleRows(std::string district_code, std::string district_name,
                       std::vector<org::School> schools, const std::vector<Person>& people,
                       std::function<bool(const identity::Email&)> elsewhere)
    : district_code_(std::move(district_code)),
      district_name_(std::move(district_name)),
      schools_(std::move(schools)),
      elsewhere_(std::move(elsewhere)) {
  for (const auto& person : people) by_email_.emplace(person.email.value, person);
}

std::optional<Reason> PeopleRows::find_school(const std::string& text,
                                              std::optional<SchoolId>& school) const {
  if (text.empty() || text == district_code_ || bare(text) == bare(district_name_) ||
      bare(text) == "district") {
    return std::nullopt;
  }
  const auto digits = text.find_first_not_of('0');
  std::vector<const org::School*> found;
  for (const auto& candidate : schools_) {
    if (candidate.code.value == text) {
      school = candidate.school_id();
      return std::nullopt;
    }
    // A code whose zeros in front a spreadsheet has dropped, or a name.
    const auto first = candidate.code.value.find_first_not_of('0');
    const bool same_code = digits != std::string::npos && first != std::string::npos &&
                           candidate.code.value.substr(first) == text.substr(digits);
    if (same_code || bare(candidate.name.value) == bare(text)) found.push_back(&candidate);
  }
  if (found.size() == 1) {
    school = found[0]->school_id();
    return std::nullopt;
  }
  return Reason{"school",
                cut(found.empty() ? "no school has this code or name: " + text
                                  : "is the name of several schools; give the code: " + text,
                    400)};
}

std::optional<Grant> PeopleRows::grant_of(const Cells& cells, bool is_new,
                                          PersonDecision& decision) const {
  const auto fail = [&](Reason reason) -> std::optional<Grant> {
    decision.row.outcome = Outcome::error;
    decision.row.reasons.push_back(std::move(reason));
    return std::nullopt;
  };
  std::optional<SchoolId> school;
  if (auto fault = find_school(cells.text("school"), school)) return fail(std::move(*fault));
  const auto word = cells.text("role");
  if (word.empty()) {
    if (!is_new) return std::nullopt;  // the roles they have stay
    const auto role = school ? Role::school_member : Role::viewer;
    decision.row.reasons.push_back({"role", "none is named: becomes " + role_name(role)});
    return Grant{role, school};
  }
  const auto meaning = role_word(word, school.has_value());
  if (!meaning.takes_part) {
    decision.settle(Outcome::skip, "role", cut("has no account here: " + word, 200));
    return std::nullopt;
  }
  if (!meaning.role) {
    return fail({"role", cut("is none we know: " + word +
                                 ". Known are administrator, district lead, "
                                 "district member, facilitator, viewer, consultant, school lead, "
                                 "school member",
                             500)});
  }
  if (identity::is_school_role(*meaning.role) && !school) {
    return fail({"school", role_name(*meaning.role) + " is a role for one school: name it"});
  }
  if (!identity::is_school_role(*meaning.role) && school) {
    return fail({"role", role_name(*meaning.role) +
                             " is a role for the whole district: leave the "
                             "school empty, or make it school lead or school member"});
  }
  return Grant{*meaning.role, school};
}

PersonDecision PeopleRows::decide(const Cells& cells, std::size_t columns) {
  PersonDecision decision;
  auto& row = decision.row;
  row.line = cells.row().line;
  const auto email_text = cells.text("email");
  const auto name = name_of(cells);
  row.label = cut(name.empty()         ? email_text
                  : email_text.empty() ? name
                                       : fmt::format("{} <{}>", name, email_text),
                  400);
  row.reasons = row_faults(cells, columns);
  if (!row.reasons.empty()) {
    row.outcome = Outcome::error;
    return decision;
  }
  if (email_text.empty()) return decision.settle(Outcome::error, "email", "is required");
  const auto email = identity::Email::parse(email_text);
  if (!email) return decision.settle(Outcome::error, "email", "is no e-mail address");
  if (const auto [other, first] = seen_.emplace(email->value, row.line); !first) {
    return decision.settle(Outcome::error, "email",
                           fmt::format("is in line {} already", other->second));
  }
  const auto existing = by_email_.find(email->value);
  const bool is_new = existing == by_email_.end();
  row.outcome = is_new ? Outcome::create : Outcome::update;
  const auto grant = grant_of(cells, is_new, decision);
  if (row.outcome == Outcome::error || row.outcome == Outcome::skip) return decision;
  if (is_new && elsewhere_(*email)) {
    return decision.settle(Outcome::error, "email", "belongs to somebody of another district");
  }
  auto before =
      is_new ? identity::PersonFields{} : static_cast<identity::PersonFields>(existing->second);
  json::object fields = json::write(before).as_object();
  fields["email"] = email->value;
  if (is_new || !name.empty()) fields["name"] = name;
  if (const auto title = cells.text("title"); !title.empty()) fields["title"] = title;
  auto grants = before.grants;
  if (grant && !has(grants, *grant)) grants.push_back(*grant);
  fields["grants"] = json::write(grants);
  auto read = json::from<identity::PersonFields>(fields);
  if (!read) {
    row.outcome = Outcome::error;
    row.reasons = reasons_of(read.error());
    return decision;
  }
  decision.fields = std::move(*read);
  if (is_new) return decision;
  decision.existing = existing->second;
  auto changed = differences(json::write(before), json::write(decision.fields));
  for (auto& reason : changed) {
    if (reason.field == "grants") reason = {"role", "also becomes " + role_name(grant->role)};
  }
  if (changed.empty()) row.outcome = Outcome::same;
  row.reasons.insert(row.reasons.end(), changed.begin(), changed.end());
  return decision;
}

}  // namespace tandem::exchange
