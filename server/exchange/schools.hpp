// Rows of a state's entity master, or of a list made by hand, as schools. Pure: what is there
// already is given.
#pragma once

#include <map>
#include <set>

#include "exchange/outcome.hpp"
#include "org/org.hpp"

namespace tandem::exchange {

// "KG,1,2,3,4,5", "06-08", "PK, K-2" as the grades in order: PK is -1, K is 0. Nothing if a part
// is not a grade.
std::optional<std::set<int>> grades_of(std::string_view text);
// The grades as ranges: "K-5", "PK-2, 5".
std::string grades_text(const std::set<int>& grades);
// By the word if it is known, else by the grades; other if neither tells.
org::SchoolLevel level_of(std::string_view word, const std::optional<std::set<int>>& grades);
std::optional<org::SchoolLevel> level_word(std::string_view word);
std::optional<org::SchoolStatus> status_word(std::string_view word);
// A count: "1,098" is 1098. Nothing if it is not one.
std::optional<std::int64_t> count_of(std::string_view text);

using SchoolDecision = Decision<org::School, org::SchoolFields>;

class SchoolRows {
 public:
  SchoolRows(std::string district_code, const std::vector<org::School>& schools);

  SchoolDecision decide(const Cells& cells, std::size_t columns);

 private:
  std::string district_code_;
  std::map<std::string, org::School> by_code_;
  std::map<std::string, std::string> by_stripped_code_;  // without leading zeros -> the code
  std::map<std::string, std::int64_t> seen_;             // code -> line
};

}  // namespace tandem::exchange
