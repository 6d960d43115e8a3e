#include "exchange/schools.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tandem::exchange {
namespace {

using org::SchoolLevel;

TEST(Grades, AreReadHoweverTheyAreWritten) {
  for (const auto& [written, meant] :
       std::vector<std::pair<std::string, std::string>>{{"KG,1,2,3,4,5", "K-5"},
                                                        {"06-08", "6-8"},
                                                        {"9 – 12", "9-12"},
                                                        {"PK, K-2,5", "PK-2, 5"},
                                                        {"Pre-K to 4", "PK-4"},
                                                        {"k;1;3", "K-1, 3"},
                                                        {"12", "12"},
                                                        {"6 7 8", "6-8"}}) {
    const auto grades = grades_of(written);
    ASSERT_TRUE(grades.has_value()) << written;
    EXPECT_EQ(grades_text(*grades), meant);
  }
  for (const auto* none : {"", "all", "13", "5-K", "K-", "-", "1-2-3", "007"}) {
    EXPECT_FALSE(grades_of(none).has_value()) << none;
  }
}

RC_GTEST_PROP(Grades, AreTheSameAfterWritingAndReading, ()) {
  const auto grades =
      *rc::gen::nonEmpty(rc::gen::container<std::set<int>>(rc::gen::inRange(-1, 13)));
  RC_ASSERT(grades_of(grades_text(grades)) == grades);
}

TEST(Level, IsTheWordsElseTheGrades) {
  EXPECT_EQ(level_of("Elementary", {}), SchoolLevel::elementary);
  EXPECT_EQ(level_of("Middle School", {}), SchoolLevel::middle);
  EXPECT_EQ(level_of("K-8", {}), SchoolLevel::k8);
  EXPECT_EQ(level_of("", {}), SchoolLevel::other);
  for (const auto& [grades, level] :
       std::vector<std::pair<std::string, SchoolLevel>>{{"K-5", SchoolLevel::elementary},
                                                        {"K-6", SchoolLevel::elementary},
                                                        {"5-6", SchoolLevel::elementary},
                                                        {"6-8", SchoolLevel::middle},
                                                        {"7-9", SchoolLevel::middle},
                                                        {"5-8", SchoolLevel::middle},
                                                        {"9-12", SchoolLevel::high},
                                                        {"9", SchoolLevel::high},
                                                        {"7-12", SchoolLevel::high},
                                                        {"PK-8", SchoolLevel::k8},
                                                        {"K-12", SchoolLevel::k12}}) {
    EXPECT_EQ(level_of("", grades_of(grades)), level) << grades;
    EXPECT_EQ(level_of("Magnet", grades_of(grades)), level) << grades;
  }
}

TEST(Count, MayPartThousands) {
  EXPECT_EQ(count_of("1,098"), 1098);
  EXPECT_EQ(count_of("12"), 12);
  EXPECT_EQ(count_of("0"), 0);
  for (const auto* none :
       {"", "1,09", ",123", "1234,567", "1,0980,00", "-3", "4.5", "many", "12345678901"}) {
    EXPECT_EQ(count_of(none), std::nullopt) << none;
  }
}

struct Decided {
  Outcome outcome;
  std::string field;
  std::string detail;
};

std::vector<SchoolDecision> decide(const std::string& text,
                                   const std::vector<org::School>& there = {}) {
  const auto table = read_table(text);
  const auto mapping = guess(Kind::schools, table->header);
  SchoolRows rules("81990", there);
  std::vector<SchoolDecision> all;
  for (const auto& row : table->rows)
    all.push_back(rules.decide(Cells(mapping, row), table->header.size()));
  return all;
}

org::School school(const std::string& code, const std::string& name) {
  org::School made;
  made.code.value = code;
  made.name.value = name;
  made.city.value = "Lakeview";
  made.pupils = org::PupilCount{400};
  return made;
}

TEST(SchoolRow, BecomesASchool) {
  const auto all =
      decide("School Code,School Name,Grades,Enrollment,City\n00123,Lakeside,KG-5,\"1,050\",Elm\n");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].row.outcome, Outcome::create);
  EXPECT_EQ(all[0].row.label, "Lakeside (00123)");
  EXPECT_EQ(
      json::text(all[0].fields),
      R"({"code":"00123","name":"Lakeside","level":"elementary","grades":"K-5","status":"open",)"
      R"("pupils":1050,"disadvantaged_pupils":null,"city":"Elm"})");
}

TEST(SchoolRow, ChangesOnlyWhatTheFileSays) {
  const auto there = school("00123", "Lakeside");
  const auto same = decide("code,name,pupils,city\n00123,Lakeside,400,\n", {there});
  EXPECT_EQ(same[0].row.outcome, Outcome::same);
  EXPECT_TRUE(same[0].row.reasons.empty());
  const auto changed = decide("code,name,pupils\n00123,Lakeside,410\n", {there});
  EXPECT_EQ(changed[0].row.outcome, Outcome::update);
  EXPECT_EQ(changed[0].fields.city.value, "Lakeview");
  ASSERT_EQ(changed[0].row.reasons.size(), 1U);
  EXPECT_EQ(changed[0].row.reasons[0].field, "pupils");
  EXPECT_EQ(changed[0].row.reasons[0].detail, "from 400 to 410");
}

struct Refusal {
  std::string name;
  std::string header, row;
  Outcome outcome;
  std::string field, detail;
};
class RefusedSchoolRow : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedSchoolRow, SaysWhy) {
  const auto& p = GetParam();
  const auto all = decide(p.header + "\n" + p.row + "\n", {school("00123", "Lakeside")});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].row.outcome, p.outcome);
  ASSERT_FALSE(all[0].row.reasons.empty());
  EXPECT_EQ(all[0].row.reasons[0].field.value_or(""), p.field);
  EXPECT_NE(all[0].row.reasons[0].detail.find(p.detail), std::string::npos)
      << all[0].row.reasons[0].detail;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RefusedSchoolRow,
    ::testing::Values(
        Refusal{"NoCode", "code,name", ",Lake", Outcome::error, "code", "required"},
        Refusal{"NoName", "code,name", "00999,", Outcome::error, "name", "empty"},
        Refusal{"Formula", "code,name", "00999,=1+1", Outcome::error, "name", "formula"},
        Refusal{"FormulaAt", "code,name", "00999, @sum", Outcome::error, "name", "formula"},
        Refusal{"FormulaTab", "code,name", "00999,\"\tx\"", Outcome::error, "name", "formula"},
        Refusal{"Minus", "code,name,pupils", "00999,Lake,-5", Outcome::error, "pupils", "formula"},
        Refusal{"TooManyCells", "code,name", "00999,Lake,x", Outcome::error, "", "has 3 cells"},
        Refusal{"LostZeros", "code,name", "123,Lakeside", Outcome::error, "code", "only by zeros"},
        Refusal{"OtherDistrict", "district code,code,name", "55555,00999,Lake", Outcome::skip,
                "district_code", "another district"},
        Refusal{"TheDistrictItself", "code,name", "00000,Lake", Outcome::skip, "code",
                "the district itself"},
        Refusal{"Facility", "code,name,type", "00999,Depot,Non-Instructional Ancillary Facility",
                Outcome::skip, "type", "is no school"},
        Refusal{"Closed", "code,name,status", "00999,Old,Closed", Outcome::skip, "status",
                "is closed"},
        Refusal{"Status", "code,name,status", "00999,Old,Maybe", Outcome::error, "status",
                "neither open nor closed"},
        Refusal{"Count", "code,name,pupils", "00999,Lake,lots", Outcome::error, "pupils",
                "not a whole number"},
        Refusal{"MoreThanAll", "code,name,pupils,disadvantaged", "00999,Lake,5,6", Outcome::error,
                "disadvantaged_pupils", ""},
        Refusal{"LongName", "code,name", "00999," + std::string(300, 'x'), Outcome::error, "name",
                "300 characters"}),
    [](const auto& test) { return test.param.name; });

TEST(SchoolRow, NamesTheLineOfItsDouble) {
  const auto all = decide("code,name\n1,A\n2,B\n1,C\n");
  EXPECT_EQ(all[2].row.outcome, Outcome::error);
  EXPECT_EQ(all[2].row.reasons[0].detail, "is in line 2 already");
}

TEST(SchoolRow, LeavesWithheldFiguresAsTheyAre) {
  const auto all = decide("code,pupils\n00123,<10\n", {school("00123", "Lakeside")});
  EXPECT_EQ(all[0].row.outcome, Outcome::same);
  EXPECT_EQ(all[0].row.reasons.size(), 1U);
}

TEST(SchoolRow, KeepsNoFigureThatTellsOfFewPupils) {
  for (const auto* text :
       {"code,pupils,disadvantaged\n00123,400,6\n", "code,pupils,disadvantaged\n00123,400,395\n"}) {
    const auto all = decide(text, {school("00123", "Lakeside")});
    EXPECT_NE(all[0].row.outcome, Outcome::error);
    EXPECT_FALSE(all[0].fields.disadvantaged_pupils.has_value());
    ASSERT_EQ(all[0].row.reasons.size(), 1U);
    EXPECT_EQ(all[0].row.reasons[0].field, "disadvantaged_pupils");
  }
}

TEST(SchoolRow, OfAKnownSchoolMayCloseIt) {
  const auto all = decide("code,status\n00123,Closed\n", {school("00123", "Lakeside")});
  EXPECT_EQ(all[0].row.outcome, Outcome::update);
  EXPECT_EQ(all[0].fields.status, org::SchoolStatus::closed);
}

// Whatever a file made, the same file again leaves as it is.
RC_GTEST_PROP(SchoolRow, TheSecondTimeChangesNothing, ()) {
  const auto word = [](const char* letters) {
    return rc::gen::container<std::string>(rc::gen::elementOf(std::string(letters)));
  };
  std::string text = "code,name,level,grades,status,pupils,disadvantaged pupils,city\n";
  const auto count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    text += *word("0123") + ",\"" + *word("aB =") +
            *rc::gen::element<std::string>("", "é", "\"\"x") + "\"," +
            *rc::gen::element<std::string>("", "Middle", "K-8", "Magnet") + "," +
            *rc::gen::element<std::string>("", "K-5", "\"6,7\"", "all ages") + "," +
            *rc::gen::element<std::string>("", "Open-Active", "closed", "?") + "," + *word("019") +
            "," + *rc::gen::element<std::string>("", "0", "*", "5") + ",\"" + *word("x y") + "\"\n";
  }
  std::vector<org::School> made;
  for (const auto& decision : decide(text)) {
    if (decision.row.outcome != Outcome::create) continue;
    org::School row;
    static_cast<org::SchoolFields&>(row) = decision.fields;
    made.push_back(row);
  }
  for (const auto& decision : decide(text, made)) {
    RC_ASSERT(decision.row.outcome != Outcome::create);
    RC_ASSERT(decision.row.outcome != Outcome::update);
  }
}

TEST(Mapping, IsGuessedFromManySpellings) {
  const auto of = [](Kind kind, const std::vector<std::string>& header, const std::string& field) {
    const auto mapping = guess(kind, header);
    const auto& found = mapping.at(field);
    return found ? header[static_cast<std::size_t>(found->value)] : "";
  };
  EXPECT_EQ(of(Kind::schools, {"District Code", "Building Code", "Code"}, "code"), "Building Code");
  EXPECT_EQ(of(Kind::schools, {"SCHOOL_CODE", "x"}, "code"), "SCHOOL_CODE");
  EXPECT_EQ(of(Kind::people, {"sourcedId", "givenName", "familyName", "email"}, "family_name"),
            "familyName");
  EXPECT_EQ(of(Kind::people, {"a", "b"}, "email"), "");
}

TEST(Mapping, GivenIsChecked) {
  const auto good = check_mapping(Kind::schools, {{"code", ColumnIndex{1}}}, 2);
  ASSERT_TRUE(good.has_value());
  EXPECT_EQ(good->size(), fields_of(Kind::schools).size());
  const auto bad =
      check_mapping(Kind::schools, {{"code", ColumnIndex{2}}, {"mood", std::nullopt}}, 2);
  ASSERT_EQ(bad.error().errors.size(), 2U);
  EXPECT_EQ(bad.error().errors[0].pointer, "/mapping/code");
  EXPECT_EQ(bad.error().errors[1].pointer, "/mapping/mood");
}

RC_GTEST_PROP(Cut, KeepsWholeCharacters, ()) {
  const auto text = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "é", "…", "😀"));
  std::string joined;
  for (const auto& c : text) joined += c;
  const auto most = *rc::gen::inRange<std::size_t>(1, 10);
  const auto result = cut(joined, most);
  RC_ASSERT(count_characters(result) == std::min(most, text.size()));
  if (text.size() <= most) RC_ASSERT(result == joined);
}

}  // namespace
}  // namespace tandem::exchange
