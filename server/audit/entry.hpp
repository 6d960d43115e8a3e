// One line of a district's history. Entries are never changed; each one's hash covers the one
// before it (a hash chain, as in Haber and Stornetta 1991), so that tampering shows.
#pragma once

#include "base/json.hpp"

namespace tandem::audit {

struct Entry {
  static constexpr std::string_view table = "audit_entry";
  std::int64_t seq = 0;
  Timestamp at;
  std::string person_id;
  std::string person_name;
  std::string operation;
  std::string entity;
  std::string entity_id;
  std::optional<SchoolId> school_id;
  std::optional<std::string> before_json;
  std::optional<std::string> after_json;
  std::string previous_hash;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (seq, at, person_id, person_name, operation, entity, entity_id, school_id,
                       before_json, after_json, previous_hash, hash))

// SHA-256, hex, over the previous hash and what the entry says.
std::string hash_of(const Entry& entry);

}  // namespace tandem::audit
