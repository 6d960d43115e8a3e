#include "db/database.hpp"

#include <atomic>
#include <thread>

#include "db/migrations.hpp"
#include "record/record.hpp"
#include "testing/database.hpp"

namespace tandem::db {
namespace {

struct SourceFields {
  Name name;
  std::string kind;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(SourceFields, (), (name, kind, active))
struct Source : record::Head, SourceFields {
  static constexpr std::string_view table = "funding_source", entity = "funding_source";
  using Fields = SourceFields;
};
BOOST_DESCRIBE_STRUCT(Source, (record::Head, SourceFields), ())

class Store : public testing::StoreTest {};

TEST_P(Store, MigratesOnce) {
  EXPECT_TRUE(database->migrate().empty());
  EXPECT_TRUE(database->ready());
}

TEST_P(Store, KeepsARecordThereAndBack) {
  const auto made = must_write([&](audit::Change& change) -> Result<Source> {
    return record::create<Source>(change, {{"Título I — “A”"}, "federal", true});
  });
  read([&](Tx& tx) {
    const auto found = record::find<Source>(tx, district, made.id);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(json::text(*found), json::text(made));
    EXPECT_FALSE(record::find<Source>(tx, new_id<DistrictId>(), made.id).has_value());
  });
  expect_indexed();
}

TEST_P(Store, TellsThatSomethingHasChanged) {
  const auto before = database->changes();
  if (database->backend() != Backend::sqlite) {
    EXPECT_FALSE(before.has_value());
    return;
  }
  read([&](Tx& tx) { tx.number("select count(*) from funding_source"); });
  EXPECT_EQ(database->changes(), before);
  must_write([&](audit::Change& change) -> Result<Source> {
    return record::create<Source>(change, {{"Title I"}, "federal", true});
  });
  EXPECT_NE(database->changes(), before);
}

TEST_P(Store, UndoesAWriteThatFailsOrThrows) {
  const auto insert = [&](audit::Change& change) {
    record::create<Source>(change, {{"A"}, "state", true});
  };
  EXPECT_EQ(write([&](audit::Change& change) -> Result<void> {
              insert(change);
              return problem::conflict("no");
            })
                .error()
                .status,
            409);
  EXPECT_THROW(write([&](audit::Change& change) -> Result<void> {
                 insert(change);
                 throw std::runtime_error("broken");
               }),
               std::runtime_error);
  read([&](Tx& tx) {
    EXPECT_EQ(tx.number("select count(*) from funding_source where district_id = :d", district), 0);
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d", district), 0);
  });
}

TEST_P(Store, SaysDuplicateWhenAUniqueKeyRefuses) {
  EXPECT_THROW(write([&](audit::Change& change) -> Result<void> {
                 for (int i = 0; i < 2; ++i) {
                   change.tx.run(
                       "insert into round (district_id, id, version, created_at, "
                       "updated_at, updated_by, year, pack_id, pack_version) values "
                       "(:d, :i, 1, '', '', '', '2026-27', '', '')",
                       district, new_uuid());
                 }
                 return {};
               }),
               Duplicate);
}

// Statements are kept on their connection: what happened to one must not be seen by its next use.
TEST_P(Store, KeptStatementsStartAfresh) {
  const std::string insert =
      "insert into audit_head (district_id, seq, hash) values (:district, :seq, :hash)";
  const auto add = [&](const DistrictId& to, std::int64_t seq) {
    must_write([&](audit::Change& change) -> Result<void> {
      change.tx.run(insert, to, seq, std::to_string(seq));
      return {};
    });
  };
  const auto one = new_id<DistrictId>();
  add(one, 1);
  EXPECT_THROW(add(one, 2), Duplicate);
  const auto two = new_id<DistrictId>();
  add(two, 2);
  const std::string count = "select seq from audit_head where district_id = :district";
  for (int round = 0; round < 3; ++round) {  // a value, another one, none; on the same connection
    read([&](Tx& tx) {
      EXPECT_EQ(tx.number(count, one), 1);
      EXPECT_EQ(tx.number(count, two), 2);
      EXPECT_EQ(tx.number(count, new_id<DistrictId>()), 0);
    });
    must_write([&](audit::Change& change) -> Result<void> {
      EXPECT_EQ(change.tx.run("update audit_head set seq = 2 where district_id = :d", two), 1);
      EXPECT_EQ(change.tx.run("update audit_head set seq = 2 where district_id = :d",
                              new_id<DistrictId>()),
                0);
      return {};
    });
  }
}

TEST_P(Store, KeptStatementsOutliveAMigration) {
  const std::string all = "select count(*) from funding_source where district_id = :district";
  const auto counted = [&] {
    return database->read([&](Tx& tx) { return tx.number(all, district); });
  };
  EXPECT_EQ(counted(), 0);
  must_write([&](audit::Change& change) -> Result<void> {
    change.tx.run("alter table funding_source add column later text");
    return {};
  });
  must_write([&](audit::Change& change) -> Result<void> {
    record::create<Source>(change, {{"A"}, "state", true});
    return {};
  });
  EXPECT_EQ(counted(), 1);
}

TEST_P(Store, KeepsMoreStatementsThanThereIsRoomFor) {
  for (int round = 0; round < 2; ++round) {
    read([&](Tx& tx) {
      for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(tx.number("select " + std::to_string(i) + " from district where district_id = :d",
                            district),
                  i);
      }
    });
  }
}

TEST_P(Store, LosesNoUpdateOfManyWritersAtOnce) {
  const auto made = must_write([&](audit::Change& change) -> Result<Source> {
    return record::create<Source>(change, {{"0"}, "local", true});
  });
  constexpr int kThreads = 8;
  constexpr int kEach = 10;
  std::atomic<int> stale = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < kEach; ++i) {
        for (bool done = false; !done;) {  // read, add one, write; again if somebody was faster
          const auto seen =
              database->read([&](Tx& tx) { return *record::find<Source>(tx, district, made.id); });
          const auto result = database->write([&](Tx& tx) {
            audit::Change change(tx, district, actor, "test");
            return record::replace<Source>(
                change, made.id, seen.version,
                {{std::to_string(std::stoi(seen.name.value) + 1)}, "local", true});
          });
          done = result.has_value();
          if (!done) {
            EXPECT_EQ(result.error().status, 412);
            ++stale;
          }
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  read([&](Tx& tx) {
    const auto last = *record::find<Source>(tx, district, made.id);
    EXPECT_EQ(last.name.value, std::to_string(kThreads * kEach));
    EXPECT_EQ(last.version, kThreads * kEach + 1);
    EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d", district),
              kThreads * kEach + 1);
  });
}

INSTANTIATE_STORE_TEST(Store);

TEST(Migrations, AreCutIntoStatements) {
  const auto statements =
      statements_of("-- a\ncreate table x (\n a text\n);\n\ncreate index y on x (a);\n");
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(statements[1], "create index y on x (a)");
}

}  // namespace
}  // namespace tandem::db
