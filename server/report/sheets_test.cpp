#include "report/sheets.hpp"

#include <algorithm>
#include <numeric>

#include "monitor/cycles.hpp"
#include "monitor/reports.hpp"
#include "org/service.hpp"
#include "plan/large.hpp"
#include "plan/service.hpp"
#include "plan/store.hpp"
#include "team/service.hpp"
#include "testing/database.hpp"

namespace tandem::report {
namespace {

using exchange::Sheet;

const Sheet& named(const std::vector<Sheet>& sheets, const std::string& name) {
  const auto found = std::find_if(sheets.begin(), sheets.end(),
                                  [&](const Sheet& sheet) { return sheet.name == name; });
  if (found == sheets.end()) throw std::out_of_range("no sheet " + name);
  return *found;
}

std::string text(const exchange::SheetCell& cell) {
  return std::holds_alternative<std::string>(cell) ? std::get<std::string>(cell) : "";
}

class Sheets : public testing::StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!database) return;
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run("update district set id = :id where district_id = :d", district, district);
      plan::open_plan(change, "Test District");
      return plan::make_large(change, {3, 4, 2, 6});
    });
  }
  SchoolId open_school(const std::string& code, std::optional<std::int64_t> pupils,
                       std::optional<std::int64_t> disadvantaged) {
    org::SchoolFields fields;
    fields.code = {code};
    fields.name = {"=HYPERLINK(\"http://x\")"};
    if (pupils) fields.pupils = org::PupilCount{*pupils};
    if (disadvantaged) fields.disadvantaged_pupils = org::PupilCount{*disadvantaged};
    // As it may have been kept by an earlier version, which took what tells of few.
    return must_write([&](audit::Change& change) -> Result<org::School> {
             return record::create<org::School>(change, fields);
           })
        .school_id();
  }
};

TEST_P(Sheets, HaveEveryRowOfThePlanAndItsMoney) {
  read([&](db::Tx& tx) {
    const auto facts = read_facts(tx, district, std::nullopt).value();
    const auto sheets = plan_sheets(facts);
    EXPECT_EQ(named(sheets, "Goals").rows.size(), 4U);
    EXPECT_EQ(named(sheets, "Strategies").rows.size(), 8U);
    EXPECT_EQ(named(sheets, "Activities").rows.size(), 48U);
    std::int64_t sum = 0;
    for (const auto& row : named(sheets, "Funding").rows) sum += std::get<Cents>(row[5]).value;
    EXPECT_EQ(sum, tx.number("select sum(amount_cents) from funding_line where district_id = :d",
                             district));
    const auto one = plan_sheets(read_goal_facts(tx, district, facts.plan.goals[2].id).value());
    ASSERT_EQ(named(one, "Goals").rows.size(), 1U);
    EXPECT_EQ(text(named(one, "Goals").rows[0][0]), "3") << "numbered as in the whole plan";
    EXPECT_EQ(named(one, "Activities").rows.size(), 12U);
    for (const auto& sheet : sheets) {
      for (const auto& row : sheet.rows) EXPECT_EQ(row.size(), sheet.heads.size()) << sheet.name;
    }
  });
}

TEST_P(Sheets, HoldAllTablesWithoutAddressesAndSmallNumbers) {
  open_school("00901", 200, 9);
  open_school("00902", 200, 195);
  open_school("00903", 8, 0);
  open_school("00904", 200, 40);
  add_person("Ana");
  statements.clear();
  const auto sheets = read([&](db::Tx& tx) { return all_sheets(tx, district).value(); });
  const auto asked = statements.size();
  const auto& schools = named(sheets, "Schools");
  std::map<std::string, std::pair<exchange::SheetCell, exchange::SheetCell>> pupils;
  for (const auto& row : schools.rows) {
    EXPECT_EQ(row.size(), schools.heads.size());
    pupils.emplace(text(row[0]), std::pair(row[5], row[6]));
  }
  const exchange::SheetCell few = std::string("not shown: fewer than 10");
  EXPECT_EQ(pupils.at("00901").second, few);
  EXPECT_EQ(pupils.at("00902").second, few) << "else five others could be worked out";
  EXPECT_EQ(pupils.at("00903").first, few);
  EXPECT_EQ(pupils.at("00904").second, exchange::SheetCell(std::int64_t{40}));
  const auto csv = exchange::csv_of(schools);
  EXPECT_NE(csv.find("'=HYPERLINK"), std::string::npos);
  for (const auto& sheet : sheets) {
    EXPECT_EQ(exchange::csv_of(sheet).find("school.example"), std::string::npos) << sheet.name;
  }
  for (int i = 0; i < 5; ++i) open_school("0080" + std::to_string(i), 100, 50);
  statements.clear();
  read([&](db::Tx& tx) { return all_sheets(tx, district).value(); });
  EXPECT_EQ(statements.size(), asked);
  expect_indexed();
}

// What features keep, and not only the plan: each of these tables is read for a sheet.
TEST_P(Sheets, LeaveOutNoFeaturesRecords) {
  statements.clear();
  read([&](db::Tx& tx) { return all_sheets(tx, district).value(); });
  std::string read_all;
  for (const auto& sql : statements) read_all += sql + "\n";
  for (const auto& table : {"school",
                            "team",
                            "team_member",
                            "team_skill",
                            "action_item",
                            "template",
                            "template_answer",
                            "need",
                            "cause",
                            "initiative",
                            "library_strategy",
                            "data_set",
                            "goal",
                            "target",
                            "group_target",
                            "strategy",
                            "activity",
                            "funding_line",
                            "funding_source",
                            "barrier",
                            "communication",
                            "communication_delivery",
                            "commitment",
                            "decision",
                            "team_procedure",
                            "monitoring_cycle",
                            "monitoring_report",
                            "report_entry",
                            "measure_value",
                            "adjustment",
                            "learning_cycle",
                            "evaluation",
                            "stream_budget",
                            "spending",
                            "reallocation",
                            "workshop",
                            "signal_month"}) {
    EXPECT_NE(read_all.find(std::string(" ") + table + " "), std::string::npos) << table;
  }
}

TEST_P(Sheets, HoldMeasuredValuesButNoneOfFewStudents) {
  const auto cycle = must_write([&](audit::Change& c) {
    const auto today = c.now.date();
    return monitor::create_cycle(c, {{"=Autumn"}, today, today});
  });
  must_write([&](audit::Change& c) -> Result<void> {
    const auto measure = c.tx.row_of<plan::Measure>(district, "order by id");
    std::int64_t n = 9;
    for (const auto& report : c.tx.rows_of<monitor::Report>(
             district, "and cycle_id = :c and school_id is not null order by id", cycle.id)) {
      monitor::ValueFields value;
      value.measure_id = measure->id;
      value.taken_on = c.now.date();
      value.value = 77.25;
      value.n = monitor::Students{n};
      CHECK_OK(monitor::add_value(c, report.id, value));
      n = 100;
    }
    return {};
  });
  const auto sheets = read([&](db::Tx& tx) { return all_sheets(tx, district).value(); });
  const auto& values = named(sheets, "Measured values");
  ASSERT_EQ(values.rows.size(), 3U);
  int hidden = 0;
  for (const auto& row : values.rows) {
    ASSERT_EQ(row.size(), values.heads.size());
    if (text(row[5]) != "not shown: fewer than 10") continue;
    ++hidden;
    EXPECT_TRUE(std::holds_alternative<std::monostate>(row[6])) << "nor of how many";
  }
  EXPECT_EQ(hidden, 1);
  EXPECT_NE(exchange::csv_of(named(sheets, "Monitoring reports")).find("'=Autumn"),
            std::string::npos);
  for (const auto& sheet : sheets) {
    for (const auto& row : sheet.rows) EXPECT_EQ(row.size(), sheet.heads.size()) << sheet.name;
  }
}

INSTANTIATE_STORE_TEST(Sheets);

}  // namespace
}  // namespace tandem::report
