// Passwords as they are kept: Argon2id (RFC 9106) with 19 MiB and two passes, the least that the
// OWASP Password Storage Cheat Sheet recommends, so that many can sign in at once on a small
// server. White space around a password does not count, as with every other text.
#pragma once

#include <string>
#include <string_view>

namespace tandem::identity {

// Takes tens of milliseconds: never inside a transaction. TANDEM_PASSWORD_COST=test makes it
// quick and weak.
std::string hash_password(std::string_view password);
bool verify_password(const std::string& hash, std::string_view password);
// True if the hash was made at another cost than one would be today.
bool is_outdated(const std::string& hash);
// Of a password nobody knows: verified where there is no person, so that the time an answer
// takes does not tell whether there is one.
const std::string& nobodys_hash();

}  // namespace tandem::identity
