// How one member of a described struct becomes a column: text, whole number or real number.
// Lists and nested structs are kept as JSON text.
#pragma once

#include <soci/soci.h>

#include "base/json.hpp"

namespace tandem::db {

// A bound or fetched column value with its null flag, in one of SOCI's basic types.
template <class Base>
struct Cell {
  Base value{};
  soci::indicator indicator = soci::i_ok;
};

template <class T>
struct Column {  // whatever is not named below: JSON text
  using Base = std::string;
  static Base to(const T& v) { return json::text(v); }
  static T from(const Base& v) {
    T out{};
    json::Reader ignored;  // the program wrote it
    json::read(boost::json::parse(v), out, ignored);
    return out;
  }
};
template <>
struct Column<std::string> {
  using Base = std::string;
  static const Base& to(const std::string& v) { return v; }
  static std::string from(Base& v) { return std::move(v); }
};
template <>
struct Column<std::int64_t> {
  using Base = long long;
  static Base to(std::int64_t v) { return v; }
  static std::int64_t from(Base v) { return v; }
};
template <>
struct Column<bool> {
  using Base = long long;
  static Base to(bool v) { return v ? 1 : 0; }
  static bool from(Base v) { return v != 0; }
};
template <>
struct Column<double> {
  using Base = double;
  static Base to(double v) { return v; }
  static double from(Base v) { return v; }
};
// The one-member value types of base/types.hpp: their value as it is.
template <class T>
requires requires(T t) {
  t.value;
} &&(!json::Described<T>)&&(!std::is_same_v<T, json::value>)struct Column<T> {
  using Inner = Column<decltype(T::value)>;
  using Base = typename Inner::Base;
  static Base to(const T& v) { return Inner::to(v.value); }
  static T from(Base& v) {
    T out{};
    out.value = Inner::from(v);
    return out;
  }
};
template <json::Enum E>
struct Column<E> {
  using Base = std::string;
  static Base to(E v) { return boost::describe::enum_to_string(v, ""); }
  static E from(const Base& v) {
    E out{};
    boost::describe::enum_from_string(v.c_str(), out);
    return out;
  }
};

template <class T>
inline constexpr bool is_optional = json::is_optional<T>;

template <class T>
struct BaseOf {
  using type = typename Column<T>::Base;
};
template <class T>
struct BaseOf<std::optional<T>> {
  using type = typename Column<T>::Base;
};

template <class T>
auto to_cell(const T& v) {
  return Cell<typename BaseOf<T>::type>{Column<T>::to(v), soci::i_ok};
}
template <class T>
auto to_cell(const std::optional<T>& v) {
  return v ? to_cell(*v) : Cell<typename BaseOf<T>::type>{{}, soci::i_null};
}
inline auto to_cell(std::string_view v) { return Cell<std::string>{std::string(v), soci::i_ok}; }
inline auto to_cell(const char* v) { return Cell<std::string>{v, soci::i_ok}; }
inline auto to_cell(int v) { return Cell<long long>{v, soci::i_ok}; }
inline auto to_cell(std::size_t v) {
  return Cell<long long>{static_cast<long long>(v), soci::i_ok};
}

template <class T, class Base>
void from_cell(Cell<Base>& cell, T& out) {
  if (cell.indicator == soci::i_ok) out = Column<T>::from(cell.value);
}
template <class T, class Base>
void from_cell(Cell<Base>& cell, std::optional<T>& out) {
  if (cell.indicator == soci::i_ok) out = Column<T>::from(cell.value);
  else out.reset();
}

}  // namespace tandem::db
