#include "need/data_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange/csv.hpp"

namespace tandem::need {
namespace {

DataValue value_of(const std::string& day, const std::string& category, const std::string& group,
                   std::int64_t students, double value = 50) {
  return {Date{day}, {category}, {group}, Students{students}, value, false};
}
std::vector<std::string> pointers(const std::vector<FieldError>& errors) {
  std::vector<std::string> found;
  for (const auto& error : errors) found.push_back(error.pointer);
  return found;
}
std::vector<bool> withheld(const std::vector<DataValue>& values) {
  std::vector<bool> found;
  for (const auto& value : shown(values, Counted::students)) found.push_back(value.suppressed);
  return found;
}
using Pointers = std::vector<std::string>;
using Bools = std::vector<bool>;
constexpr auto kMay = "2026-05-15";

TEST(DataValues, StandOnceAndSayHowMany) {
  auto good =
      std::vector{value_of(kMay, "", "All students", 40), value_of(kMay, "Gender", "Girls", 20),
                  value_of("2025-05-15", "Gender", "Girls", 21)};
  EXPECT_TRUE(faults(good, Counted::students).empty());
  auto twice = good;
  twice.push_back(value_of(kMay, "gender", "GIRLS", 3));
  EXPECT_EQ(pointers(faults(twice, Counted::students)), Pointers{"/values/3/student_group"});
  auto two_wholes = good;
  two_wholes.push_back(value_of(kMay, "", "Everybody else", 3));
  EXPECT_EQ(pointers(faults(two_wholes, Counted::students)), Pointers{"/values/3/category"});
  auto lacking = good;
  lacking[0].students.reset();
  lacking[1].value.reset();
  EXPECT_EQ(pointers(faults(lacking, Counted::students)),
            (Pointers{"/values/0/students", "/values/1/value"}));
  EXPECT_EQ(pointers(faults({good[0]}, Counted::other)), Pointers{"/values/0/students"});
  auto claimed = good;
  claimed[0].suppressed = true;
  EXPECT_EQ(pointers(faults(claimed, Counted::students)),
            (Pointers{"/values/0/students", "/values/0/value"}));
  EXPECT_EQ(pointers(faults(std::vector<DataValue>(kMostValues + 1), Counted::other)),
            Pointers{"/values"});
}

TEST(DataValues, WithholdTheSmallAndWhatGivesThemAway) {
  EXPECT_EQ(withheld({value_of(kMay, "", "All", 100), value_of(kMay, "Gender", "Girls", 95),
                      value_of(kMay, "Gender", "Boys", 5)}),
            (Bools{false, true, true}));
  // A day of its own has its own total.
  EXPECT_EQ(withheld({value_of("2025-05-15", "", "All", 100), value_of(kMay, "G", "Girls", 95),
                      value_of(kMay, "G", "Boys", 5)}),
            (Bools{false, false, true}));
  // One group alone: those who are not in it are a group too.
  EXPECT_EQ(withheld({value_of(kMay, "", "All", 100), value_of(kMay, "Income", "Low", 94)}),
            (Bools{false, true}));
  // Programs overlap: each against everybody.
  EXPECT_EQ(withheld({value_of(kMay, "", "All", 100), value_of(kMay, "Program", "A", 60),
                      value_of(kMay, "Program", "B", 70), value_of(kMay, "Program", "C", 97)}),
            (Bools{false, false, false, true}));
  EXPECT_EQ(withheld({value_of(kMay, "", "All", 9)}), Bools{true});
}

TEST(DataValues, AboutOtherThingsAreShown) {
  DataValue about_staff{Date{kMay}, {}, {"Teachers"}, {}, 3.0, false};
  const auto answer = shown({about_staff}, Counted::other);
  EXPECT_FALSE(answer[0].suppressed);
  EXPECT_EQ(answer[0].value, 3.0);
}

RC_GTEST_PROP(DataValues, NothingSmallIsAnswered, ()) {
  std::vector<DataValue> values;
  const auto groups = *rc::gen::inRange(0, 6);
  std::int64_t sum = 0;
  for (int i = 0; i < groups; ++i) {
    const auto students = *rc::gen::inRange<std::int64_t>(0, 30);
    sum += students;
    values.push_back(value_of(kMay, "G", "g" + std::to_string(i), students));
  }
  values.push_back(value_of(kMay, "", "All", sum));
  std::int64_t hidden = 0;
  int groups_hidden = 0;
  const auto answer = shown(values, Counted::students);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].students->value < 10) RC_ASSERT(answer[i].suppressed);
    if (answer[i].suppressed) RC_ASSERT(!answer[i].students && !answer[i].value);
    else RC_ASSERT(answer[i].students == values[i].students);
    if (answer[i].suppressed && !values[i].category.empty()) {
      hidden += values[i].students->value;
      ++groups_hidden;
    }
  }
  // What is left over when the groups shown are taken from everybody is not about few, or the
  // total is not there to take them from.
  if (!answer.back().suppressed) RC_ASSERT(groups_hidden == 0 || hidden >= 10);
  if (!answer.back().suppressed) RC_ASSERT(groups_hidden != 1);
}

RC_GTEST_PROP(DataValues, SentBackAsAnsweredNothingIsLost, ()) {
  std::vector<DataValue> values;
  for (int i = 0; i < *rc::gen::inRange(0, 8); ++i) {
    values.push_back(value_of(kMay, i == 0 ? "" : "G", "g" + std::to_string(i),
                              *rc::gen::inRange<std::int64_t>(0, 30), i));
  }
  const auto kept = with_kept(shown(values, Counted::students), values);
  RC_ASSERT(kept.has_value());
  RC_ASSERT(kept->size() == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    RC_ASSERT(kept->at(i).students == values[i].students);
    RC_ASSERT(kept->at(i).value == values[i].value);
  }
}

TEST(DataValues, CannotKeepWhatIsNotThere) {
  DataValue sent{Date{kMay}, {"G"}, {"Girls"}, {}, {}, true};
  const auto refused = with_kept({sent}, {});
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/values/0/suppressed");
}

TEST(ReadValues, TakesColumnsByNameInAnyOrder) {
  const auto read = read_values(
      "Percent,Student Group,School Year,N\n41.5%,Girls,2025-26,\"1,020\"\n38,,5/15/2026,30\n",
      Counted::students);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->values.size(), 2U);
  EXPECT_EQ(read->values[0].day.value, "2026-06-30");
  EXPECT_EQ(read->values[0].students->value, 1020);
  EXPECT_DOUBLE_EQ(*read->values[0].value, 41.5);
  EXPECT_EQ(read->values[1].day.value, "2026-05-15");
  EXPECT_EQ(read->values[1].student_group.value, "All students");
}

TEST(ReadValues, TellsWhichLinesAreNone) {
  const auto read = read_values(
      "day,group,n,value\nsoon,A,10,1\n2026-05-15,B,<10,1\n"
      "2026-05-15,C,12,*\n2026-05-15,D,12,5\n",
      Counted::students);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->values.size(), 1U);
  ASSERT_EQ(read->problems.size(), 3U);
  EXPECT_EQ(read->problems[0].line, 2);
  EXPECT_NE(read->problems[1].detail.find("<10"), std::string::npos);
  EXPECT_EQ(read->problems[2].line, 4);
}

TEST(ReadValues, WantsADayAValueAndAnN) {
  for (const auto* text : {"group,n,value\nA,1,2\n", "day,group,n\n2026-05-15,A,1\n",
                           "day,value\n2026-05-15,1\n", "", "\"day"}) {
    const auto refused = read_values(text, Counted::students);
    ASSERT_FALSE(refused.has_value()) << text;
    EXPECT_EQ(refused.error().errors.at(0).pointer, "/text") << text;
  }
  EXPECT_TRUE(read_values("day,value\n2026-05-15,1\n", Counted::other).has_value());
}

TEST(Csv, ReadsBackAndRunsNoFormula) {
  const auto text = csv_of({value_of(kMay, "", "=1+1", 12, 4.5),
                            value_of(kMay, "A, \"B\"", "C", 30, 7),
                            {Date{kMay}, {"G"}, {"Few"}, {}, {}, true}});
  const auto table = exchange::read_table(text);
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->rows[0].cells[2], "'=1+1");
  EXPECT_EQ(table->rows[1].cells[1], "A, \"B\"");
  EXPECT_EQ(table->rows[0].cells[4], "4.5");
  EXPECT_EQ(table->rows[2].cells[3], "withheld");
}

}  // namespace
}  // namespace tandem::need
