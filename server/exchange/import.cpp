#include "exchange/import.hpp"

#include <fmt/format.h>

#include "exchange/people.hpp"
#include "exchange/schools.hpp"
#include "identity/people.hpp"
#include "org/service.hpp"

namespace tandem::exchange {
namespace {

constexpr std::size_t kMostListed = 5000;
constexpr std::size_t kSamples = 3;

std::vector<Column> columns_of(const Table& table) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    Column column{static_cast<std::int64_t>(i), cut(table.header[i], 500), {}};
    for (const auto& row : table.rows) {
      if (column.samples.size() == kSamples) break;
      if (i < row.cells.size() && !trim(row.cells[i]).empty()) {
        column.samples.push_back(cut(trim(row.cells[i]), 500));
      }
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

Result<void> write_row(audit::Change& change, const SchoolDecision& decision) {
  if (!decision.existing) {
    CHECK_OK(org::create_school(change, decision.fields));
  } else {
    CHECK_OK(org::replace_school(change, decision.existing->school_id(), decision.existing->version,
                                 decision.fields));
  }
  return {};
}

Result<void> write_row(audit::Change& change, const PersonDecision& decision) {
  if (!decision.existing) {
    CHECK_OK(identity::create_person(change, decision.fields));
  } else {
    CHECK_OK(identity::replace_person(change, decision.existing->person_id(),
                                      decision.existing->version, decision.fields));
  }
  return {};
}

void count(Counts& counts, Outcome outcome) {
  switch (outcome) {
    case Outcome::create:
      ++counts.create;
      break;
    case Outcome::update:
      ++counts.update;
      break;
    case Outcome::same:
      ++counts.same;
      break;
    case Outcome::skip:
      ++counts.skip;
      break;
    case Outcome::error:
      ++counts.error;
      break;
  }
}

template <class Rows>
void go_through(audit::Change& change, const Table& table, Rows&& rules, ImportResult& result) {
  for (const auto& row : table.rows) {
    auto decision = rules.decide(Cells(result.mapping, row), table.header.size());
    const auto outcome = decision.row.outcome;
    if (result.mode == Mode::apply && (outcome == Outcome::create || outcome == Outcome::update)) {
      if (const auto written = write_row(change, decision); !written) {
        decision.row.outcome = Outcome::error;
        decision.row.reasons = reasons_of(written.error());
      }
    }
    count(result.counts, decision.row.outcome);
    if (result.rows.size() < kMostListed) result.rows.push_back(std::move(decision.row));
    else result.truncated = true;
  }
}

}  // namespace

void read(const json::value& in, FileText& out, json::Reader& reader) {
  if (!in.is_string()) return reader.fault("must be text");
  out.value = std::string(in.get_string());
  if (count_characters(out.value) > kLargestFile) {
    reader.fault(fmt::format("is too large; at most {} characters fit", kLargestFile));
  }
}

Result<ImportResult> import_file(audit::Change& change, const ImportFields& fields) {
  TRY(const auto table, read_table(fields.text.value));
  ImportResult result;
  result.kind = fields.kind;
  result.mode = fields.mode;
  result.columns = columns_of(table);
  result.fields = fields_of(fields.kind);
  if (fields.mapping) {
    TRY(result.mapping, check_mapping(fields.kind, *fields.mapping, table.header.size()));
  } else {
    result.mapping = guess(fields.kind, table.header);
  }
  TRY(const auto district, org::find_district(change.tx, change.district));
  auto schools = org::schools(change.tx, change.district);
  if (fields.kind == Kind::schools) {
    go_through(change, table, SchoolRows(district.code.value, schools), result);
  } else {
    const auto elsewhere = [&](const identity::Email& email) {
      return identity::find_login(change.tx, email).has_value();
    };
    go_through(change, table,
               PeopleRows(district.code.value, district.name.value, std::move(schools),
                          identity::people(change.tx, change.district), elsewhere),
               result);
  }
  return result;
}

}  // namespace tandem::exchange
