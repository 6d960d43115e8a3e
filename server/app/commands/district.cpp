#include "app/commands/district.hpp"

#include <iostream>

namespace tandem::app {

org::DistrictEntry district_named(db::Tx& tx, const std::string& code) {
  const auto all = org::all_districts(tx);
  if (all.empty()) throw std::invalid_argument("there is no district yet");
  if (code.empty()) {
    if (all.size() == 1) return all.front();
    throw std::invalid_argument("there are several districts: say which with --district CODE");
  }
  for (const auto& district : all) {
    if (district.code == code) return district;
  }
  throw std::invalid_argument("there is no district with the code " + code);
}

int complain(const Problem& problem) {
  std::cerr << "tandem: " << problem.detail << "\n";
  for (const auto& error : problem.errors) {
    std::cerr << "  " << error.pointer << ": " << error.detail << "\n";
  }
  return 1;
}

audit::Actor command_line() {
  return {PersonId{"00000000-0000-7000-8000-000000000000"}, "the server's administrator"};
}

}  // namespace tandem::app
