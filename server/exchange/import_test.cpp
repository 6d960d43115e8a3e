#include "exchange/import.hpp"

#include "identity/people.hpp"
#include "org/service.hpp"
#include "testing/database.hpp"

namespace tandem::exchange {
namespace {

// In the shape of a state's entity master.
constexpr const char* kMaster =
    "District Code,District Official Name,Building Code,Entity Official Name,Entity Type Group "
    "Name,"
    "Status,School Level,Actual Grades,Total Pupils,Economically Disadvantaged Pupils,City\n"
    "00001,Test District,00000,Test District,District,Open-Active,,,4126,1871,Elm\n"
    "00001,Test District,00911,\"Dr. Mae Stone "
    "Elementary\",School,Open-Active,Elementary,\"KG,1,2,3,4,5\",412,263,Elm\n"
    "00001,Test District,00912,Elm High "
    "School,School,Open-Active,High,\"9,10,11,12\",\"1,098\",355,Elm\n"
    "00001,Test District,00913,Bus Garage,Non-Instructional Ancillary "
    "Facility,Open-Active,,,0,0,Elm\n"
    "00001,Test District,00914,Old Mill,School,Closed,Elementary,\"KG,1\",0,0,Elm\n"
    "00001,Test District,00915,=cmd,School,Open-Active,Elementary,K,1,0,Elm\n";
constexpr const char* kStaff =
    "email,name,role,school,title\n"
    "ana@elm.example,Ana Ruiz,principal,00911,Principal\n"
    "bo@elm.example,Bo Lind,district lead,,Director\n"
    "bad,Nobody,viewer,,\n";

class Import : public testing::StoreTest {
 protected:
  Result<ImportResult> run(Kind kind, Mode mode, const std::string& text,
                           std::optional<Mapping> mapping = {}) {
    return write([&](audit::Change& change) {
      return import_file(change, {kind, mode, {"a.csv"}, {text}, std::move(mapping)});
    });
  }
  std::int64_t entries() {
    return read([&](db::Tx& tx) {
      return tx.number("select count(*) from audit_entry where district_id = :d", district);
    });
  }
};

std::string counts(const Result<ImportResult>& result) { return json::text(result.value().counts); }

TEST_P(Import, PreviewWritesNothing) {
  const auto before = entries();
  const auto result = run(Kind::schools, Mode::preview, kMaster);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(counts(result), R"({"create":2,"update":0,"same":0,"skip":3,"error":1})");
  EXPECT_EQ(result->columns.size(), 11U);
  EXPECT_EQ(result->columns[3].samples.size(), 3U);
  EXPECT_EQ(result->mapping.at("code")->value, 2);
  EXPECT_EQ(result->rows.size(), 6U);
  EXPECT_EQ(result->rows[5].line, 7);
  EXPECT_FALSE(result->truncated);
  EXPECT_EQ(entries(), before);
  EXPECT_TRUE(events.empty());
}

TEST_P(Import, AppliesOnceAndTheSecondTimeChangesNothing) {
  EXPECT_EQ(counts(run(Kind::schools, Mode::apply, kMaster)),
            R"({"create":2,"update":0,"same":0,"skip":3,"error":1})");
  read([&](db::Tx& tx) {
    const auto schools = org::schools(tx, district);
    ASSERT_EQ(schools.size(), 2U);
    EXPECT_EQ(schools[1].name.value, "Elm High School");
    EXPECT_EQ(schools[1].code.value, "00912");
    EXPECT_EQ(schools[1].pupils->value, 1098);
    EXPECT_EQ(schools[1].grades.value, "9-12");
  });
  const auto before = entries();
  EXPECT_EQ(counts(run(Kind::schools, Mode::apply, kMaster)),
            R"({"create":0,"update":0,"same":2,"skip":3,"error":1})");
  EXPECT_EQ(entries(), before);

  std::string changed = kMaster;
  changed.replace(changed.find(",412,"), 5, ",420,");
  EXPECT_EQ(counts(run(Kind::schools, Mode::apply, changed)),
            R"({"create":0,"update":1,"same":1,"skip":3,"error":1})");
  EXPECT_EQ(entries(), before + 1);
  expect_indexed();
}

TEST_P(Import, BringsInPeople) {
  must_write([&](audit::Change& change) {
    return import_file(change, {Kind::schools, Mode::apply, {"a.csv"}, {kMaster}, {}});
  });
  EXPECT_EQ(counts(run(Kind::people, Mode::preview, kStaff)),
            R"({"create":2,"update":0,"same":0,"skip":0,"error":1})");
  EXPECT_EQ(counts(run(Kind::people, Mode::apply, kStaff)),
            R"({"create":2,"update":0,"same":0,"skip":0,"error":1})");
  read([&](db::Tx& tx) {
    const auto people = identity::people(tx, district);
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].name.value, "Ana Ruiz");
    EXPECT_EQ(people[0].grants.at(0).role, identity::Role::school_lead);
  });
  const auto before = entries();
  EXPECT_EQ(counts(run(Kind::people, Mode::apply, kStaff)),
            R"({"create":0,"update":0,"same":2,"skip":0,"error":1})");
  EXPECT_EQ(entries(), before);
  expect_indexed();
}

TEST_P(Import, FollowsACorrectedMapping) {
  const std::string text = "Kennung,Bezeichnung\n001,Lakeside\n";
  const auto guessed = run(Kind::schools, Mode::preview, text);
  EXPECT_EQ(counts(guessed), R"({"create":0,"update":0,"same":0,"skip":0,"error":1})");
  EXPECT_EQ(guessed->mapping.at("code"), std::nullopt);
  const Mapping mapping{{"code", ColumnIndex{0}}, {"name", ColumnIndex{1}}};
  EXPECT_EQ(counts(run(Kind::schools, Mode::apply, text, mapping)),
            R"({"create":1,"update":0,"same":0,"skip":0,"error":0})");
  EXPECT_EQ(run(Kind::schools, Mode::apply, text, Mapping{{"code", ColumnIndex{7}}})
                .error()
                .errors.at(0)
                .pointer,
            "/mapping/code");
}

TEST_P(Import, ListsNoMoreThanItCounts) {
  std::string text = "code,name\n";
  for (int i = 0; i < 5003; ++i) text += "0,x\n";
  const auto result = run(Kind::schools, Mode::preview, text);
  EXPECT_EQ(result->counts.skip, 5003);
  EXPECT_EQ(result->rows.size(), 5000U);
  EXPECT_TRUE(result->truncated);
}

TEST(ImportFields, AreReadWithTheFileAsItCame) {
  const auto fields = json::from<ImportFields>(boost::json::parse(
      R"({"kind":"schools","mode":"preview","file_name":"a.csv","text":"\n\tx\n","mapping":{"code":0,"name":null}})"));
  ASSERT_TRUE(fields.has_value());
  EXPECT_EQ(fields->text.value, "\n\tx\n");
  EXPECT_EQ(fields->mapping->at("code")->value, 0);
}

INSTANTIATE_STORE_TEST(Import);

}  // namespace
}  // namespace tandem::exchange
