#include "report/pdf.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cerrno>
#include <thread>

namespace tandem::report {
namespace {

using namespace std::chrono_literals;

int refusal(PdfMaker& maker, const std::string& html = "<p>x</p>") {
  const auto made = maker.make(html);
  return made.has_value() ? 0 : made.error().status;
}

// Every child has been waited for.
void expect_no_zombie() { EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1); }

TEST(Pdf, PassesThePageInAndTheDocumentOut) {
  PdfMaker echo({"cat"}, {});
  const std::string large = "%PDF-" + std::string(3'000'000, 'x');  // more than any buffer holds
  EXPECT_EQ(*echo.make(large), large);
  expect_no_zombie();
}

TEST(Pdf, AProgramThatFailsIsToldAs503) {
  PdfMaker missing({"/no/such/program"}, {});
  EXPECT_EQ(refusal(missing), 503);
  PdfMaker ends_badly({"sh", "-c", "cat; exit 3"}, {});
  EXPECT_EQ(refusal(ends_badly, "%PDF-"), 503);
  PdfMaker silent({"true"}, {});
  EXPECT_EQ(refusal(silent, std::string(3'000'000, 'x')), 503);
  PdfMaker other({"echo", "hello"}, {});
  EXPECT_EQ(refusal(other), 503);
  expect_no_zombie();
}

TEST(Pdf, IsBoundedInTimeAndSize) {
  PdfLimits limits;
  limits.time = 1s;
  PdfMaker slow({"sleep", "30"}, limits);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(refusal(slow), 503);
  EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
  limits = {};
  limits.bytes = 100'000;
  PdfMaker endless({"yes", "%PDF-"}, limits);
  EXPECT_EQ(refusal(endless), 503);
  PdfMaker complains({"sh", "-c", "yes >&2"}, limits);
  EXPECT_EQ(refusal(complains), 503);
  expect_no_zombie();
}

TEST(Pdf, OnlySoManyAtOnce) {
  PdfLimits limits;
  limits.at_once = 1;
  PdfMaker maker({"sh", "-c", "sleep 1; cat"}, limits);
  std::thread first([&] { EXPECT_TRUE(maker.make("%PDF-").has_value()); });
  std::this_thread::sleep_for(300ms);
  const auto second = maker.make("%PDF-");
  first.join();
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().status, 503);
  EXPECT_GT(second.error().retry_after, 0);
  EXPECT_TRUE(maker.make("%PDF-").has_value()) << "and then there is room again";
}

TEST(Pdf, TheChildInheritsNothingOfOurs) {
  ::setenv("TANDEM_DATABASE", "postgresql://secret", 1);
  PdfMaker tells({"sh", "-c", "printf %%PDF-; env; ls -l /proc/self/fd | wc -l"}, {});
  const auto told = tells.make("x");
  ::unsetenv("TANDEM_DATABASE");
  ASSERT_TRUE(told.has_value());
  EXPECT_EQ(told->find("secret"), std::string::npos);
}

TEST(Pdf, WeasyPrintMakesATaggedDocument) {
  PdfMaker maker;
  const auto made = maker.make(
      "<!doctype html><html lang=\"en\"><title>The plan</title><h1>The plan</h1>"
      "<p>خطة واحدة</p><img src=\"http://example.org/x.png\">");
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->substr(0, 5), "%PDF-");
  EXPECT_NE(made->find("/MarkInfo"), std::string::npos);
  EXPECT_NE(made->find("/Lang"), std::string::npos);
}

}  // namespace
}  // namespace tandem::report
