#include "base/embedded.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace tandem::embedded {

extern const std::span<const File> kAll;  // generated, sorted by path

std::span<const File> files(std::string_view path_start) {
  const auto begin =
      std::lower_bound(kAll.begin(), kAll.end(), path_start,
                       [](const File& file, std::string_view path) { return file.path < path; });
  const auto end = std::find_if(begin, kAll.end(), [&](const File& file) {
    return file.path.substr(0, path_start.size()) != path_start;
  });
  return {begin, end};
}

std::string_view file(std::string_view path) {
  for (const File& candidate : files(path)) {
    if (candidate.path == path) return candidate.bytes;
  }
  throw std::logic_error("not part of this build: " + std::string(path));
}

}  // namespace tandem::embedded
