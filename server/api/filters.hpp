// Query parameters of lists, read the same way everywhere: 400 for what cannot be meant.
#pragma once

#include "api/call.hpp"

namespace tandem::api {

// ?school_id=: an id, or "district" for what is of no school.
struct SchoolFilter {
  std::optional<SchoolId> school_id;
  bool district_only = false;
};
inline Result<SchoolFilter> school_filter(const Message& call) {
  SchoolFilter filter;
  const auto school = call.query("school_id");
  if (!school) return filter;
  filter.district_only = *school == "district";
  if (filter.district_only) return filter;
  if (!is_uuid(*school)) return problem::malformed("school_id is neither an id nor district.");
  filter.school_id = SchoolId{*school};
  return filter;
}

template <class I>
Result<std::optional<I>> id_filter(const Message& call, const std::string& name) {
  const auto text = call.query(name);
  if (!text) return std::optional<I>{};
  if (!is_uuid(*text)) return problem::malformed(name + " is not an id.");
  return std::optional<I>{I{*text}};
}

template <json::Enum E>
Result<std::optional<E>> enum_filter(const Message& call, const std::string& name) {
  const auto text = call.query(name);
  if (!text) return std::optional<E>{};
  E value{};
  if (!boost::describe::enum_from_string(text->c_str(), value)) {
    return problem::malformed(name + " is none of its words.");
  }
  return std::optional<E>{value};
}

}  // namespace tandem::api
