#include "exchange/csv.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/types.hpp"

namespace tandem::exchange {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD: a decoder gave up here

Problem refused(std::string why) { return problem::invalid("/text", std::move(why)); }

// Length of the UTF-8 sequence (RFC 3629) that starts here; 0 if there is none.
std::size_t sequence_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const auto first = byte(at);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const auto second = byte(at + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return follows(at + 1) && follows(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const auto second = byte(at + 1);
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return follows(at + 1) && follows(at + 2) && follows(at + 3) ? 4 : 0;
  }
  return 0;
}

// What is wrong with the file's characters, or nothing.
std::optional<std::string> encoding_fault(std::string_view text) {
  std::int64_t line = 1;
  for (std::size_t i = 0; i < text.size();) {
    const auto length = sequence_at(text, i);
    if (length == 0 || text.substr(i, 3) == kReplacement) {
      return fmt::format(
          "line {} is not UTF-8. The file probably is in Windows-1252: save it "
          "again as \"CSV UTF-8\".",
          line);
    }
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0 || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')) {
      return fmt::format(
          "line {} has a control character: this is not a CSV file in UTF-8. Save "
          "it again as \"CSV UTF-8\".",
          line);
    }
    if (byte == '\n') ++line;
    i += length;
  }
  return std::nullopt;
}

// The one that stands most often, outside quotes, in the first line that is not empty.
char delimiter_of(std::string_view text) {
  constexpr std::string_view kCandidates = ",;\t|";
  std::size_t counts[4] = {};
  bool quoted = false;
  bool begun = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) {
      if (begun) break;
      continue;
    }
    begun = true;
    if (const auto which = kCandidates.find(c); !quoted && which != std::string_view::npos) {
      ++counts[which];
    }
  }
  return kCandidates[static_cast<std::size_t>(
      std::max_element(std::begin(counts), std::end(counts)) - std::begin(counts))];
}

struct Collector {
  std::vector<Row> rows;
  Row row;
  std::int64_t row_began = 1;  // the line
  std::string fault;

  void cell(std::string_view text) {
    row.cells.emplace_back(text);
    if (row.cells.size() > kMostColumns) {
      fault = fmt::format("line {} has more than {} cells", row_began, kMostColumns);
    }
  }
  void end() {
    row.line = row_began;
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const auto& text) { return trim(text).empty(); });
    if (!blank) rows.push_back(std::move(row));
    if (rows.size() > kMostRows + 1) fault = fmt::format("has more than {} rows", kMostRows);
    row = {};
  }
};

}  // namespace

Result<Table> read_table(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
    text.remove_prefix(kByteOrderMark.size());
  if (const auto fault = encoding_fault(text)) return refused(*fault);
  Table table;
  table.delimiter = delimiter_of(text);

  csv_parser parser{};
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  const std::unique_ptr<csv_parser, decltype(&csv_free)> guard(&parser, &csv_free);
  csv_set_delim(&parser, static_cast<unsigned char>(table.delimiter));
  Collector collector;
  const auto on_cell = [](void* cell, std::size_t size, void* data) {
    static_cast<Collector*>(data)->cell({static_cast<const char*>(cell), size});
  };
  const auto on_row = [](int, void* data) { static_cast<Collector*>(data)->end(); };
  const auto mismatch = [&] {
    return refused(fmt::format("the quotes of the row that begins in line {} do not match",
                               collector.row_began));
  };
  // Line by line, so that each row knows where it began: quoted cells go over several.
  std::int64_t line = 1;
  while (!text.empty()) {
    const auto end = text.find_first_of("\r\n");
    auto length = end == std::string_view::npos ? text.size() : end + 1;
    if (end != std::string_view::npos && text.substr(end, 2) == "\r\n") ++length;
    if (csv_parse(&parser, text.data(), length, on_cell, on_row, &collector) != length) {
      return mismatch();
    }
    if (!collector.fault.empty()) return refused(collector.fault);
    text.remove_prefix(length);
    ++line;
    if (parser.pstate == 0) collector.row_began = line;  // between rows
  }
  if (csv_fini(&parser, on_cell, on_row, &collector) != 0) return mismatch();
  if (!collector.fault.empty()) return refused(collector.fault);
  if (collector.rows.empty()) return refused("is empty: the first line has to name the columns");
  table.header = std::move(collector.rows.front().cells);
  for (auto& name : table.header) name = trim(name);
  collector.rows.erase(collector.rows.begin());
  table.rows = std::move(collector.rows);
  return table;
}

}  // namespace tandem::exchange
