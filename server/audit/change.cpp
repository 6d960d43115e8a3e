#include "audit/change.hpp"

#include <sodium.h>

#include <array>

#include "audit/entry.hpp"

namespace tandem::audit {

std::string hash_of(const Entry& entry) {
  const std::string text =
      entry.previous_hash +
      json::text(json::array{entry.seq, entry.at.value, entry.person_id, entry.person_name,
                             entry.operation, entry.entity, entry.entity_id,
                             json::write(entry.school_id), entry.before_json.value_or(""),
                             entry.after_json.value_or("")});
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return {hex.data(), hex.size() - 1};
}

namespace {
struct Head {
  std::int64_t seq = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Head, (), (seq, hash))
}  // namespace

void Change::record(std::string_view entity, std::string_view entity_id,
                    const std::optional<SchoolId>& school, const json::value& before,
                    const json::value& after) {
  // Taking the head's row first puts the district's changes in one order on PostgreSQL too.
  auto head = tx.one<Head>(
      "update audit_head set seq = seq + 1 where district_id = :district returning seq, hash",
      district);
  if (!head) {
    head = Head{1, ""};
    tx.run("insert into audit_head (district_id, seq, hash) values (:district, 1, '')", district);
  }
  const auto text_of = [](const json::value& v) -> std::optional<std::string> {
    if (v.is_null()) return std::nullopt;
    return boost::json::serialize(v);
  };
  Entry entry{head->seq,
              now,
              actor.id.value,
              actor.name,
              operation,
              std::string(entity),
              std::string(entity_id),
              school,
              text_of(before),
              text_of(after),
              head->hash,
              ""};
  entry.hash = hash_of(entry);
  tx.insert(district, entry);
  tx.run("update audit_head set hash = :hash where district_id = :district", entry.hash, district);
}

void Change::announce(std::string topic, std::string_view entity, std::string_view id,
                      std::int64_t version) {
  events_.push_back(
      {district, std::move(topic), std::string(entity), std::string(id), version, actor.name});
}

}  // namespace tandem::audit
