// A measure over time as a picture that stands in a document: SVG, for the screen and for paper.
// Pure. The table beside it has the same numbers.
#pragma once

#include <string>

#include "monitor/progress.hpp"

namespace tandem::report {

// The values that may be shown, in the order of their days, with the mean and the limits of the
// process (if there are enough values), the end target, and the values that signal a change as
// diamonds. Nothing with fewer than two values.
std::string run_chart(const monitor::Place& place, const std::string& unit);

// What the chart says, in a sentence.
std::string chart_words(const monitor::ProcessChart& chart);

}  // namespace tandem::report
