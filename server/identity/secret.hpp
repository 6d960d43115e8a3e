// Random secrets that a browser or a link carries, and what the store keeps of them.
#pragma once

#include <string>
#include <string_view>

namespace tandem::identity {

// 256 random bits, base64url without padding: 43 characters.
std::string new_secret();

// BLAKE2b-256, hex. Without a salt or a slow hash: the secret itself cannot be guessed.
std::string hash_secret(std::string_view secret);

}  // namespace tandem::identity
