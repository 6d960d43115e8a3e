// What the checks look at, read from what every feature keeps: one query a check.
#pragma once

#include "signals/rules.hpp"
#include "toolkit/packs.hpp"

namespace tandem::signals {

std::vector<Check> read_checks(db::Tx& tx, const DistrictId& district, const Date& today,
                               toolkit::Packs& packs);

// A row for each signal of a month; a month is written again as long as it lasts.
struct SignalMonth {
  static constexpr std::string_view table = "signal_month";
  std::string month;
  Kind signal{};
  std::int64_t score = 0;
  Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(SignalMonth, (), (month, signal, score, updated_at))
// From this month on, oldest first.
std::vector<SignalMonth> months_since(db::Tx& tx, const DistrictId& district,
                                      const std::string& month);
void keep(db::Tx& tx, const DistrictId& district, const SignalMonth& row);

}  // namespace tandem::signals
