#include "identity/session.hpp"

#include "identity/secret.hpp"

namespace tandem::identity {
namespace {

struct SessionRow {
  static constexpr std::string_view table = "session";
  std::string token_hash;
  PersonId person_id;
  std::string csrf_token;
  Timestamp created_at;
  Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (token_hash, person_id, csrf_token, created_at, expires_at))

struct PersonOfSession {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
  std::string csrf_token;
  Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(PersonOfSession, (), (id, name, email, title, csrf_token, expires_at))

struct Signer {
  std::string name;
  std::string email;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Signer, (), (name, email, title))

struct GrantRow {
  Role role = Role::viewer;
  std::string school_id;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (role, school_id))

struct Cookie {
  DistrictId home;
  std::string token_hash;
};

std::optional<Cookie> parse(std::string_view cookie) {
  constexpr std::size_t kUuid = 36;
  constexpr std::size_t kToken = 43;
  if (cookie.size() != kUuid + 1 + kToken || cookie[kUuid] != '.') return std::nullopt;
  if (!is_uuid(cookie.substr(0, kUuid))) return std::nullopt;
  return Cookie{DistrictId{std::string(cookie.substr(0, kUuid))},
                hash_secret(cookie.substr(kUuid + 1))};
}

std::string cookie_line(std::string_view value, std::chrono::seconds life, bool secure) {
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", kSessionCookie, value,
                     life.count(), secure ? "; Secure" : "");
}

}  // namespace

NewSession create_session(db::Tx& tx, const DistrictId& home, const PersonId& person,
                          const Timestamp& now) {
  const auto signer = tx.one<Signer>(
      "select name, email, title from person where district_id = :district and id = :person", home,
      person);
  if (!signer) throw std::logic_error("a session for somebody who does not exist");
  // What nobody signs out of would stay for ever.
  tx.run("delete from session where district_id = :district and expires_at < :now", home, now);
  const std::string token = new_secret();
  const SessionRow row{hash_secret(token), person, new_secret(), now, now.plus(kSessionLife)};
  tx.insert(home, row);
  return {
      home.value + "." + token,
      {person, home, signer->name, signer->email, signer->title, row.csrf_token, row.expires_at}};
}

std::optional<SignedIn> find_session(db::Tx& tx, std::string_view cookie, const Timestamp& now) {
  const auto given = parse(cookie);
  if (!given) return std::nullopt;
  auto found = tx.one<PersonOfSession>(
      "select p.id, p.name, p.email, p.title, s.csrf_token, s.expires_at from session s "
      "join person p on p.district_id = s.district_id and p.id = s.person_id "
      "where s.district_id = :district and s.token_hash = :hash and s.expires_at > :now "
      "and p.active = 1",
      given->home, given->token_hash, now);
  if (!found) return std::nullopt;
  return SignedIn{found->id,    given->home,       found->name,      found->email,
                  found->title, found->csrf_token, found->expires_at};
}

bool needs_renewal(const SignedIn& who, const Timestamp& now) {
  return who.expires_at < now.plus(kSessionLife - kRenewalStep);
}

Timestamp renew_session(db::Tx& tx, std::string_view cookie, const Timestamp& now) {
  auto expires_at = now.plus(kSessionLife);
  if (const auto given = parse(cookie)) {
    tx.run(
        "update session set expires_at = :expires where district_id = :district and "
        "token_hash = :hash and expires_at > :now",
        expires_at, given->home, given->token_hash, now);
  }
  return expires_at;
}

void end_session(db::Tx& tx, std::string_view cookie) {
  const auto given = parse(cookie);
  if (!given) return;
  tx.run("delete from session where district_id = :district and token_hash = :hash", given->home,
         given->token_hash);
}

void end_sessions_of(db::Tx& tx, const DistrictId& home, const PersonId& person,
                     std::string_view except_cookie) {
  const auto kept = parse(except_cookie);
  tx.run(
      "delete from session where district_id = :district and person_id = :person and "
      "token_hash <> :kept",
      home, person, kept ? kept->token_hash : std::string());
}

std::vector<Grant> grants_in(db::Tx& tx, const DistrictId& district, const PersonId& person) {
  std::vector<Grant> grants;
  for (auto& row : tx.all<GrantRow>("select role, school_id from role_grant where district_id = "
                                    ":district and person_id = :person order by role, school_id",
                                    district, person)) {
    grants.push_back({row.role, std::nullopt});
    if (!row.school_id.empty()) grants.back().school_id = SchoolId{std::move(row.school_id)};
  }
  return grants;
}

std::string set_cookie(std::string_view cookie, bool secure) {
  return cookie_line(cookie, kSessionLife, secure);
}

std::string clear_cookie(bool secure) { return cookie_line("", std::chrono::seconds{0}, secure); }

}  // namespace tandem::identity
