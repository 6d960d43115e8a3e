#include "org/org.hpp"

namespace tandem::org {

Result<void> check(const SchoolFields& fields) {
  if (fields.pupils && fields.disadvantaged_pupils &&
      fields.disadvantaged_pupils->value > fields.pupils->value) {
    return problem::invalid("/disadvantaged_pupils", "must not be more than pupils");
  }
  return {};
}

}  // namespace tandem::org
