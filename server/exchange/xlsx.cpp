#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "exchange/sheet.hpp"

namespace tandem::exchange {
namespace {

constexpr std::size_t kMostCharacters = 32'767;  // of a cell
constexpr std::size_t kMostTabCharacters = 31;

// A file in memory: the library writes to a path, and nothing of a district belongs on a disk.
class MemoryFile {
 public:
  MemoryFile() : fd_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::runtime_error("no memory for a workbook");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(fd_); }

  [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", fd_); }
  [[nodiscard]] std::string bytes() const {
    std::string all(static_cast<std::size_t>(::lseek(fd_, 0, SEEK_END)), '\0');
    for (std::size_t at = 0; at < all.size();) {
      const auto got = ::pread(fd_, all.data() + at, all.size() - at, static_cast<off_t>(at));
      if (got <= 0) throw std::runtime_error("a workbook cannot be read back");
      at += static_cast<std::size_t>(got);
    }
    return all;
  }

 private:
  int fd_;
};

// At most this many characters, never half of one.
std::string shortened(const std::string& text, std::size_t most) {
  if (count_characters(text) <= most) return text;
  std::string cut;
  std::size_t count = 0;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && ++count > most) break;
    cut += c;
  }
  return cut;
}

// What a tab may be called: something, without []:*?/\', and not two the same.
std::string tab_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string allowed;
  for (const char c : wanted) {
    const bool refused = std::string_view("[]:*?/\\'").find(c) != std::string_view::npos;
    allowed += refused ? ' ' : c;
  }
  allowed = trim(allowed).empty() ? "Sheet" : trim(allowed);
  auto name = shortened(allowed, kMostTabCharacters);
  for (int n = 2; !taken.insert(lower(name)).second; ++n) {
    name = shortened(allowed, kMostTabCharacters - 4) + fmt::format(" {}", n);
  }
  return name;
}

class Workbook {
 public:
  explicit Workbook(const std::string& title) : book_(workbook_new(file_.path().c_str())) {
    lxw_doc_properties properties{};
    auto shown = title;
    properties.title = shown.data();
    workbook_set_properties(book_, &properties);
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_text_wrap(head_);
    format_set_align(head_, LXW_ALIGN_VERTICAL_TOP);
    text_ = top_aligned();
    format_set_text_wrap(text_);
    plain_ = top_aligned();
    day_ = top_aligned();
    format_set_num_format(day_, "yyyy-mm-dd");
    money_ = top_aligned();
    format_set_num_format(money_, "$#,##0.00");
  }

  void add(const Sheet& sheet) {
    const auto name = tab_name(sheet.name, taken_);
    auto* tab = workbook_add_worksheet(book_, name.c_str());
    if (tab == nullptr) throw std::runtime_error("a workbook has no room for " + name);
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < sheet.heads.size(); ++i) {
      worksheet_write_string(tab, 0, static_cast<lxw_col_t>(i), sheet.heads[i].c_str(), head_);
      widths.push_back(sheet.heads[i].size());
    }
    lxw_row_t at = 0;
    for (const auto& row : sheet.rows) {
      ++at;
      for (std::size_t i = 0; i < row.size(); ++i) {
        write(tab, at, static_cast<lxw_col_t>(i), row[i]);
        if (const auto* text = std::get_if<std::string>(&row[i])) {
          widths[i] = std::max(widths[i], count_characters(*text));
        }
      }
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const auto width = std::clamp<double>(static_cast<double>(widths[i]) + 2, 12, 50);
      worksheet_set_column(tab, column, column, width, nullptr);
    }
    worksheet_freeze_panes(tab, 1, 0);
    if (!sheet.heads.empty()) {
      worksheet_autofilter(tab, 0, 0, at, static_cast<lxw_col_t>(sheet.heads.size() - 1));
    }
    worksheet_set_landscape(tab);
    worksheet_repeat_rows(tab, 0, 0);
  }

  std::string close() {
    const auto error = workbook_close(book_);
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
    return file_.bytes();
  }

 private:
  lxw_format* top_aligned() {
    auto* format = workbook_add_format(book_);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  }

  void write(lxw_worksheet* tab, lxw_row_t row, lxw_col_t column, const SheetCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      // As a string, whatever it begins with.
      worksheet_write_string(tab, row, column, shortened(*text, kMostCharacters).c_str(), text_);
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      worksheet_write_number(tab, row, column, static_cast<double>(*whole), plain_);
    } else if (const auto* real = std::get_if<double>(&cell)) {
      worksheet_write_number(tab, row, column, *real, plain_);
    } else if (const auto* amount = std::get_if<Cents>(&cell)) {
      worksheet_write_number(tab, row, column, static_cast<double>(amount->value) / 100, money_);
    } else if (const auto* day = std::get_if<Date>(&cell)) {
      const std::chrono::year_month_day ymd{day->day()};
      lxw_datetime when{static_cast<int>(ymd.year()),
                        static_cast<int>(static_cast<unsigned>(ymd.month())),
                        static_cast<int>(static_cast<unsigned>(ymd.day())),
                        0,
                        0,
                        0};
      worksheet_write_datetime(tab, row, column, &when, day_);
    }
  }

  MemoryFile file_;
  lxw_workbook* book_;
  std::set<std::string> taken_;
  lxw_format* head_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* plain_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* money_ = nullptr;
};

}  // namespace

std::string xlsx_of(const std::vector<Sheet>& sheets, const std::string& title) {
  Workbook book(shortened(title, 200));
  for (const auto& sheet : sheets) book.add(sheet);
  return book.close();
}

}  // namespace tandem::exchange
