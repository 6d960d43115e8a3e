#include "org/org.hpp"

#include <fmt/format.h>

#include "statistics/suppression.hpp"

namespace tandem::org {

Result<void> check(const SchoolFields& fields) {
  if (fields.pupils && fields.disadvantaged_pupils &&
      fields.disadvantaged_pupils->value > fields.pupils->value) {
    return problem::invalid("/disadvantaged_pupils", "must not be more than pupils");
  }
  // Everybody here reads it, and who is not among them is found by subtraction.
  const auto few = [](std::int64_t n) { return n > 0 && n < statistics::kFewestShown; };
  if (fields.disadvantaged_pupils && few(fields.disadvantaged_pupils->value)) {
    return problem::invalid("/disadvantaged_pupils",
                            fmt::format("is about fewer than {} pupils and must not be kept: leave "
                                        "it out",
                                        statistics::kFewestShown));
  }
  if (fields.pupils && fields.disadvantaged_pupils &&
      few(fields.pupils->value - fields.disadvantaged_pupils->value)) {
    return problem::invalid("/disadvantaged_pupils",
                            fmt::format("would tell of fewer than {} pupils who are not: leave it "
                                        "out",
                                        statistics::kFewestShown));
  }
  return {};
}

}  // namespace tandem::org
