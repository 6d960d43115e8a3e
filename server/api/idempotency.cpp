#include "api/idempotency.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace tandem::api {
namespace {

struct Kept {
  static constexpr std::string_view table = "idempotency";
  std::string person_id;
  std::string key;
  std::string operation;
  std::string body_hash;
  std::int64_t status = 0;
  std::string etag;
  std::string location;
  std::string body;
  Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(Kept, (),
                      (person_id, key, operation, body_hash, status, etag, location, body,
                       created_at))

// Over the path as well: the same body sent elsewhere is another request.
std::string hash_of(const http::Request& request) {
  const std::string text = request.path + '\n' + request.body;
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  std::array<char, 2 * crypto_generichash_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

std::string key_of(const Call& call) {
  return std::string(call.request().header("idempotency-key"));
}

bool is_key(const std::string& key) {
  return key.size() <= 80 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

Result<std::optional<Reply>> earlier_reply(const Call& call, std::string_view operation) {
  const auto key = key_of(call);
  if (key.empty()) return std::optional<Reply>{};
  if (!is_key(key)) {
    return problem::malformed("Idempotency-Key has to be 1 to 80 visible ASCII characters.");
  }
  const auto kept = call.tx.row_of<Kept>(call.district, "and person_id = :person and key = :key",
                                         call.caller.id, key);
  if (!kept) return std::optional<Reply>{};
  if (kept->operation != operation || kept->body_hash != hash_of(call.request())) {
    return problem::invalid("", "The Idempotency-Key was used for another request already.");
  }
  Reply reply;
  reply.status = static_cast<int>(kept->status);
  reply.etag = kept->etag;
  reply.location = kept->location;
  reply.body = bytes(kept->body);
  reply.headers.emplace_back("Idempotency-Replayed", "true");
  return std::optional<Reply>{std::move(reply)};
}

void keep_reply(const Call& call, std::string_view operation, const Reply& reply) {
  const auto key = key_of(call);
  if (key.empty()) return;
  call.tx.insert(call.district,
                 Kept{call.caller.id.value, key, std::string(operation), hash_of(call.request()),
                      reply.status, reply.etag, reply.location, *reply.body, Timestamp::now()});
}

void forget_old_replies(db::Tx& tx, const Timestamp& now) {
  tx.run("delete from idempotency where created_at < :limit", now.plus(-std::chrono::hours(24)));
}

}  // namespace tandem::api
