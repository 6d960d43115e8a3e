#include "exchange/outcome.hpp"

#include <fmt/format.h>

namespace tandem::exchange {
namespace {

constexpr std::size_t kMostReasons = 20;

std::string in_words(const json::value& v) {
  if (v.is_null()) return "nothing";
  if (v.is_string()) return v.get_string().empty() ? "nothing" : std::string(v.get_string());
  return boost::json::serialize(v);
}

}  // namespace

std::string cut(const std::string& text, std::size_t most) {
  if (count_characters(text) <= most) return text;
  std::size_t bytes = 0;
  for (std::size_t characters = 0; bytes < text.size(); ++bytes) {
    const bool begins = (static_cast<unsigned char>(text[bytes]) & 0xC0U) != 0x80U;
    if (begins && ++characters == most) break;
  }
  return text.substr(0, bytes) + "…";
}

std::vector<Reason> reasons_of(const Problem& problem) {
  std::vector<Reason> reasons;
  for (const auto& error : problem.errors) {
    if (reasons.size() == kMostReasons) break;
    const auto name = error.pointer.substr(error.pointer.empty() ? 0 : 1);
    const auto field = name.substr(0, name.find('/'));
    reasons.push_back(
        {field.empty() ? std::optional<std::string>() : cut(field, 40), cut(error.detail, 500)});
  }
  if (reasons.empty()) reasons.push_back({std::nullopt, cut(problem.detail, 500)});
  return reasons;
}

std::vector<Reason> differences(const json::value& before, const json::value& after) {
  std::vector<Reason> reasons;
  for (const auto& member : after.as_object()) {
    const auto& was = before.as_object().at(member.key());
    if (was == member.value() || reasons.size() == kMostReasons) continue;
    reasons.push_back(
        {std::string(member.key()), fmt::format("from {} to {}", cut(in_words(was), 200),
                                                cut(in_words(member.value()), 200))});
  }
  return reasons;
}

std::vector<Reason> row_faults(const Cells& cells, std::size_t columns) {
  std::vector<Reason> reasons;
  for (const auto& field : cells.formulas()) {
    reasons.push_back({field, "begins like a formula of a spreadsheet (with =, +, -, @ or a tab)"});
  }
  for (std::size_t i = columns; i < cells.row().cells.size(); ++i) {
    if (trim(cells.row().cells[i]).empty()) continue;
    reasons.push_back(
        {std::nullopt, fmt::format("has {} cells, but there are {} columns: a text with a "
                                   "delimiter in it has to be in quotes",
                                   cells.row().cells.size(), columns)});
    break;
  }
  return reasons;
}

}  // namespace tandem::exchange
