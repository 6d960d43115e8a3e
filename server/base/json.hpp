// JSON for described structs, both ways, without a second list of fields. Reading collects
// every fault with its JSON pointer instead of stopping at the first.
#pragma once

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <cmath>
#include <map>
#include <type_traits>

#include "base/problem.hpp"
#include "base/types.hpp"

namespace tandem::json {

using boost::json::array;
using boost::json::object;
using boost::json::value;

inline constexpr std::size_t kMaxItems = 5000;  // of any array that says nothing else

// Members of a described struct, its bases' first: a record is {id, version, ...} and its fields.
template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                         boost::describe::mod_inherited>;

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept Enum = std::is_enum_v<T>;

template <class T>
void for_each_member(auto&& visit) {
  boost::mp11::mp_for_each<Members<T>>(visit);
}

// ---- Writing -------------------------------------------------------------------------------

inline value write(bool v) { return v; }
inline value write(std::int64_t v) { return v; }
inline value write(int v) { return v; }
inline value write(double v) { return v; }
inline value write(const std::string& v) { return value(v); }
inline value write(const value& v) { return v; }
inline value write(const Date& v) { return value(v.value); }
inline value write(const Timestamp& v) { return value(v.value); }
inline value write(const SchoolYear& v) { return value(v.value); }
inline value write(const Cents& v) { return v.value; }
template <class Tag>
value write(const Id<Tag>& v) {
  return v.empty() ? value(nullptr) : value(v.value);
}
template <std::size_t Min, std::size_t Max>
value write(const Text<Min, Max>& v) {
  return value(v.value);
}
template <std::int64_t Min, std::int64_t Max>
value write(const Whole<Min, Max>& v) {
  return v.value;
}
template <Enum E>
value write(E v) {
  return value(boost::describe::enum_to_string(v, ""));
}
template <Described T>
value write(const T& v);
template <class T>
value write(const std::optional<T>& v);
template <class T>
value write(const std::map<std::string, T>& v);
template <class T>
value write(const std::vector<T>& v) {
  array result;
  result.reserve(v.size());
  for (const auto& item : v) result.push_back(write(item));
  return result;
}
template <class T>
value write(const std::optional<T>& v) {
  return v ? write(*v) : value(nullptr);
}
template <class T>
value write(const std::map<std::string, T>& v) {
  object result;
  for (const auto& [key, item] : v) result.emplace(key, write(item));
  return result;
}
template <Described T>
value write(const T& v) {
  object result;
  for_each_member<T>([&](auto member) { result.emplace(member.name, write(v.*member.pointer)); });
  return result;
}

template <class T>
std::string text(const T& v) {
  return boost::json::serialize(write(v));
}

// ---- Reading -------------------------------------------------------------------------------

// Collects faults while a value is read; knows where in the document it is.
class Reader {
 public:
  void fault(std::string detail) { errors_.push_back({path_, std::move(detail)}); }
  std::vector<FieldError> take_errors() { return std::move(errors_); }
  template <class F>
  void at(std::string_view step, F&& inside) {
    const auto length = path_.size();
    path_ += '/';
    for (const char c : step) {  // RFC 6901, section 3
      if (c == '~') path_ += "~0";
      else if (c == '/') path_ += "~1";
      else path_ += c;
    }
    inside();
    path_.resize(length);
  }

 private:
  std::string path_;
  std::vector<FieldError> errors_;
};

namespace detail {
const std::string* string_of(const value& in, Reader& reader, std::string& storage);
void read_text(const value& in, std::string& out, std::size_t min, std::size_t max, Reader& reader);
void read_whole(const value& in, std::int64_t& out, std::int64_t min, std::int64_t max,
                Reader& reader);
void read_uuid(const value& in, std::string& out, Reader& reader);
}  // namespace detail

void read(const value& in, bool& out, Reader& reader);
void read(const value& in, std::int64_t& out, Reader& reader);
void read(const value& in, double& out, Reader& reader);
void read(const value& in, std::string& out, Reader& reader);  // at most 8000 characters
void read(const value& in, Date& out, Reader& reader);
void read(const value& in, Timestamp& out, Reader& reader);
void read(const value& in, SchoolYear& out, Reader& reader);
void read(const value& in, Cents& out, Reader& reader);
inline void read(const value& in, value& out, Reader&) { out = in; }
template <class Tag>
void read(const value& in, Id<Tag>& out, Reader& reader) {
  detail::read_uuid(in, out.value, reader);
}
template <std::size_t Min, std::size_t Max>
void read(const value& in, Text<Min, Max>& out, Reader& reader) {
  detail::read_text(in, out.value, Min, Max, reader);
}
template <std::int64_t Min, std::int64_t Max>
void read(const value& in, Whole<Min, Max>& out, Reader& reader) {
  detail::read_whole(in, out.value, Min, Max, reader);
}
template <Enum E>
void read(const value& in, E& out, Reader& reader) {
  std::string allowed;
  bool found = false;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (in.is_string() && in.get_string() == enumerator.name) {
      out = enumerator.value;
      found = true;
    }
    allowed += (allowed.empty() ? "" : ", ") + std::string(enumerator.name);
  });
  if (!found) reader.fault("must be one of: " + allowed);
}
template <Described T>
void read(const value& in, T& out, Reader& reader);
template <class T>
void read(const value& in, std::optional<T>& out, Reader& reader);
template <class T>
void read(const value& in, std::map<std::string, T>& out, Reader& reader);
template <class T>
void read(const value& in, std::vector<T>& out, Reader& reader) {
  out.clear();
  if (!in.is_array()) return reader.fault("must be a list");
  const auto& items = in.get_array();
  if (items.size() > kMaxItems) return reader.fault("has too many items");
  out.resize(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    reader.at(std::to_string(i), [&] { read(items[i], out[i], reader); });
  }
}
template <class T>
void read(const value& in, std::optional<T>& out, Reader& reader) {
  if (in.is_null()) return out.reset();
  read(in, out.emplace(), reader);
}
template <class T>
void read(const value& in, std::map<std::string, T>& out, Reader& reader) {
  out.clear();
  if (!in.is_object()) return reader.fault("must be an object");
  if (in.get_object().size() > kMaxItems) return reader.fault("has too many members");
  for (const auto& member : in.get_object()) {
    const std::string key(member.key());
    reader.at(key, [&] { read(member.value(), out[key], reader); });
  }
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

// A member that is not in the struct is a fault: a misspelt field must not be lost in silence.
// One that is missing is a fault too, unless it is optional.
template <Described T>
void read(const value& in, T& out, Reader& reader) {
  if (!in.is_object()) return reader.fault("must be an object");
  const object& source = in.get_object();
  std::size_t known = 0;
  for_each_member<T>([&](auto member) {
    using Member = std::remove_cvref_t<decltype(out.*member.pointer)>;
    const value* found = source.if_contains(member.name);
    if (found != nullptr) ++known;
    reader.at(member.name, [&] {
      if (found != nullptr) read(*found, out.*member.pointer, reader);
      else if constexpr (!is_optional<Member>) reader.fault("is required");
    });
  });
  if (known == source.size()) return;
  for (const auto& given : source) {
    bool expected = false;
    for_each_member<T>([&](auto member) { expected = expected || given.key() == member.name; });
    if (!expected) reader.at(given.key(), [&] { reader.fault("is not a known field"); });
  }
}

// A value from a parsed document, or 422 with every fault in it.
template <class T>
Result<T> from(const value& in) {
  T out{};
  Reader reader;
  read(in, out, reader);
  auto errors = reader.take_errors();
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return out;
}

// A document from text, or 400. At most 32 levels deep; text must be valid UTF-8.
Result<value> parse(std::string_view text);

}  // namespace tandem::json
