#include "base/json.hpp"

#include <fmt/format.h>

namespace tandem::json {
namespace detail {

void read_text(const value& in, std::string& out, std::size_t min, std::size_t max,
               Reader& reader) {
  if (!in.is_string()) return reader.fault("must be text");
  const std::string_view given = in.get_string();
  if (const auto fault = character_fault(given)) return reader.fault(*fault);
  out = trim(given);
  const auto length = count_characters(out);
  if (length < min)
    return reader.fault(min == 1 ? "must not be empty"
                                 : fmt::format("needs at least {} characters", min));
  if (length > max) reader.fault(fmt::format("has {} characters; at most {} fit", length, max));
}

void read_whole(const value& in, std::int64_t& out, std::int64_t min, std::int64_t max,
                Reader& reader) {
  if (in.is_int64()) {
    out = in.get_int64();
  } else if (in.is_uint64()) {
    return reader.fault(fmt::format("must be from {} to {}", min, max));
  } else {
    return reader.fault("must be a whole number");
  }
  if (out < min || out > max) reader.fault(fmt::format("must be from {} to {}", min, max));
}

void read_uuid(const value& in, std::string& out, Reader& reader) {
  if (!in.is_string() || !is_uuid(in.get_string())) return reader.fault("must be an id");
  out = std::string(in.get_string());
}

}  // namespace detail

void read(const value& in, bool& out, Reader& reader) {
  if (!in.is_bool()) return reader.fault("must be true or false");
  out = in.get_bool();
}

void read(const value& in, std::int64_t& out, Reader& reader) {
  // What a JavaScript number holds exactly: RFC 8259, section 6.
  constexpr std::int64_t kSafe = (1LL << 53) - 1;
  detail::read_whole(in, out, -kSafe, kSafe, reader);
}

void read(const value& in, double& out, Reader& reader) {
  if (!in.is_number()) return reader.fault("must be a number");
  out = in.to_number<double>();
  if (!std::isfinite(out) || std::abs(out) > 1e15) reader.fault("is too large");
}

void read(const value& in, std::string& out, Reader& reader) {
  detail::read_text(in, out, 0, 8000, reader);
}

void read(const value& in, Date& out, Reader& reader) {
  auto date = in.is_string() ? Date::parse(in.get_string()) : std::nullopt;
  if (!date) return reader.fault("must be a date, YYYY-MM-DD");
  out = std::move(*date);
}

void read(const value& in, Timestamp& out, Reader& reader) {
  auto time = in.is_string() ? Timestamp::parse(in.get_string()) : std::nullopt;
  if (!time) return reader.fault("must be a time in UTC, such as 2026-11-23T20:21:23.042Z");
  out = std::move(*time);
}

void read(const value& in, SchoolYear& out, Reader& reader) {
  auto year = in.is_string() ? SchoolYear::parse(in.get_string()) : std::nullopt;
  if (!year) return reader.fault("must be a school year, such as 2026-27");
  out = std::move(*year);
}

void read(const value& in, Cents& out, Reader& reader) {
  detail::read_whole(in, out.value, 0, 1'000'000'000'000, reader);
}

Result<value> parse(std::string_view text) {
  boost::json::error_code error;
  boost::json::parse_options options;
  options.max_depth = 32;
  auto parsed = boost::json::parse(text, error, {}, options);
  if (error) return problem::malformed("The body is not valid JSON: " + error.message() + ".");
  return parsed;
}

}  // namespace tandem::json
