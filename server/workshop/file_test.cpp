#include "workshop/file.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tandem::workshop {
namespace {

using namespace std::string_literals;

const std::string kZip = "PK\x03\x04" + std::string(26, '\0');

TEST(EvidenceFile, IsTakenWhereContentAndEndingAgree) {
  const std::vector<std::pair<std::string, std::string>> good = {
      {"a.pdf", "%PDF-1.7 and so on"},
      {"A.PDF", "%PDF-1.4"},
      {"a.png", "\x89PNG\r\n\x1a\n..."},
      {"a.jpeg", "\xff\xd8\xff\xe0"},
      {"a.webp", "RIFF1234WEBPVP8 "},
      {"a.txt", "Grüße\r\n\tan alle"},
      {"a.csv", "school;rate\n"},
      {"a.docx", kZip + "[Content_Types].xml ... word/document.xml"},
      {"a.xlsx", kZip + "[Content_Types].xml ... xl/workbook.xml"},
      {"a.pptx", kZip + "[Content_Types].xml ... ppt/presentation.xml"},
      {"a.odt", kZip + "mimetypeapplication/vnd.oasis.opendocument.textPK"},
      {"two.dots.ods", kZip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"},
  };
  for (const auto& [name, content] : good) EXPECT_TRUE(file_type(name, content)) << name;
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"a.pdf", ""},
      {"a.pdf", "<script>"},
      {"a.png", "%PDF-1.7"},
      {"a.html", "<p>"},
      {"a.svg", "<svg/>"},
      {"a", "text"},
      {"a.", "text"},
      {"pdf", "%PDF-1.7"},
      {"a.txt", "nul \0 inside"s},
      {"a.txt", "not \xff UTF-8"},
      {"a.docx", kZip + "[Content_Types].xml ... xl/workbook.xml"},
      {"a.docx", kZip + "[Content_Types].xml word/document.xml word/vbaProject.bin"},
      {"a.docm", kZip + "[Content_Types].xml word/document.xml"},
      {"a.odt", "PK\x03\x04"},
      {"a.txt", std::string(kMaxFileBytes + 1, 'a')},
  };
  for (const auto& [name, content] : bad) EXPECT_FALSE(file_type(name, content)) << name;
}

RC_GTEST_PROP(EvidenceFile, NamesAreSafeInAHeaderAndOnADisk, ()) {
  const auto name = *rc::gen::arbitrary<std::string>();
  const auto safe = safe_name(name);
  RC_ASSERT(!safe.empty());
  RC_ASSERT(safe.front() != '.');
  for (const char c : safe) {
    RC_ASSERT(static_cast<unsigned char>(c) >= 0x20);
    RC_ASSERT(std::string("/\\\"<>|:*?%;").find(c) == std::string::npos);
  }
  RC_ASSERT(safe_name(safe) == safe);
}

}  // namespace
}  // namespace tandem::workshop
