#include "signals/store.hpp"

#include "signals/reading.hpp"

namespace tandem::signals {

std::vector<Check> read_checks(db::Tx& tx, const DistrictId& district, const Date& today,
                               toolkit::Packs& packs) {
  Reading reading(tx, district, today);
  read_plan(reading);
  read_money(reading);
  read_monitoring(reading);
  read_together(reading, packs);
  return reading.take();
}

std::vector<SignalMonth> months_since(db::Tx& tx, const DistrictId& district,
                                      const std::string& month) {
  return tx.rows_of<SignalMonth>(district, "and month >= :month order by month, signal", month);
}

void keep(db::Tx& tx, const DistrictId& district, const SignalMonth& row) {
  tx.run(
      "insert into signal_month (district_id, month, signal, score, updated_at) values "
      "(:district, :month, :signal, :score, :at) on conflict (district_id, month, signal) do "
      "update set score = excluded.score, updated_at = excluded.updated_at",
      district, row.month, row.signal, row.score, row.updated_at);
}

}  // namespace tandem::signals
