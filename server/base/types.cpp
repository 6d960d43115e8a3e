#include "base/types.hpp"

#include <fmt/chrono.h>
#include <sodium.h>

#include <array>
#include <boost/locale/utf.hpp>
#include <cctype>
#include <mutex>

namespace tandem {
namespace {

bool digits(std::string_view text, std::size_t from, std::size_t count) {
  for (std::size_t i = from; i < from + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

int number(std::string_view text, std::size_t from, std::size_t count) {
  int result = 0;
  for (std::size_t i = from; i < from + count; ++i) result = result * 10 + (text[i] - '0');
  return result;
}

}  // namespace

std::string new_uuid() {
  // RFC 9562, section 6.2, method 1: the twelve bits after the time count up within one
  // millisecond, so that ids made by one process are strictly increasing.
  static std::mutex mutex;
  static std::uint64_t last_millis = 0;
  static std::uint32_t counter = 0;
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::uint64_t millis = 0;
  std::uint32_t count = 0;
  {
    const std::scoped_lock lock(mutex);
    const auto now =
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                       std::chrono::system_clock::now().time_since_epoch())
                                       .count());
    if (now > last_millis) {
      last_millis = now;
      counter = 0;
    } else if (++counter == 0x1000) {
      ++last_millis;
      counter = 0;
    }
    millis = last_millis;
    count = counter;
  }
  for (unsigned i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(millis >> (40 - 8 * i));
  bytes[6] = static_cast<unsigned char>(0x70U | (count >> 8U));
  bytes[7] = static_cast<unsigned char>(count & 0xFFU);
  bytes[8] = static_cast<unsigned char>(0x80U | (bytes[8] & 0x3FU));
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  const std::string_view h(hex.data(), 32);
  return fmt::format("{}-{}-{}-{}-{}", h.substr(0, 8), h.substr(8, 4), h.substr(12, 4),
                     h.substr(16, 4), h.substr(20, 12));
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !digits(text, 0, 4) ||
      !digits(text, 5, 2) || !digits(text, 8, 2)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day day{
      std::chrono::year{number(text, 0, 4)},
      std::chrono::month{static_cast<unsigned>(number(text, 5, 2))},
      std::chrono::day{static_cast<unsigned>(number(text, 8, 2))}};
  if (!day.ok() || number(text, 0, 4) < 1900) return std::nullopt;
  return Date{std::string(text)};
}

Date Date::from(std::chrono::sys_days day) {
  const std::chrono::year_month_day ymd{day};
  return Date{fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                          static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()))};
}

std::chrono::sys_days Date::day() const {
  return std::chrono::year_month_day{std::chrono::year{number(value, 0, 4)},
                                     std::chrono::month{static_cast<unsigned>(number(value, 5, 2))},
                                     std::chrono::day{static_cast<unsigned>(number(value, 8, 2))}};
}

std::optional<Timestamp> Timestamp::parse(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != '.' || text[23] != 'Z' || !Date::parse(text.substr(0, 10)) ||
      !digits(text, 11, 2) || !digits(text, 14, 2) || !digits(text, 17, 2) ||
      !digits(text, 20, 3) || number(text, 11, 2) > 23 || number(text, 14, 2) > 59 ||
      number(text, 17, 2) > 59) {
    return std::nullopt;
  }
  return Timestamp{std::string(text)};
}

Timestamp Timestamp::from(std::chrono::system_clock::time_point when) {
  const auto millis = std::chrono::floor<std::chrono::milliseconds>(when);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(millis);
  return Timestamp{fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                               fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                               (millis - seconds).count())};
}

std::chrono::system_clock::time_point Timestamp::point() const {
  return date().day() + std::chrono::hours{number(value, 11, 2)} +
         std::chrono::minutes{number(value, 14, 2)} + std::chrono::seconds{number(value, 17, 2)} +
         std::chrono::milliseconds{number(value, 20, 3)};
}

Timestamp Timestamp::plus(std::chrono::milliseconds span) const { return from(point() + span); }

std::optional<SchoolYear> SchoolYear::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-' || !digits(text, 0, 4) || !digits(text, 5, 2) ||
      number(text, 0, 4) < 2000 || number(text, 0, 4) > 2099 ||
      (number(text, 2, 2) + 1) % 100 != number(text, 5, 2)) {
    return std::nullopt;
  }
  return SchoolYear{std::string(text)};
}

SchoolYear SchoolYear::of(const Date& day) {
  const int year = number(day.value, 0, 4) - (number(day.value, 5, 2) < 7 ? 1 : 0);
  return SchoolYear{fmt::format("{:04}-{:02}", year, (year + 1) % 100)};
}

std::size_t count_characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::string trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

std::string lower(std::string_view ascii) {
  std::string result(ascii);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::optional<std::string> character_fault(std::string_view text) {
  namespace utf = boost::locale::utf;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    if (*at >= 0x20 && *at < 0x7F) {  // nearly all of it
      ++at;
      continue;
    }
    const auto c = utf::utf_traits<char>::decode(at, end);
    if (c == utf::illegal || c == utf::incomplete) return "is not valid UTF-8";
    if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F) {
      return "contains a control character";
    }
  }
  return std::nullopt;
}

}  // namespace tandem
