#include "base/problem.hpp"

#include <stdexcept>

namespace tandem {

void throw_exception_from_error(const Problem& problem, const boost::source_location& where) {
  throw std::logic_error("unchecked problem '" + problem.slug + "': " + problem.detail + " at " +
                         where.to_string());
}

namespace problem {

Problem malformed(std::string detail) {
  return {400, "malformed", "The request cannot be read", std::move(detail), {}, {}};
}

Problem not_signed_in() {
  return {401, "not-signed-in", "Please sign in", "This needs somebody who is signed in.", {}, {}};
}

Problem forbidden(std::string detail) {
  return {403, "forbidden", "Your role does not allow this", std::move(detail), {}, {}};
}

Problem not_found(std::string what) {
  return {404, "not-found", "Not found", "There is no such " + std::move(what) + ".", {}, {}};
}

Problem conflict(std::string detail) {
  return {409, "conflict", "This cannot be done now", std::move(detail), {}, {}};
}

Problem stale(boost::json::value current) {
  return {412,
          "changed-meanwhile",
          "Somebody else has changed this meanwhile",
          "What you sent was not saved. The current state is included, so that both can be seen.",
          {},
          std::move(current)};
}

Problem invalid(std::vector<FieldError> errors) {
  return {
      422, "invalid", "Some fields need mending", "See errors for each field.", std::move(errors),
      {}};
}

Problem invalid(std::string pointer, std::string detail) {
  return invalid(std::vector<FieldError>{{std::move(pointer), std::move(detail)}});
}

Problem precondition_required() {
  return {428,
          "precondition-required",
          "If-Match is missing",
          "Say with If-Match which version you have seen, so that nobody's change is lost.",
          {},
          {}};
}

Problem too_many(std::string detail) {
  return {429, "too-many", "Too many attempts", std::move(detail), {}, {}};
}

}  // namespace problem
}  // namespace tandem
