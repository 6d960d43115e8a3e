// gzip for answers. Bytes that are kept and sent again (a whole plan) are compressed once.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tandem::http {

inline constexpr std::size_t kWorthCompressing = 1024;

std::string gzip(std::string_view bytes);

// Remembers the compressed form of bytes for as long as somebody keeps the bytes themselves.
class CompressedBodies {
 public:
  std::shared_ptr<const std::string> of(const std::shared_ptr<const std::string>& body);
  // Null if it is yet to be compressed.
  std::shared_ptr<const std::string> find(const std::shared_ptr<const std::string>& body);

 private:
  struct Kept {
    std::weak_ptr<const std::string> plain;
    std::shared_ptr<const std::string> zipped;
  };
  std::mutex mutex_;
  std::unordered_map<const std::string*, Kept> kept_;
};

}  // namespace tandem::http
