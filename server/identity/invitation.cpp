#include "identity/invitation.hpp"

#include <algorithm>
#include <set>

#include "identity/secret.hpp"

namespace tandem::identity {
namespace {

struct InvitationRow {
  static constexpr std::string_view table = "invitation";
  std::string token_hash;
  PersonId person_id;
  Timestamp created_at;
  Timestamp expires_at;
  std::optional<Timestamp> used_at;
};
BOOST_DESCRIBE_STRUCT(InvitationRow, (), (token_hash, person_id, created_at, expires_at, used_at))

struct Unused {
  std::string token_hash;
  PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(Unused, (), (token_hash, person_id))

struct Guest {
  PersonId id;
  std::string name;
  std::string email;
  std::string district_name;
};
BOOST_DESCRIBE_STRUCT(Guest, (), (id, name, email, district_name))

constexpr std::size_t kUuid = 36;
constexpr std::size_t kMaxToken = 200;

// "<home district>-<secret>": the district finds the row by its key.
std::optional<std::pair<DistrictId, std::string>> parse(std::string_view token) {
  if (token.size() <= kUuid + 1 || token[kUuid] != '-' || !is_uuid(token.substr(0, kUuid))) {
    return std::nullopt;
  }
  return std::pair{DistrictId{std::string(token.substr(0, kUuid))},
                   hash_secret(token.substr(kUuid + 1))};
}

bool is_token(std::string_view text) {
  return !text.empty() && text.size() <= kMaxToken &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

Result<void> check_guests(audit::Change& change, const std::vector<PersonId>& ids) {
  if (ids.empty()) return problem::invalid("/person_ids", "must not be empty");
  if (ids.size() > kMaxInvitations) {
    return problem::invalid("/person_ids", fmt::format("must be {} at most", kMaxInvitations));
  }
  std::map<PersonId, bool> active;
  for (const auto& person : people(change.tx, change.district)) {
    active[person.person_id()] = person.active;
  }
  std::vector<FieldError> errors;
  std::set<PersonId> seen;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto at = fmt::format("/person_ids/{}", i);
    const auto found = active.find(ids[i]);
    if (found == active.end()) errors.push_back({at, "is not a person of this district"});
    else if (!found->second) errors.push_back({at, "is not active and could not sign in"});
    if (!seen.insert(ids[i]).second) errors.push_back({at, "is there twice"});
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return {};
}

void drop_unused(audit::Change& change, const std::vector<PersonId>& ids) {
  const std::set<PersonId> invited(ids.begin(), ids.end());
  for (const auto& old : change.tx.all<Unused>(
           "select token_hash, person_id from invitation where district_id = :district and "
           "used_at is null",
           change.district)) {
    if (invited.count(old.person_id) == 0) continue;
    change.tx.run("delete from invitation where district_id = :district and token_hash = :hash",
                  change.district, old.token_hash);
  }
}

}  // namespace

Result<std::vector<InvitationLink>> invite(audit::Change& change,
                                           const std::vector<PersonId>& person_ids,
                                           std::string_view public_url) {
  CHECK_OK(check_guests(change, person_ids));
  drop_unused(change, person_ids);
  while (!public_url.empty() && public_url.back() == '/') public_url.remove_suffix(1);
  const auto expires_at = change.now.plus(kInvitationLife);
  std::vector<InvitationLink> links;
  links.reserve(person_ids.size());
  for (const auto& person : person_ids) {
    const auto secret = new_secret();
    change.tx.insert(change.district, InvitationRow{hash_secret(secret), person, change.now,
                                                    expires_at, std::nullopt});
    change.record("invitation", person.value, std::nullopt, nullptr,
                  json::object{{"person_id", person.value}, {"expires_at", expires_at.value}});
    links.push_back({person,
                     fmt::format("{}/welcome/{}-{}", public_url, change.district.value, secret),
                     expires_at});
  }
  return links;
}

Result<Invited> find_invitation(db::Tx& tx, std::string_view token, const Timestamp& now) {
  if (!is_token(token)) return problem::malformed("This cannot be the secret of an invitation.");
  const auto parsed = parse(token);
  if (!parsed) return problem::not_found("invitation");
  auto guest = tx.one<Guest>(
      "select p.id, p.name, p.email, d.name from invitation i "
      "join person p on p.district_id = i.district_id and p.id = i.person_id "
      "join district d on d.district_id = i.district_id "
      "where i.district_id = :district and i.token_hash = :hash and i.used_at is null and "
      "i.expires_at > :now and p.active = 1",
      parsed->first, parsed->second, now);
  if (!guest) return problem::not_found("invitation");
  return Invited{parsed->first, guest->id, {guest->name, guest->email, guest->district_name}};
}

Result<Invited> accept_invitation(db::Tx& tx, std::string_view token,
                                  const std::string& password_hash, const Timestamp& now) {
  TRY(auto invited, find_invitation(tx, token, now));
  // Of two that accept at once, one finds it used.
  const auto used = tx.run(
      "update invitation set used_at = :now where district_id = :district "
      "and token_hash = :hash and used_at is null",
      now, invited.home, parse(token)->second);
  if (used == 0) return problem::not_found("invitation");
  audit::Change change(tx, invited.home, {invited.person, invited.shown.name}, "acceptInvitation");
  CHECK_OK(change_password(change, invited.person, password_hash, ""));
  return invited;
}

}  // namespace tandem::identity
