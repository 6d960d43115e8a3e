// For tests of stores and services: a fresh database for each test, once SQLite and once
// PostgreSQL. TANDEM_TEST_POSTGRESQL names a server on which databases may be made
// (tests/postgres.sh start); without it the PostgreSQL half is skipped, except where
// TANDEM_TEST_ALL is set, which ./test does: there a missing server fails.
//
//   class PlanStore : public testing::StoreTest {};
//   TEST_P(PlanStore, KeepsOrder) {
//     const auto goal = must_write([&](audit::Change& change) { return create_goal(change, ...);
//     }); read([&](db::Tx& tx) { EXPECT_EQ(...); });
//   }
//   INSTANTIATE_STORE_TEST(PlanStore);
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "audit/change.hpp"
#include "db/database.hpp"

namespace tandem::testing {

class StoreTest : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override;
  void TearDown() override;

  // work(audit::Change&) -> Result<T>; commits if it succeeds.
  template <class Work>
  auto write(Work&& work) {
    return database->write([&](db::Tx& tx) {
      audit::Change change(tx, district, actor, "test");
      auto result = work(change);
      if (result) events = change.events();
      return result;
    });
  }
  // The same, and it has to succeed.
  template <class Work>
  auto must_write(Work&& work) {
    auto result = write(std::forward<Work>(work));
    if (!result) {
      std::string errors;
      for (const auto& e : result.error().errors) errors += " " + e.pointer + ": " + e.detail;
      throw std::runtime_error("refused: " + result.error().detail + errors);
    }
    if constexpr (!std::is_void_v<typename decltype(result)::value_type>) return std::move(*result);
  }
  template <class Work>
  auto read(Work&& work) {
    return database->read([&](db::Tx& tx) {
      if constexpr (std::is_void_v<decltype(work(tx))>) {
        work(tx);
        return true;
      } else {
        return work(tx);
      }
    });
  }
  // A school's row, straight into the table, for features that only refer to schools.
  SchoolId add_school(const std::string& name, const std::string& status = "open");
  PersonId add_person(const std::string& name);

  // Every statement run so far must find its rows by an index: none may scan a whole table.
  void expect_indexed();

  std::unique_ptr<db::Database> database;
  DistrictId district;  // its row exists
  audit::Actor actor;
  std::vector<audit::Event> events;  // of the last write
  std::set<std::string> statements;  // that ran, each once

 private:
  std::string place_;
};

#define INSTANTIATE_STORE_TEST(name)                                                   \
  INSTANTIATE_TEST_SUITE_P(Databases, name, ::testing::Values("sqlite", "postgresql"), \
                           [](const auto& test) { return test.param; })

}  // namespace tandem::testing
