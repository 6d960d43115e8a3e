// Commands name a district by its code, or not at all where there is only one.
#pragma once

#include "base/problem.hpp"
#include "org/service.hpp"

namespace tandem::app {

// Throws std::invalid_argument, in words for the person at the command line.
org::DistrictEntry district_named(db::Tx& tx, const std::string& code);
// Prints a problem on standard error; gives the exit code.
int complain(const Problem& problem);
// Who commands are in the history.
audit::Actor command_line();

}  // namespace tandem::app
