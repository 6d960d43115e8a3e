#include "http/static_files.hpp"

#include <sodium.h>

#include <array>

namespace tandem::http {
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTypes{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
  }};
  for (const auto& [end, type] : kTypes) {
    if (ends_with(path, end)) return std::string(type);
  }
  return "application/octet-stream";
}

std::string tag_of(std::string_view bytes) {
  std::array<unsigned char, 12> digest{};
  std::array<unsigned char, crypto_generichash_BYTES> whole{};
  crypto_generichash(whole.data(), whole.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  std::copy_n(whole.begin(), digest.size(), digest.begin());
  std::array<char, 2 * 12 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

}  // namespace

StaticFiles::StaticFiles(std::span<const embedded::File> files, std::string_view path_start) {
  for (const auto& file : files) {
    std::string path = "/" + std::string(file.path.substr(path_start.size()));
    if (ends_with(path, ".br")) {
      entries_[path.substr(0, path.size() - 3)].brotli = file.bytes;
    } else if (ends_with(path, ".gz")) {
      entries_[path.substr(0, path.size() - 3)].gzip = file.bytes;
    } else {
      Entry& entry = entries_[path];
      entry.plain = file.bytes;
      entry.type = type_of(path);
      entry.tag = tag_of(file.bytes);
      entry.immutable = path.rfind("/assets/", 0) == 0;  // Vite puts a hash in these names
    }
  }
}

std::optional<Response> StaticFiles::find(const Request& request) const {
  auto found = entries_.find(request.path);
  if (found == entries_.end() &&
      request.path.find('.', request.path.rfind('/')) == std::string::npos) {
    found = entries_.find("/index.html");
  }
  if (found == entries_.end()) return std::nullopt;
  return answer(request, found->second);
}

Response StaticFiles::answer(const Request& request, const Entry& entry) const {
  Response response;
  response.set("Cache-Control",
               entry.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  response.set("ETag", '"' + entry.tag + '"');
  response.set("Vary", "Accept-Encoding");
  if (names_tag(request.header("if-none-match"), entry.tag)) {
    response.status = 304;
    return response;
  }
  response.set("Content-Type", entry.type);
  const auto encodings = request.header("accept-encoding");
  if (!entry.brotli.empty() && accepts(encodings, "br")) {
    response.set("Content-Encoding", "br");
    response.body = Bytes(entry.brotli);
  } else if (!entry.gzip.empty() && accepts(encodings, "gzip")) {
    response.set("Content-Encoding", "gzip");
    response.body = Bytes(entry.gzip);
  } else {
    response.body = Bytes(entry.plain);
  }
  return response;
}

}  // namespace tandem::http
