#include "exchange/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tandem::exchange {
namespace {

std::string fault_of(std::string_view text) {
  const auto table = read_table(text);
  if (table) return "";
  EXPECT_EQ(table.error().errors.at(0).pointer, "/text");
  return table.error().errors.at(0).detail;
}

TEST(Csv, KnowsTheLineOfEachRow) {
  const auto table = read_table("a,b\n\n1,\"two\nlines\"\n,,\n3,4");
  ASSERT_TRUE(table.has_value());
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[0].line, 3);
  EXPECT_EQ(table->rows[0].cells[1], "two\nlines");
  EXPECT_EQ(table->rows[1].line, 6);
}

TEST(Csv, FindsDelimiterAndLineEnds) {
  for (const auto* text : {"a;b\r\n1;2\r\n", "a\tb\n1\t2", "a|b\r1|2\r",
                           "\xEF\xBB\xBF"
                           "a,b\n1,2\n",
                           "\"a\",\"b\"\n\"1\",\"2\"\n", "\n\na,b\n1,2"}) {
    const auto table = read_table(text);
    ASSERT_TRUE(table.has_value()) << text;
    EXPECT_EQ(table->header, (std::vector<std::string>{"a", "b"})) << text;
    ASSERT_EQ(table->rows.size(), 1U) << text;
    EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"1", "2"})) << text;
  }
  EXPECT_EQ(read_table("\"x;y;z\",b\n1,2")->delimiter, ',');
}

TEST(Csv, SaysWhatIsWrongWithAFile) {
  EXPECT_NE(fault_of("").find("is empty"), std::string::npos);
  EXPECT_NE(fault_of("\n \n").find("is empty"), std::string::npos);
  EXPECT_NE(fault_of("a,b\nM\xFCller,1\n").find("line 2 is not UTF-8"), std::string::npos);
  EXPECT_NE(fault_of("a,b\nM\xEF\xBF\xBDller,1\n").find("Windows-1252"), std::string::npos);
  EXPECT_NE(fault_of(std::string("a\0b", 3)).find("control character"), std::string::npos);
  EXPECT_NE(fault_of("\xFF\xFE"
                     "a")
                .find("line 1 is not UTF-8"),
            std::string::npos);
  EXPECT_NE(fault_of("a,b\n1,\"x\n2,3\n").find("begins in line 2"), std::string::npos);
  EXPECT_NE(fault_of("a,b\n1,\"x\"y\"\n").find("quotes"), std::string::npos);
  std::string many = "a\n";
  for (std::size_t i = 0; i <= kMostRows; ++i) many += "1\n";
  EXPECT_NE(fault_of(many).find("more than 20000 rows"), std::string::npos);
  EXPECT_NE(fault_of(std::string(600, ',') + "\n").find("more than 500 cells"), std::string::npos);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

RC_GTEST_PROP(Csv, ReadsBackWhatWasWritten, ()) {
  const auto cell =
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab ,;\"\n\t1=")));
  const auto delimiter = *rc::gen::elementOf(std::string(",;\t|"));
  const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::container<std::vector<std::string>>(3, cell));
  std::string text = std::string("h") + delimiter + "h" + delimiter + "h\r\n";
  std::vector<std::vector<std::string>> expected;
  for (const auto& row : rows) {
    bool blank = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += (i == 0 ? "" : std::string(1, delimiter)) + quoted(row[i]);
      blank = blank && row[i].find_first_not_of(" \n\t") == std::string::npos;
    }
    text += "\r\n";
    if (!blank) expected.push_back(row);
  }
  const auto table = read_table(text);
  RC_ASSERT(table.has_value());
  RC_ASSERT(table->rows.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) RC_ASSERT(table->rows[i].cells == expected[i]);
}

}  // namespace
}  // namespace tandem::exchange
