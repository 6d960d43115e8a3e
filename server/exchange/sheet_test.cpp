#include "exchange/sheet.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <memory>

#include "exchange/csv.hpp"

namespace tandem::exchange {
namespace {

// What is in a ZIP archive, by name; a workbook is one, too.
std::map<std::string, std::string> unpacked(const std::string& zip) {
  std::map<std::string, std::string> files;
  const std::unique_ptr<archive, decltype(&archive_read_free)> in(archive_read_new(),
                                                                  &archive_read_free);
  archive_read_support_format_zip(in.get());
  EXPECT_EQ(archive_read_open_memory(in.get(), zip.data(), zip.size()), ARCHIVE_OK);
  archive_entry* entry = nullptr;
  while (archive_read_next_header(in.get(), &entry) == ARCHIVE_OK) {
    std::string& bytes = files[archive_entry_pathname(entry)];
    char buffer[4096];
    la_ssize_t got = 0;
    while ((got = archive_read_data(in.get(), buffer, sizeof buffer)) > 0) {
      bytes.append(buffer, static_cast<std::size_t>(got));
    }
    EXPECT_EQ(got, 0);
  }
  return files;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Sheet sample() {
  return {"Money",
          {"Strategy", "Year", "Amount", "Due", "Value", "Count"},
          {{std::string("=1+1"), std::string("2026-27"), Cents{-123'450}, Date{"2026-11-24"}, 61.5,
            std::int64_t{40}},
           {std::string("Say \"yes\", all"), std::monostate{}, Cents{5}, std::monostate{}, -2.0,
            std::int64_t{0}}}};
}

TEST(Csv, WritesWhatSpreadsheetsRead) {
  EXPECT_EQ(csv_of(sample()),
            "\xEF\xBB\xBF"
            "Strategy,Year,Amount,Due,Value,Count\r\n"
            "'=1+1,2026-27,-1234.50,2026-11-24,61.5,40\r\n"
            "\"Say \"\"yes\"\", all\",,0.05,,-2,0\r\n");
}

TEST(Csv, KeepsFormulasTextWhateverTheyBeginWith) {
  for (const std::string begin : {"=", "+", "-", "@", "\t", "\r"}) {
    const auto text = csv_of({"S", {"Head"}, {{begin + "cmd|' /C calc'!A0"}}});
    EXPECT_TRUE(has(text, "'" + begin)) << begin;
  }
}

// What is written is read again, by the reader that imports use.
RC_GTEST_PROP(Csv, IsReadBackAsItWas, ()) {
  const auto letter = rc::gen::elementOf(std::string("ab \",;\n=-@'x"));
  const auto cells = *rc::gen::container<std::vector<std::string>>(rc::gen::map(
      rc::gen::container<std::string>(letter), [](const std::string& s) { return "x" + trim(s); }));
  RC_PRE(!cells.empty());
  Sheet sheet{"S", {}, {{}}};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    sheet.heads.push_back("h" + std::to_string(i));
    sheet.rows[0].emplace_back(cells[i]);
  }
  const auto table = read_table(csv_of(sheet));
  RC_ASSERT(table.has_value());
  RC_ASSERT(table->rows.size() == 1U);
  RC_ASSERT(table->rows[0].cells == cells);
}

TEST(Zip, HoldsEachSheetAsAFile) {
  auto second = sample();
  second.name = "Goals";
  const auto files = unpacked(csv_archive({sample(), second}));
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files.at("Money.csv"), csv_of(sample()));
  EXPECT_EQ(files.at("Goals.csv"), csv_of(second));
}

TEST(Xlsx, KeepsTextTextAndNumbersNumbers) {
  const auto files = unpacked(xlsx_of({sample()}, "The <plan>"));
  const auto& tab = files.at("xl/worksheets/sheet1.xml");
  EXPECT_FALSE(has(tab, "<f>")) << "no cell is a formula";
  EXPECT_TRUE(has(files.at("xl/sharedStrings.xml"), "<t>=1+1</t>"));
  EXPECT_TRUE(has(tab, "<c r=\"A2\" s=\"2\" t=\"s\">")) << "a text";
  EXPECT_TRUE(has(tab, "<v>-1234.5</v>"));
  EXPECT_TRUE(has(tab, "<v>61.5</v>"));
  EXPECT_TRUE(has(tab, "<v>46350</v>")) << "24 November 2026 as a day";
  EXPECT_TRUE(has(files.at("xl/workbook.xml"), "name=\"Money\""));
  EXPECT_TRUE(has(files.at("docProps/core.xml"), "The &lt;plan&gt;"));
  EXPECT_EQ(files.count("[Content_Types].xml"), 1U);
}

TEST(Xlsx, BendsNamesAndTextsToWhatWorkbooksHold) {
  const std::string long_name(60, 'n');
  const auto files =
      unpacked(xlsx_of({{long_name, {"A"}, {{std::string(40'000, 'x')}}},
                        {long_name, {"A"}, {}},
                        {"Goals: [all] / some?", {"A"}, {{std::string("مدرسة \x1b النور")}}},
                        {"", {}, {}}},
                       ""));
  EXPECT_EQ(files.count("xl/worksheets/sheet4.xml"), 1U);
  EXPECT_TRUE(has(files.at("xl/sharedStrings.xml"), std::string(32'767, 'x') + "<"));
  EXPECT_TRUE(has(files.at("xl/sharedStrings.xml"), "النور"));
  EXPECT_FALSE(has(files.at("xl/sharedStrings.xml"), "\x1b"));
}

}  // namespace
}  // namespace tandem::exchange
