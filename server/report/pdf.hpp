// HTML to PDF with WeasyPrint, in a process of its own: no shell, nothing on disk, nothing
// fetched, an end to its time, its output and how many run at once.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

#include "base/problem.hpp"

namespace tandem::report {

struct PdfLimits {
  std::chrono::seconds time{90};  // forty schools and a busy machine
  std::size_t bytes = 32UL * 1024 * 1024;
  int at_once = 2;
};

class PdfMaker {
 public:
  // command: the program and its arguments; it reads HTML and writes PDF.
  PdfMaker(std::vector<std::string> command, PdfLimits limits);
  // WeasyPrint, as tagged PDF (PDF/UA) that a screen reader can read.
  PdfMaker();

  // 503 if as many are being made as may be, or if the program fails.
  Result<std::string> make(const std::string& html);

 private:
  std::vector<std::string> command_;
  PdfLimits limits_;
  std::atomic<int> running_ = 0;
};

}  // namespace tandem::report
