// Values with a meaning: ids, dates, money, bounded text. A function that takes a SchoolId
// cannot be handed a person's; a Text<1, 200> has been checked once, where it came in.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

// A UUIDv7 (RFC 9562, section 5.7) in its 36 character form: sorts by time of creation.
template <class Tag>
struct Id {
  std::string value;
  auto operator<=>(const Id&) const = default;
  [[nodiscard]] bool empty() const { return value.empty(); }
};

using DistrictId = Id<struct DistrictTag>;
using SchoolId = Id<struct SchoolTag>;
using PersonId = Id<struct PersonTag>;
using RecordId = Id<struct RecordTag>;  // any other record; the record's own type tells which

// A new UUIDv7; ids made by one process rise strictly.
std::string new_uuid();
bool is_uuid(std::string_view text);

template <class I>
I new_id() {
  return I{new_uuid()};
}

// A calendar day, ISO 8601 (YYYY-MM-DD). Compares by time.
struct Date {
  std::string value;
  auto operator<=>(const Date&) const = default;
  static std::optional<Date> parse(std::string_view text);  // nothing unless a real day
  static Date from(std::chrono::sys_days day);
  [[nodiscard]] std::chrono::sys_days day() const;
};

// An instant in UTC, RFC 3339 with milliseconds (2026-11-23T20:21:23.042Z). Compares by time.
struct Timestamp {
  std::string value;
  auto operator<=>(const Timestamp&) const = default;
  static std::optional<Timestamp> parse(std::string_view text);
  static Timestamp from(std::chrono::system_clock::time_point when);
  static Timestamp now() { return from(std::chrono::system_clock::now()); }
  [[nodiscard]] Timestamp plus(std::chrono::milliseconds span) const;
  [[nodiscard]] std::chrono::system_clock::time_point point() const;
  [[nodiscard]] Date date() const { return Date{value.substr(0, 10)}; }
};

// A school year, 1 July to 30 June, written 2026-27.
struct SchoolYear {
  std::string value;
  auto operator<=>(const SchoolYear&) const = default;
  static std::optional<SchoolYear> parse(std::string_view text);
  static SchoolYear of(const Date& day);
};

// Whole cents.
struct Cents {
  std::int64_t value = 0;
  auto operator<=>(const Cents&) const = default;
};

// Text of Min to Max characters (Unicode code points) after trimming white space at its ends,
// without control characters other than tab and newline.
template <std::size_t Min, std::size_t Max>
struct Text {
  std::string value;
  auto operator<=>(const Text&) const = default;
  operator const std::string&() const { return value; }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool empty() const { return value.empty(); }
};

using Name = Text<1, 200>;

// A whole number from Min to Max.
template <std::int64_t Min, std::int64_t Max>
struct Whole {
  std::int64_t value = Min;
  auto operator<=>(const Whole&) const = default;
  operator std::int64_t() const { return value; }  // NOLINT(google-explicit-constructor)
};

using Position = Whole<0, 100'000>;

std::size_t count_characters(std::string_view utf8);
std::string trim(std::string_view text);
std::string lower(std::string_view ascii);
// What is wrong with a text's characters, or nothing.
std::optional<std::string> character_fault(std::string_view text);

}  // namespace tandem
