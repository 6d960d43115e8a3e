// A plan as a document that can be handed to a board: one self-contained HTML page, for the
// screen and for paper, with nothing to load from anywhere.
#pragma once

#include "report/facts.hpp"

namespace tandem::report {

struct Links {
  std::string back;  // the page of the plan
  std::string pdf;   // the same document as PDF
};

// links: shown on the screen only; none in what becomes a PDF.
std::string html_of(const Facts& facts, const std::optional<Links>& links);

}  // namespace tandem::report
