// A plan as a document that can be handed to a board: one self-contained HTML page, for the
// screen and for paper, with nothing to load from anywhere.
#pragma once

#include "report/parts.hpp"

namespace tandem::report {

struct Links {
  std::string back;  // the page of the plan
  std::string pdf;   // the same document as PDF
};

// All that the plan's documents say, for a page of one's own.
Data data_of(const Facts& facts);

// What leads away from a document, or nothing, as {{#links}}.
void set_links(Data& data, const std::optional<Links>& links);

// links: shown on the screen only; none in what becomes a PDF.
std::string html_of(const Facts& facts, const std::optional<Links>& links);

}  // namespace tandem::report
