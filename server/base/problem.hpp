// What can go wrong for a user, as a value: RFC 9457 problem details with a JSON pointer to
// each bad field. Exceptions are for what ends the program's own work (a lost database).
#pragma once

#include <boost/assert/source_location.hpp>
#include <boost/describe.hpp>
#include <boost/json/value.hpp>
#include <boost/system/result.hpp>
#include <optional>
#include <string>
#include <vector>

namespace tandem {

// One bad field: where (RFC 6901 JSON pointer into the request body, "" is the whole) and why.
struct FieldError {
  std::string pointer;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(FieldError, (), (pointer, detail))

struct Problem {
  int status = 500;
  std::string slug;    // names the kind: type is /problems/<slug>
  std::string title;   // the kind in words
  std::string detail;  // this case in words
  std::vector<FieldError> errors;
  std::optional<boost::json::value> current;  // with 412: the state that won the race
  int retry_after = 1;                        // with 429 and 503: seconds to wait

  Problem() = default;
  // Not an aggregate: in C++20 a whole number could then make one, and Result<int> would not
  // know a value from a problem.
  Problem(int code, std::string kind, std::string name, std::string this_case,
          std::vector<FieldError> fields = {}, std::optional<boost::json::value> now = {},
          int seconds = 1)
      : status(code),
        slug(std::move(kind)),
        title(std::move(name)),
        detail(std::move(this_case)),
        errors(std::move(fields)),
        current(std::move(now)),
        retry_after(seconds) {}
};

namespace problem {
Problem malformed(std::string detail);            // 400
Problem not_signed_in();                          // 401
Problem forbidden(std::string detail);            // 403
Problem not_found(std::string what);              // 404
Problem conflict(std::string detail);             // 409: the state does not allow it
Problem stale(boost::json::value current);        // 412
Problem invalid(std::vector<FieldError> errors);  // 422
Problem invalid(std::string pointer, std::string detail);
Problem precondition_required();       // 428
Problem too_many(std::string detail);  // 429
}  // namespace problem

template <class T>
using Result = boost::system::result<T, Problem>;

// Called by Result::value() on a problem: asking for a value that is not there is our mistake.
[[noreturn]] void throw_exception_from_error(const Problem& problem,
                                             const boost::source_location& where);

#define TANDEM_JOIN_(a, b) a##b
#define TANDEM_JOIN(a, b) TANDEM_JOIN_(a, b)
// TRY(const auto goal, find_goal(tx, id));  gives the caller the problem if there is one.
#define TRY(declaration, expression)                                                             \
  auto TANDEM_JOIN(result_, __LINE__) = (expression);                                            \
  if (!TANDEM_JOIN(result_, __LINE__)) return std::move(TANDEM_JOIN(result_, __LINE__)).error(); \
  declaration = *std::move(TANDEM_JOIN(result_, __LINE__))
// CHECK_OK(may_submit(state));  the same for a Result<void>.
#define CHECK_OK(expression)                                                               \
  if (auto TANDEM_JOIN(result_, __LINE__) = (expression); !TANDEM_JOIN(result_, __LINE__)) \
  return std::move(TANDEM_JOIN(result_, __LINE__)).error()

}  // namespace tandem
