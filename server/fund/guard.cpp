#include "fund/guard.hpp"

namespace tandem::fund {
namespace {

struct Available {
  std::optional<Cents> amount_cents;
};
BOOST_DESCRIBE_STRUCT(Available, (), (amount_cents))

std::string entries_of(Below what) {
  const std::string entries = "select count(*) from spending where district_id = :district and ";
  const std::string lines = "line_id in (select id from funding_line where district_id = :owner ";
  switch (what) {
    case Below::line:
      return entries +
             "line_id in (select id from funding_line where district_id = :owner and "
             "id = :id)";
    case Below::strategy:
      return entries + lines + "and strategy_id = :id)";
    case Below::goal:
      break;
  }
  return entries + lines +
         "and strategy_id in (select id from strategy where district_id = :keeper and "
         "goal_id = :id))";
}

}  // namespace

Room room_in(db::Tx& tx, const DistrictId& district, const RecordId& source, const SchoolYear& year,
             const RecordId& except_line) {
  const auto budget = tx.one<Available>(
      "select amount_cents from stream_budget where district_id = :district and "
      "source_id = :source and year = :year",
      district, source, year);
  const auto planned = tx.number(
      "select cast(coalesce(sum(amount_cents), 0) as bigint) from funding_line where "
      "district_id = :district and source_id = :source and year = :year and id <> :except",
      district, source, year, except_line);
  return {budget ? budget->amount_cents : std::nullopt, {planned}};
}

Cents used_of(db::Tx& tx, const DistrictId& district, const RecordId& line) {
  return {
      tx.number("select cast(coalesce(sum(amount_cents), 0) as bigint) from spending where "
                "district_id = :district and line_id = :line",
                district, line)};
}

Result<plan::FundingLineFields> within_budget(audit::Change& change,
                                              const plan::FundingLineFields& asked,
                                              const plan::FundingLine* before) {
  const bool same_stream =
      before != nullptr && before->source_id == asked.source_id && before->year == asked.year;
  if (before != nullptr && (!same_stream || asked.amount_cents < before->amount_cents)) {
    const auto used = used_of(change.tx, change.district, before->id);
    if (!same_stream && used.value > 0) {
      return problem::invalid(
          before->year == asked.year ? "/source_id" : "/year",
          fmt::format("stays: {} were committed and spent from this line", in_dollars(used)));
    }
    if (asked.amount_cents < used) {
      return problem::invalid(
          "/amount_cents",
          fmt::format("is less than the {} that were committed and spent", in_dollars(used)));
    }
  }
  plan::FundingLineFields fields = asked;
  const auto room = room_in(change.tx, change.district, asked.source_id, asked.year,
                            before == nullptr ? RecordId{} : before->id);
  const std::int64_t planned = room.planned.value + asked.amount_cents.value;
  if (!room.available || planned <= room.available->value) {
    fields.over_reason.reset();
    return fields;
  }
  const bool takes_more = !same_stream || asked.amount_cents > before->amount_cents;
  if (takes_more && !asked.over_reason) {
    return problem::invalid(
        "/over_reason",
        fmt::format("is needed: the source has {} in {}, and {} would be planned, {} more",
                    in_dollars(*room.available), asked.year.value, in_dollars({planned}),
                    in_dollars({planned - room.available->value})));
  }
  return fields;
}

Result<void> nothing_spent(db::Tx& tx, const DistrictId& district, Below what, const RecordId& id) {
  const auto sql = entries_of(what);
  const auto entries = what == Below::goal ? tx.number(sql, district, district, district, id)
                                           : tx.number(sql, district, district, id);
  if (entries == 0) return {};
  return problem::conflict(
      "Money was committed or spent here, and its record must not be lost: remove the entries "
      "first, or keep it.");
}

std::string in_dollars(Cents amount) {
  std::string whole = std::to_string(amount.value / 100);
  for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3) {
    whole.insert(static_cast<std::size_t>(at), ",");
  }
  return fmt::format("${}.{:02}", whole, amount.value % 100);
}

}  // namespace tandem::fund
