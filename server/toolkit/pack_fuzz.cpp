// Whatever is sent as a pack is either taken or refused; nothing crashes.
#include <cstdint>
#include <cstdlib>

#include "toolkit/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = tandem::json::parse({reinterpret_cast<const char*>(data), size});
  if (!document) return 0;
  const auto pack = tandem::toolkit::check(*document);
  if (!pack && pack.error().errors.empty()) std::abort();  // refused without saying where
  return 0;
}
