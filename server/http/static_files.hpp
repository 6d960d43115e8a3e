// The web pages, which are part of the program: answered from memory, compressed when the
// program was built, cached by browsers for good where the name carries a hash of the content.
#pragma once

#include <span>
#include <unordered_map>

#include "base/embedded.hpp"
#include "http/message.hpp"

namespace tandem::http {

class StaticFiles {
 public:
  // Takes the files whose path starts so; "web/" + "assets/app-1a2b.js" is served as
  // /assets/app-1a2b.js. A file "x.br" or "x.gz" is another form of "x".
  StaticFiles(std::span<const embedded::File> files, std::string_view path_start);

  // Nothing if there is no such file. A path without a dot in its last part is a place in the
  // application and gets /index.html.
  [[nodiscard]] std::optional<Response> find(const Request& request) const;

 private:
  struct Entry {
    std::string_view plain;
    std::string_view brotli;
    std::string_view gzip;
    std::string type;
    std::string tag;
    bool immutable = false;
  };
  [[nodiscard]] Response answer(const Request& request, const Entry& entry) const;

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace tandem::http
