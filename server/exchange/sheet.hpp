// Tables on their way out: the same sheets as CSV, as a ZIP of CSV files and as a spreadsheet.
// What people typed stays text, in every format: a cell that begins like a formula is never one.
#pragma once

#include <variant>
#include <vector>

#include "base/types.hpp"

namespace tandem::exchange {

// Nothing, text, a whole number, a real number, money, a day.
using SheetCell =
    std::variant<std::monostate, std::string, std::int64_t, double, tandem::Cents, tandem::Date>;

struct Sheet {
  std::string name;  // of the tab and of the file
  std::vector<std::string> heads;
  std::vector<std::vector<SheetCell>> rows;  // each as wide as heads
};

// RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets read it right. A text that a
// spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a return) gets an
// apostrophe before it, as OWASP's "CSV Injection" says; money is a plain decimal number.
std::string csv_of(const Sheet& sheet);

struct File {
  std::string name;
  std::string bytes;
};
// All of them in one ZIP archive.
std::string zip_of(const std::vector<File>& files);
// Each sheet as a CSV file, in one ZIP archive.
std::string csv_archive(const std::vector<Sheet>& sheets);

// An Office Open XML workbook: a tab for each sheet, its heads bold and frozen, days and money
// as what they are. Throws if the system has no room for it.
std::string xlsx_of(const std::vector<Sheet>& sheets, const std::string& title);

}  // namespace tandem::exchange
