#include "toolkit/language.hpp"

#include <algorithm>

namespace tandem::toolkit {

std::string first_language(std::string_view accept_language) {
  accept_language.remove_prefix(
      std::min(accept_language.find_first_not_of(" \t"), accept_language.size()));
  std::string first;
  for (const char c : accept_language) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower < 'a' || lower > 'z') break;
    first += lower;
  }
  return first;
}

}  // namespace tandem::toolkit
