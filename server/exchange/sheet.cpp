#include "exchange/sheet.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <memory>
#include <stdexcept>

namespace tandem::exchange {
namespace {

bool looks_like_a_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

struct AsCsv {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const {
    return quoted(looks_like_a_formula(text) ? "'" + text : text);
  }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(const Cents& amount) const {
    const auto size = amount.value < 0 ? -amount.value : amount.value;
    return fmt::format("{}{}.{:02}", amount.value < 0 ? "-" : "", size / 100, size % 100);
  }
  std::string operator()(const Date& day) const { return day.value; }
};

la_ssize_t append(archive* /*of*/, void* into, const void* bytes, std::size_t count) {
  static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

void must(archive* zip, int result) {
  if (result != ARCHIVE_OK) throw std::runtime_error(archive_error_string(zip));
}

}  // namespace

std::string csv_of(const Sheet& sheet) {
  std::string text = "\xEF\xBB\xBF";
  const auto line = [&](const auto& cells, auto&& as_text) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += ',';
      text += as_text(cells[i]);
    }
    text += "\r\n";
  };
  line(sheet.heads, AsCsv{});
  for (const auto& row : sheet.rows) {
    line(row, [](const SheetCell& cell) { return std::visit(AsCsv{}, cell); });
  }
  return text;
}

std::string zip_of(const std::vector<File>& files) {
  std::string bytes;
  const std::unique_ptr<archive, decltype(&archive_write_free)> zip(archive_write_new(),
                                                                    &archive_write_free);
  must(zip.get(), archive_write_set_format_zip(zip.get()));
  must(zip.get(), archive_write_set_bytes_in_last_block(zip.get(), 1));
  must(zip.get(), archive_write_open(zip.get(), &bytes, nullptr, append, nullptr));
  for (const auto& file : files) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              &archive_entry_free);
    archive_entry_set_pathname(entry.get(), file.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    must(zip.get(), archive_write_header(zip.get(), entry.get()));
    if (archive_write_data(zip.get(), file.bytes.data(), file.bytes.size()) < 0) {
      throw std::runtime_error(archive_error_string(zip.get()));
    }
  }
  must(zip.get(), archive_write_close(zip.get()));
  return bytes;
}

std::string csv_archive(const std::vector<Sheet>& sheets) {
  std::vector<File> files;
  files.reserve(sheets.size());
  for (const auto& sheet : sheets) files.push_back({sheet.name + ".csv", csv_of(sheet)});
  return zip_of(files);
}

}  // namespace tandem::exchange
