// Whatever is sent as a file is either read or refused; what is read is decided row by row, and
// deciding it again with what it made changes nothing.
#include <cstdint>
#include <cstdlib>

#include "exchange/schools.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tandem;
  const auto table = exchange::read_table({reinterpret_cast<const char*>(data), size});
  if (!table) return 0;
  const auto mapping = exchange::guess(exchange::Kind::schools, table->header);
  std::vector<org::School> made;
  exchange::SchoolRows first("00001", {});
  for (const auto& row : table->rows) {
    const auto decision = first.decide(exchange::Cells(mapping, row), table->header.size());
    if (decision.row.outcome != exchange::Outcome::create) continue;
    org::School school;
    static_cast<org::SchoolFields&>(school) = decision.fields;
    made.push_back(school);
  }
  exchange::SchoolRows second("00001", made);
  for (const auto& row : table->rows) {
    const auto outcome =
        second.decide(exchange::Cells(mapping, row), table->header.size()).row.outcome;
    if (outcome == exchange::Outcome::create || outcome == exchange::Outcome::update) std::abort();
  }
  return 0;
}
