// Files that are part of the program: migrations, toolkit packs, page templates, the built web
// pages. cmake/embed.cmake puts them in when the program is built.
#pragma once

#include <span>
#include <string_view>

namespace tandem::embedded {

struct File {
  std::string_view path;  // "content/district-school-toolkit.en.json"
  std::string_view bytes;
};

// All files whose path starts so, sorted by path.
std::span<const File> files(std::string_view path_start);
// One file's bytes; the program does not start without the files it names, so none is a mistake.
std::string_view file(std::string_view path);

}  // namespace tandem::embedded
