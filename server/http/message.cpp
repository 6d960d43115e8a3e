#include "http/message.hpp"

#include <algorithm>
#include <boost/url/decode_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "base/types.hpp"

namespace tandem::http {
namespace {

// Takes the next item of a list divided by the character, trimmed.
std::string_view take(std::string_view& list, char divider) {
  const auto end = list.find(divider);
  auto item = list.substr(0, end);
  list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  const auto space = [](char c) { return c == ' ' || c == '\t'; };
  while (!item.empty() && space(item.front())) item.remove_prefix(1);
  while (!item.empty() && space(item.back())) item.remove_suffix(1);
  return item;
}

bool same(std::string_view a, std::string_view b) { return lower(a) == lower(b); }

std::optional<std::string> decoded_segment(std::string_view segment) {
  if (segment.find('%') == std::string_view::npos) return std::string(segment);
  const auto escaped = boost::urls::make_pct_string_view(segment);
  if (!escaped) return std::nullopt;
  const boost::urls::decode_view characters = **escaped;
  return std::string(characters.begin(), characters.end());
}

bool safe_segment(const std::string& segment) {
  return segment != "." && segment != ".." && segment.find_first_of("/\\") == std::string::npos &&
         segment.find_first_of("\t\n\r") == std::string::npos && !character_fault(segment);
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::del:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      break;
  }
  return "?";
}

bool read_target(std::string_view target, Request& request) {
  const auto url = boost::urls::parse_origin_form(target);
  if (!url || target.empty() || target.front() != '/') return false;
  // By hand and not by url->segments(), which resolves a path that begins with two slashes.
  const auto path = target.substr(0, target.find('?'));
  std::string_view rest = path.substr(1);
  request.path.clear();
  while (true) {
    const auto end = rest.find('/');
    const auto segment = decoded_segment(rest.substr(0, end));
    if (!segment || !safe_segment(*segment)) return false;
    request.path.append("/").append(*segment);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  for (const auto& param : url->params()) {
    if (character_fault(param.key) || character_fault(param.value)) return false;
    request.query[param.key] = param.value;
  }
  return true;
}

std::string_view cookie(std::string_view cookie_header, std::string_view name) {
  while (!cookie_header.empty()) {
    const auto pair = take(cookie_header, ';');
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
      return pair.substr(equals + 1);
    }
  }
  return {};
}

std::optional<std::string> quoted_tag(std::string_view header) {
  if (header.size() < 2 || header.front() != '"' || header.back() != '"') return std::nullopt;
  const auto tag = header.substr(1, header.size() - 2);
  if (tag.find('"') != std::string_view::npos) return std::nullopt;
  return std::string(tag);
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  if (tag.empty()) return false;
  while (!if_none_match.empty()) {
    auto item = take(if_none_match, ',');
    if (item == "*") return true;
    if (item.substr(0, 2) == "W/") item.remove_prefix(2);
    if (item.size() == tag.size() + 2 && item.substr(1, tag.size()) == tag) return true;
  }
  return false;
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    auto item = take(accept_encoding, ',');
    const auto name = take(item, ';');
    const bool refused =
        same(item, "q=0") || same(item, "q=0.0") || same(item, "q=0.00") || same(item, "q=0.000");
    if (same(name, coding)) return !refused;
    if (name == "*") any = !refused;
  }
  return any;
}

std::string media_type(std::string_view content_type) { return lower(take(content_type, ';')); }

}  // namespace tandem::http
