#include "identity/password.hpp"

#include <sodium.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

#include "base/types.hpp"
#include "identity/secret.hpp"

namespace tandem::identity {
namespace {

struct Cost {
  unsigned long long passes = 2;
  std::size_t bytes = 19UL * 1024 * 1024;
};

const Cost& cost() {
  static const Cost kCost = [] {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
    const char* wanted = std::getenv("TANDEM_PASSWORD_COST");
    if (wanted != nullptr && std::string_view(wanted) == "test") {
      return Cost{crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
    }
    return Cost{};
  }();
  return kCost;
}

}  // namespace

std::string hash_password(std::string_view password) {
  const std::string counted = trim(password);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), counted.data(), counted.size(), cost().passes,
                            cost().bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::runtime_error("no memory to hash a password");
  }
  return hash.data();
}

bool verify_password(const std::string& hash, std::string_view password) {
  cost();
  const std::string counted = trim(password);
  return crypto_pwhash_str_verify(hash.c_str(), counted.data(), counted.size()) == 0;
}

bool is_outdated(const std::string& hash) {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost().passes, cost().bytes) != 0;
}

const std::string& nobodys_hash() {
  static const std::string kHash = hash_password(new_secret());
  return kHash;
}

}  // namespace tandem::identity
