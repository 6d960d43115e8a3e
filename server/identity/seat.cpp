#include "identity/seat.hpp"

#include "identity/secret.hpp"

namespace tandem::identity {

std::optional<Seated> find_seat(db::Tx& tx, const DistrictId& district, std::string_view token) {
  constexpr std::size_t kMaxToken = 100;
  if (token.empty() || token.size() > kMaxToken) return std::nullopt;
  return tx.one<Seated>(
      "select id, workshop_id, name from workshop_seat where district_id = :district "
      "and token_hash = :hash and has_left = 0",
      district, hash_secret(token));
}

}  // namespace tandem::identity
