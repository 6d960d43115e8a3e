#include "need/service.hpp"

#include "testing/database.hpp"

namespace tandem::need {
namespace {

class Needs : public testing::StoreTest {
 protected:
  DataSet make_set(const std::optional<SchoolId>& school = {}) {
    DataSetFields fields;
    fields.title.value = "Reading, grade 3";
    fields.level = school ? Level::building : Level::district;
    fields.components = {Component::family_engagement};
    return must_write(
        [&](audit::Change& change) { return create_data_set(change, school, fields); });
  }
  DataSetDetail save(const DataSet& set, const std::vector<DataValue>& values) {
    return must_write([&](audit::Change& change) {
      return replace_values(change, set.id, set.version, {values});
    });
  }
  static NeedFields fields_of(const std::string& title, bool of_school,
                              Subject subject = Subject::reading) {
    NeedFields fields;
    fields.title.value = title;
    fields.level = of_school ? Level::building : Level::district;
    fields.subject = subject;
    return fields;
  }
  Need make(const NeedFields& fields, const std::optional<SchoolId>& school = {}) {
    return must_write([&](audit::Change& change) { return create_need(change, school, fields); });
  }
  Cause add_cause(const Need& need, const std::string& statement, bool root = false,
                  const std::optional<RecordId>& parent = {}) {
    CauseFields fields;
    fields.statement.value = statement;
    fields.root = root;
    fields.parent_id = parent;
    return must_write([&](audit::Change& change) { return create_cause(change, need.id, fields); });
  }
  NeedReport send(const SchoolId& school, const std::string& note = "") {
    return must_write([&](audit::Change& change) { return report(change, school, {{note}}); });
  }
  std::string history() {
    std::string all;
    read([&](db::Tx& tx) {
      struct Row {
        std::optional<std::string> before_json, after_json;
      };
      tx.each_object(
          "select before_json, after_json from audit_entry where district_id = :district", district,
          [&](json::object row) { all += boost::json::serialize(row); });
    });
    return all;
  }
};

DataValue value_of(const std::string& category, const std::string& group, std::int64_t students,
                   double value) {
  return {Date{"2026-05-15"}, {category}, {group}, Students{students}, value, false};
}

TEST_P(Needs, ValuesOfSmallGroupsAreKeptAndNeverAnswered) {
  const auto set = make_set();
  const auto saved =
      save(set, {value_of("", "All students", 120, 41), value_of("Gender", "Girls", 113, 42.25),
                 value_of("Gender", "Boys", 7, 14.375)});
  EXPECT_EQ(saved.value_count, 3);
  EXPECT_EQ(saved.version, set.version + 1);
  EXPECT_TRUE(saved.values[1].suppressed && saved.values[2].suppressed);
  const auto again = read([&](db::Tx& tx) { return *data_set(tx, district, set.id); });
  EXPECT_EQ(json::text(again), json::text(saved));
  EXPECT_EQ(json::text(again).find("14.375"), std::string::npos);

  // Sent back as answered, with one more group: the few are not lost, and now they can be told
  // apart no better.
  auto values = again.values;
  values[2].student_group.value = "Boys";
  values[0].value = 44.0;
  const auto more = save(again, values);
  EXPECT_EQ(more.values[0].value, 44.0);
  const auto kept = read([&](db::Tx& tx) {
    return tx.number("select count(*) from data_value where district_id = :d and students = 7",
                     district);
  });
  EXPECT_EQ(kept, 1);

  // Nor does the history tell.
  EXPECT_EQ(history().find("14.375"), std::string::npos);
  EXPECT_EQ(history().find("42.25"), std::string::npos);
  EXPECT_NE(history().find("withheld"), std::string::npos);

  const auto late = write(
      [&](audit::Change& change) { return replace_values(change, set.id, set.version, {values}); });
  EXPECT_EQ(late.error().status, 412);
  EXPECT_EQ(json::text(*late.error().current).find("14.375"), std::string::npos);
  expect_indexed();
}

TEST_P(Needs, ValuesThatAreWrongChangeNothing) {
  const auto set = make_set();
  save(set, {value_of("", "All students", 120, 41)});
  auto twice = std::vector{value_of("G", "a", 12, 1), value_of("G", "A", 12, 1)};
  const auto refused = write([&](audit::Change& change) {
    return replace_values(change, set.id, set.version + 1, {twice});
  });
  EXPECT_EQ(refused.error().status, 422);
  EXPECT_EQ(read([&](db::Tx& tx) { return data_set(tx, district, set.id)->values.size(); }), 1U);
}

TEST_P(Needs, ANeedHoldsItsData) {
  const auto north = add_school("North");
  const auto south = add_school("South");
  const auto set = make_set(north);
  auto fields = fields_of("Phonics", true);
  fields.data_sets = {set.id};
  make(fields, north);
  const auto foreign =
      write([&](audit::Change& change) { return create_need(change, south, fields); });
  EXPECT_EQ(foreign.error().errors.at(0).pointer, "/data_sets/0");
  const auto refused =
      write([&](audit::Change& change) { return remove_data_set(change, set.id, set.version); });
  EXPECT_EQ(refused.error().status, 409);
  expect_indexed();
}

TEST_P(Needs, CausesStandBelowANeedAndGoWithIt) {
  const auto school = add_school("North");
  const auto need_row = make(fields_of("Phonics", true), school);
  const auto first = add_cause(need_row, "Lessons differ");
  const auto second = add_cause(need_row, "No common materials", true, first.id);
  EXPECT_EQ(second.school_id, school);
  const auto refused =
      write([&](audit::Change& change) { return remove_cause(change, first.id, first.version); });
  EXPECT_EQ(refused.error().status, 409);

  // Two people at once: each cause is a record of its own.
  CauseFields mine = first;
  mine.evidence.value = "Four classrooms visited";
  must_write(
      [&](audit::Change& change) { return replace_cause(change, first.id, first.version, mine); });
  CauseFields theirs = second;
  theirs.can_act = CanAct::yes;
  must_write([&](audit::Change& change) {
    return replace_cause(change, second.id, second.version, theirs);
  });
  const auto lost = write(
      [&](audit::Change& change) { return replace_cause(change, first.id, first.version, mine); });
  EXPECT_EQ(lost.error().status, 412);

  const auto detail = read([&](db::Tx& tx) { return *need(tx, district, need_row.id); });
  ASSERT_EQ(detail.causes.size(), 2U);
  must_write(
      [&](audit::Change& change) { return remove_need(change, need_row.id, need_row.version); });
  EXPECT_EQ(read([&](db::Tx& tx) {
              return tx.number("select count(*) from cause where district_id = :d", district);
            }),
            0);
  expect_indexed();
}

TEST_P(Needs, AReportStaysAsItWas) {
  const auto school = add_school("North");
  const auto nothing = write([&](audit::Change& change) { return report(change, school, {}); });
  EXPECT_EQ(nothing.error().status, 409);

  auto fields = fields_of("Phonics", true);
  fields.data_sets = {make_set(school).id};
  const auto need_row = make(fields, school);
  add_cause(need_row, "Lessons differ", true);
  auto aside = fields_of("Set aside", true);
  aside.state = State::set_aside;
  make(aside, school);
  const auto first = send(school, "Our first");
  ASSERT_EQ(first.items.size(), 1U);
  EXPECT_EQ(first.items[0].causes.size(), 1U);
  EXPECT_EQ(first.items[0].data.at(0).title, "Reading, grade 3");

  auto changed = fields;
  changed.title.value = "Phonics and fluency";
  must_write([&](audit::Change& change) {
    return replace_need(change, need_row.id, need_row.version, changed);
  });
  const auto second = send(school);
  EXPECT_EQ(second.number, 2);
  const auto kept =
      read([&](db::Tx& tx) { return *record::find<NeedReport>(tx, district, first.id); });
  EXPECT_EQ(json::text(kept), json::text(first));
  const auto list = read([&](db::Tx& tx) {
    Query query;
    query.school_id = school;
    return reports(tx, district, query);
  });
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].id, second.id);
  expect_indexed();
}

TEST_P(Needs, TheDistrictGathersAndDrawsWithLinksKept) {
  const auto north = add_school("North");
  const auto south = add_school("South");
  add_school("Silent");
  add_school("Shut", "closed");
  const auto a = make(fields_of("Phonics lessons differ", true), north);
  const auto root = add_cause(a, "No common phonics materials", true);
  make(fields_of("Phonics is not taught daily", true), south);
  make(fields_of("Late buses", true, Subject::attendance), south);
  const auto report_a = send(north);
  send(south);

  auto gathered = read([&](db::Tx& tx) { return gather(tx, district); });
  ASSERT_EQ(gathered.schools.size(), 3U);
  EXPECT_FALSE(gathered.schools[1].report_id.has_value());
  EXPECT_EQ(gathered.items.size(), 3U);
  ASSERT_EQ(gathered.proposals.size(), 2U);
  ASSERT_EQ(gathered.proposals[0].items.size(), 2U);
  EXPECT_EQ(gathered.proposals[0].reasons.words, std::vector<std::string>{"phonics"});

  auto fields = fields_of("Reading begins differently in each school", false);
  fields.drawn_from = gathered.proposals[0].items;
  const auto own = make(fields);
  CauseFields cause;
  cause.statement.value = "Each school chose its own phonics program";
  cause.drawn_from = {{report_a.id, root.id}};
  must_write([&](audit::Change& change) { return create_cause(change, own.id, cause); });

  gathered = read([&](db::Tx& tx) { return gather(tx, district); });
  ASSERT_EQ(gathered.proposals.size(), 1U);
  EXPECT_EQ(gathered.proposals[0].items.size(), 1U);
  EXPECT_EQ(gathered.items[0].district_needs, std::vector<RecordId>{own.id});
  // A later report of the same need is still the one that was drawn from.
  send(north);
  gathered = read([&](db::Tx& tx) { return gather(tx, district); });
  EXPECT_EQ(gathered.items[0].district_needs, std::vector<RecordId>{own.id});

  fields.drawn_from = {{report_a.id, RecordId{own.id}}, {own.id, a.id}};
  const auto refused =
      write([&](audit::Change& change) { return create_need(change, std::nullopt, fields); });
  ASSERT_EQ(refused.error().errors.size(), 2U);
  EXPECT_EQ(refused.error().errors[0].pointer, "/drawn_from/0/item_id");
  EXPECT_EQ(refused.error().errors[1].pointer, "/drawn_from/1/report_id");
  expect_indexed();
}

TEST_P(Needs, ListsPageByPageAndByPlace) {
  const auto school = add_school("North");
  for (const auto* title : {"one", "two", "three"}) make(fields_of(title, true), school);
  make(fields_of("own", false));
  const auto titles = [&](const Query& query) {
    std::vector<std::string> found;
    for (const auto& row : read([&](db::Tx& tx) { return needs(tx, district, query); })) {
      found.push_back(row.title);
    }
    return found;
  };
  using Titles = std::vector<std::string>;
  EXPECT_EQ(titles({}), (Titles{"one", "two", "three", "own"}));
  EXPECT_EQ(titles({std::nullopt, true, "", 100}), Titles{"own"});
  EXPECT_EQ(titles({school, false, "", 1}), (Titles{"one", "two"}));
  make_set(school);
  const auto covered = read([&](db::Tx& tx) { return whole_child(tx, district, school); });
  EXPECT_EQ(covered.size(), 10U);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Needs);

}  // namespace
}  // namespace tandem::need
