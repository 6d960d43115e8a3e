#include "identity/people.hpp"

#include <algorithm>

#include "identity/session.hpp"

namespace tandem::identity {
namespace {

// A person's own row as it is read: never with the hash of the password.
struct PersonRow : record::Head {
  Email email;
  Name name;
  Text<0, 120> title;
  bool active = true;
  bool has_password = false;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (record::Head), (email, name, title, active, has_password))

constexpr const char* kSelect =
    "select id, version, created_at, updated_at, updated_by, email, name, title, active, "
    "case when password_hash is null then 0 else 1 end from person where district_id = :district ";

struct GrantRow {
  PersonId person_id;
  Role role = Role::viewer;
  std::string school_id;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (person_id, role, school_id))

struct SchoolRow {
  SchoolId id;
};
BOOST_DESCRIBE_STRUCT(SchoolRow, (), (id))

Person person_of(PersonRow&& row, std::vector<Grant> grants) {
  Person person;
  static_cast<record::Head&>(person) = static_cast<const record::Head&>(row);
  person.email = std::move(row.email);
  person.name = std::move(row.name);
  person.title = std::move(row.title);
  person.active = row.active;
  person.has_password = row.has_password;
  person.grants = sorted(std::move(grants));
  return person;
}

std::vector<Person> with_grants(db::Tx& tx, const DistrictId& district,
                                std::vector<PersonRow> rows) {
  std::map<PersonId, std::vector<Grant>> grants;
  for (auto& row : tx.all<GrantRow>(
           "select person_id, role, school_id from role_grant where district_id = :district",
           district)) {
    auto& grant = grants[row.person_id].emplace_back(Grant{row.role, std::nullopt});
    if (!row.school_id.empty()) grant.school_id = SchoolId{std::move(row.school_id)};
  }
  std::vector<Person> found;
  found.reserve(rows.size());
  for (auto& row : rows) {
    auto of_person = std::move(grants[PersonId{row.id.value}]);
    found.push_back(person_of(std::move(row), std::move(of_person)));
  }
  return found;
}

Problem email_taken() { return problem::conflict("This e-mail belongs to somebody already."); }

// The school ids of the grants, for one query instead of one for each.
Result<void> check_roles(audit::Change& change, const std::vector<Grant>& grants) {
  std::vector<SchoolId> schools;
  const bool needs_schools =
      std::any_of(grants.begin(), grants.end(), [](const Grant& grant) { return grant.school_id; });
  if (needs_schools) {
    for (auto& row : change.tx.all<SchoolRow>("select id from school where district_id = :district",
                                              change.district)) {
      schools.push_back(std::move(row.id));
    }
  }
  return check_grants(grants, schools);
}

void write_grants(audit::Change& change, const PersonId& person, const std::vector<Grant>& grants) {
  for (const auto& grant : grants) {
    change.tx.run(
        "insert into role_grant (district_id, person_id, role, school_id) values "
        "(:district, :person, :role, :school)",
        change.district, person, grant.role,
        grant.school_id ? grant.school_id->value : std::string());
  }
}

bool has_administrator(audit::Change& change) {
  return change.tx.number(
             "select count(*) from role_grant g join person p on p.district_id = g.district_id "
             "and p.id = g.person_id where g.district_id = :district and g.role = "
             "'administrator' and p.active = 1",
             change.district) > 0;
}

void keep(audit::Change& change, const Person& after, const json::value& before) {
  change.record(Person::entity, after.id.value, std::nullopt, before, json::write(after));
  change.announce("people", Person::entity, after.id.value, after.version);
}

Person next_version(const audit::Change& change, Person person) {
  ++person.version;
  person.updated_at = change.now;
  person.updated_by = change.actor.name;
  return person;
}

// % and _ stand for themselves.
std::string contains(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

Result<Person> write_person(audit::Change& change, const Person& before,
                            const PersonFields& fields) {
  Person after = before;
  static_cast<PersonFields&>(after) = fields;
  after.grants = sorted(fields.grants);
  const auto was = json::write(before);
  if (json::write(after) == was) return before;
  after = next_version(change, std::move(after));
  const auto changed = change.tx.run(
      "update person set version = :version, updated_at = :at, updated_by = :by, email = :email, "
      "name = :name, title = :title, active = :active where district_id = :district and id = :id "
      "and version = :seen",
      after.version, after.updated_at, after.updated_by, after.email, after.name, after.title,
      after.active, change.district, after.id, before.version);
  if (changed == 0) {
    TRY(const auto current, find_person(change.tx, change.district, before.person_id()));
    return problem::stale(json::write(current));
  }
  change.tx.run("delete from role_grant where district_id = :district and person_id = :person",
                change.district, after.id);
  write_grants(change, after.person_id(), after.grants);
  if (!after.active) end_sessions_of(change.tx, change.district, after.person_id(), "");
  keep(change, after, was);
  // Asked last: the entry in the history has put the district's changes in one order, so that
  // two administrators cannot each remove the other.
  if (!has_administrator(change)) {
    return problem::conflict("The district would be left without an administrator.");
  }
  return after;
}

}  // namespace

std::vector<Person> people(db::Tx& tx, const DistrictId& district) {
  return with_grants(
      tx, district, tx.all<PersonRow>(std::string(kSelect) + "order by lower(name), id", district));
}

std::vector<Person> people_page(db::Tx& tx, const DistrictId& district, const PeopleQuery& query) {
  // One statement for every question: what is not asked for is let through.
  const auto text = query.text ? contains(*query.text) : std::string("%");
  const auto school = query.school_id ? query.school_id->value : std::string();
  return with_grants(
      tx, district,
      tx.all<PersonRow>(
          std::string(kSelect) +
              "and (lower(name) like lower(:in_name) escape '\\' or "
              "lower(email) like lower(:in_email) escape '\\') "
              "and (:any_school = '' or id in (select person_id from role_grant where "
              "district_id = :grant_district and school_id = :school)) "
              "and (:first_page = '' or (lower(name), id) > (select lower(name), id from person "
              "where district_id = :after_district and id = :after)) "
              "order by lower(name), id limit :limit",
          district, text, text, school, district, school, query.after, district, query.after,
          query.limit + 1));
}

Result<Person> find_person(db::Tx& tx, const DistrictId& district, const PersonId& person) {
  auto row = tx.one<PersonRow>(std::string(kSelect) + "and id = :id", district, person);
  if (!row) return problem::not_found("person");
  return person_of(std::move(*row), grants_in(tx, district, person));
}

std::optional<Login> find_login(db::Tx& tx, const Email& email) {
  return tx.one<Login>(
      "select district_id, id, active, password_hash from person where email = :email", email);
}

std::optional<Login> find_login(db::Tx& tx, const DistrictId& home, const PersonId& person) {
  return tx.one<Login>(
      "select district_id, id, active, password_hash from person where "
      "district_id = :district and id = :id",
      home, person);
}

Result<Person> create_person(audit::Change& change, const PersonFields& fields) {
  return create_person(change, new_id<PersonId>(), fields, std::nullopt);
}

Result<Person> create_person(audit::Change& change, const PersonId& id, const PersonFields& fields,
                             const std::optional<std::string>& password_hash) {
  CHECK_OK(check_roles(change, fields.grants));
  if (find_login(change.tx, fields.email)) return email_taken();
  Person person;
  static_cast<PersonFields&>(person) = fields;
  person.grants = sorted(fields.grants);
  person.id = RecordId{id.value};
  person.created_at = person.updated_at = change.now;
  person.updated_by = change.actor.name;
  person.has_password = password_hash.has_value();
  try {
    change.tx.run(
        "insert into person (district_id, id, version, created_at, updated_at, updated_by, email, "
        "name, title, active, password_hash) values (:district, :id, :version, :created, :updated, "
        ":by, :email, :name, :title, :active, :hash)",
        change.district, person.id, person.version, person.created_at, person.updated_at,
        person.updated_by, person.email, person.name, person.title, person.active, password_hash);
  } catch (const db::Duplicate&) {
    return email_taken();
  }
  write_grants(change, id, person.grants);
  keep(change, person, nullptr);
  return person;
}

Result<Person> replace_person(audit::Change& change, const PersonId& person,
                              std::int64_t expected_version, const PersonFields& fields) {
  TRY(const auto before, find_person(change.tx, change.district, person));
  if (before.version != expected_version) return problem::stale(json::write(before));
  CHECK_OK(check_roles(change, fields.grants));
  const auto holder = find_login(change.tx, fields.email);
  if (holder && holder->person != person) return email_taken();
  try {
    return write_person(change, before, fields);
  } catch (const db::Duplicate&) {
    return email_taken();
  }
}

void set_password(db::Tx& tx, const DistrictId& home, const PersonId& person,
                  const std::string& hash) {
  tx.run("update person set password_hash = :hash where district_id = :district and id = :id", hash,
         home, person);
}

Result<void> change_password(audit::Change& change, const PersonId& person, const std::string& hash,
                             std::string_view except_cookie) {
  TRY(const auto before, find_person(change.tx, change.district, person));
  Person after = next_version(change, before);
  after.has_password = true;
  change.tx.run(
      "update person set version = version + 1, updated_at = :at, updated_by = :by, "
      "password_hash = :hash where district_id = :district and id = :id",
      after.updated_at, after.updated_by, hash, change.district, person);
  end_sessions_of(change.tx, change.district, person, except_cookie);
  keep(change, after, json::write(before));
  return {};
}

}  // namespace tandem::identity
