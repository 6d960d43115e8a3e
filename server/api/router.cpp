#include "api/router.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace tandem::api {
namespace {

std::vector<std::string_view> cut(std::string_view path) {
  std::vector<std::string_view> segments;
  path.remove_prefix(1);
  while (true) {
    const auto end = path.find('/');
    segments.push_back(path.substr(0, end));
    if (end == std::string_view::npos) return segments;
    path.remove_prefix(end + 1);
  }
}

bool is_param(const std::string& segment) { return !segment.empty() && segment.front() == '{'; }

bool match(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                    [](const std::string& wanted, std::string_view given) {
                      return is_param(wanted) ? !given.empty() : wanted == given;
                    });
}

}  // namespace

Router::Router(Routes routes) : routes_(std::move(routes)) {
  std::set<std::string> seen;
  for (const auto& route : routes_.all()) {
    const std::string path = route.base + route.path;
    if (!seen.insert(std::string(http::name_of(route.method)) + " " + path).second) {
      throw std::logic_error("two routes for " + path);
    }
    Pattern pattern{&route, {}};
    for (const auto segment : cut(path)) pattern.segments.emplace_back(segment);
    by_length_[pattern.segments.size()].push_back(std::move(pattern));
  }
  // A fixed segment goes before a parameter: /people/invitations is not the person "invitations".
  for (auto& [length, patterns] : by_length_) {
    std::stable_sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
      return std::count_if(a.segments.begin(), a.segments.end(), is_param) <
             std::count_if(b.segments.begin(), b.segments.end(), is_param);
    });
  }
}

std::variant<Router::Found, Router::OtherMethods, Router::Nothing> Router::find(
    http::Method method, std::string_view path) const {
  const auto segments = cut(path);
  const auto candidates = by_length_.find(segments.size());
  if (candidates == by_length_.end()) return Nothing{};
  const auto wanted = method == http::Method::head ? http::Method::get : method;
  std::string allow;
  const std::vector<std::string>* first_match = nullptr;
  for (const auto& pattern : candidates->second) {
    if (!match(pattern.segments, segments)) continue;
    if (first_match != nullptr && *first_match != pattern.segments) continue;
    first_match = &pattern.segments;
    if (pattern.route->method != wanted) {
      allow += (allow.empty() ? "" : ", ") + std::string(http::name_of(pattern.route->method));
      continue;
    }
    Found found{pattern.route, {}};
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const auto& segment = pattern.segments[i];
      if (!is_param(segment)) continue;
      found.params.emplace(segment.substr(1, segment.size() - 2), segments[i]);
    }
    return found;
  }
  if (allow.empty()) return Nothing{};
  return OtherMethods{std::move(allow)};
}

}  // namespace tandem::api
