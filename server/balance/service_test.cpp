#include "balance/service.hpp"

#include <atomic>
#include <barrier>
#include <thread>

#include "action/service.hpp"
#include "org/service.hpp"
#include "testing/database.hpp"

namespace tandem::balance {
namespace {

class Balance : public testing::StoreTest {
 protected:
  RoundDetail open(const std::string& year = "2026-27") {
    return must_write([&](audit::Change& change) {
      return open_round(change, packs, {SchoolYear{year}, Date{"2027-01-31"}, {}, {}});
    });
  }
  RoundDetail round(const RecordId& id) {
    return *read([&](db::Tx& tx) { return round_detail(tx, packs, district, id); });
  }
  TemplateDetail get(const RecordId& id) {
    return *read([&](db::Tx& tx) { return template_detail(tx, packs, district, id); });
  }
  static RecordId of_school(const RoundDetail& detail, const std::optional<SchoolId>& school) {
    for (const auto& each : detail.templates) {
      if (each.school_id == school) return each.id;
    }
    throw std::runtime_error("no template");
  }
  Result<Answer> save(const RecordId& id, const std::string& function, const std::string& field,
                      const std::string& value, std::int64_t expected = 0,
                      const std::optional<PersonId>& person = {}) {
    return write([&](audit::Change& change) {
      return save_answer(change, packs, id, function, field, expected, {{value}, person});
    });
  }
  // Rates every function in place, and one to be created with an action.
  void fill(const RecordId& id, const std::string& to_create, const std::string& action) {
    const auto now = get(id);
    const auto version = [&](const std::string& function, const std::string& field) {
      for (const auto& answer : now.answers) {
        if (answer.function_id == function && answer.field == field) return answer.version;
      }
      return std::int64_t{0};
    };
    const Form form(packs.built_in(), now.kind);
    for (const auto* function : form.rows()) {
      const bool create = function->id == to_create;
      ASSERT_TRUE(save(id, function->id, "status", create ? "create" : "in-place",
                       version(function->id, "status")));
      if (!create) continue;
      ASSERT_TRUE(save(id, function->id, "action", action, version(function->id, "action")));
    }
  }
  Result<TemplateDetail> try_submit(const RecordId& id) {
    const auto version = get(id).version;
    return write([&](audit::Change& change) { return submit(change, packs, id, version, "Here"); });
  }
  TemplateDetail submitted(const RecordId& id) { return *try_submit(id); }
  TemplateDetail returned(const RecordId& id) {
    const auto version = get(id).version;
    return must_write([&](audit::Change& change) {
      return give_back(change, packs, id, version, "More", {{{"needs-building"}, {"Why?"}}});
    });
  }
  TemplateDetail accepted(const RecordId& id) {
    const auto version = get(id).version;
    return must_write(
        [&](audit::Change& change) { return accept(change, packs, id, version, "Good"); });
  }
  TemplateDetail reopened(const RecordId& id) {
    const auto version = get(id).version;
    return must_write(
        [&](audit::Change& change) { return reopen(change, packs, id, version, "Again"); });
  }
  TemplateDetail withdrawn(const RecordId& id) {
    const auto version = get(id).version;
    return must_write([&](audit::Change& change) { return withdraw(change, packs, id, version); });
  }
  std::vector<std::string> action_titles() {
    std::vector<std::string> titles;
    for (const auto& item : read([&](db::Tx& tx) { return action::list(tx, district, {}); })) {
      titles.push_back(item.title);
    }
    return titles;
  }
  Packs packs;
};

using Titles = std::vector<std::string>;

// ---- Rounds ------------------------------------------------------------------------------------

TEST_P(Balance, ARoundHasATemplateForEachOpenSchoolAndTheDistrict) {
  const auto north = add_school("North");
  const auto south = add_school("South");
  add_school("Gone", "closed");
  const auto made = open();
  EXPECT_EQ(made.templates.size(), 3U);
  EXPECT_EQ(made.pack_id, "district-school-toolkit");
  EXPECT_EQ(events.back().topic, "rounds");
  EXPECT_EQ(of_school(made, north), of_school(round(made.id), north));
  EXPECT_NE(of_school(made, south), of_school(made, std::nullopt));
  for (const auto& each : made.templates) {
    EXPECT_EQ(each.progress, (Progress{0, 13}));
    EXPECT_EQ(each.statuses.size(), 13U);
    EXPECT_FALSE(each.statuses[0].status.has_value());
  }
  EXPECT_EQ(write([&](audit::Change& change) {
              return open_round(change, packs, {SchoolYear{"2026-27"}, {}, {}, {}});
            })
                .error()
                .status,
            409);
  const auto other = open("2027-28");
  read([&](db::Tx& tx) {
    EXPECT_EQ(rounds(tx, district).at(0).id, other.id);
    EXPECT_EQ(standing(tx, district)->round.id, other.id);
    EXPECT_EQ(standing(tx, district)->templates.size(), 3U);
    EXPECT_FALSE(standing(tx, new_id<DistrictId>()).has_value());
    EXPECT_EQ(round_detail(tx, packs, new_id<DistrictId>(), made.id).error().status, 404);
  });
  expect_indexed();
}

TEST_P(Balance, OpensOnlyUnderAPackThatIsThere) {
  const auto pointer = [&](const std::optional<std::string>& id,
                           const std::optional<std::string>& version) {
    return write([&](audit::Change& change) {
             return open_round(change, packs, {SchoolYear{"2026-27"}, {}, id, version});
           })
        .error()
        .errors.at(0)
        .pointer;
  };
  EXPECT_EQ(pointer("none", {}), "/pack_id");
  EXPECT_EQ(pointer({}, "9.9.9"), "/pack_version");
  const auto made = must_write([&](audit::Change& change) {
    return open_round(change, packs, {SchoolYear{"2026-27"}, {}, "district-school-toolkit", {}});
  });
  EXPECT_EQ(made.pack_version, packs.built_in()->version);
}

TEST_P(Balance, SchoolsOpenedLaterJoinTheNewestRound) {
  const auto old = open("2025-26");
  const auto made = open();
  const auto late = add_school("Late");
  EXPECT_EQ(round(made.id).templates.size(), 1U);
  const auto replaced = must_write([&](audit::Change& change) {
    return replace_round(change, packs, made.id, 1, {Date{"2027-02-28"}});
  });
  EXPECT_EQ(replaced.version, 2);
  EXPECT_EQ(replaced.due_on->value, "2027-02-28");
  EXPECT_EQ(get(of_school(replaced, late)).state, State::draft);
  const auto later = add_school("Later");
  for (int i = 0; i < 2; ++i) {
    must_write([&](audit::Change& change) -> Result<void> {
      include_school(change, later);
      return {};
    });
  }
  EXPECT_EQ(round(made.id).templates.size(), 3U);
  must_write([&](audit::Change& change) { return replace_round(change, packs, old.id, 1, {}); });
  EXPECT_EQ(round(old.id).templates.size(), 1U);
  EXPECT_EQ(
      write([&](audit::Change& change) { return replace_round(change, packs, made.id, 1, {}); })
          .error()
          .status,
      412);
  expect_indexed();
}

TEST_P(Balance, ASchoolComesWithItsTemplateWhenItOpens) {
  const auto made = open();
  const auto create = [&](const std::string& code, org::SchoolStatus status) {
    return must_write([&](audit::Change& change) {
      return org::create_school(change, {{code}, {"School"}, {}, {}, status, {}, {}, {}});
    });
  };
  const auto first = create("1", org::SchoolStatus::open);
  const auto second = create("2", org::SchoolStatus::closed);
  EXPECT_EQ(round(made.id).templates.size(), 2U);
  auto fields = static_cast<org::SchoolFields>(second);
  fields.status = org::SchoolStatus::open;
  must_write([&](audit::Change& change) {
    return org::replace_school(change, second.school_id(), 1, fields);
  });
  const auto now = round(made.id);
  EXPECT_EQ(now.templates.size(), 3U);
  EXPECT_NE(of_school(now, first.school_id()), of_school(now, second.school_id()));
  expect_indexed();
}

TEST_P(Balance, SchoolsOfARoundThatIsOverAreLeftAlone) {
  const auto made = open("2020-21");
  const auto late = add_school("Late");
  must_write([&](audit::Change& change) -> Result<void> {
    include_school(change, late);
    return {};
  });
  EXPECT_EQ(round(made.id).templates.size(), 1U);
}

TEST_P(Balance, ARoundShowsBuildingsAsSubmittedAndTheDistrictLive) {
  const auto school = add_school("North");
  const auto made = open();
  const auto building = of_school(made, school);
  const auto own = of_school(made, std::nullopt);
  fill(building, "needs-building", "Ask");
  ASSERT_TRUE(save(own, "needs-district", "status", "strengthen"));
  const auto status = [&](const RecordId& id, const std::string& function) {
    for (const auto& each : round(made.id).templates) {
      if (each.id != id) continue;
      for (const auto& entry : each.statuses) {
        if (entry.function_id == function) return entry.status.value_or("none");
      }
    }
    return std::string("not asked");
  };
  EXPECT_EQ(status(building, "needs-building"), "none");
  EXPECT_EQ(status(own, "needs-district"), "strengthen");
  EXPECT_EQ(status(own, "needs-building"), "not asked");
  for (const auto& each : round(made.id).templates) {
    EXPECT_EQ(each.progress.answered, each.kind == Kind::building ? 13 : 0);  // an action lacks
  }
  submitted(building);
  EXPECT_EQ(status(building, "needs-building"), "create");
  returned(building);
  ASSERT_TRUE(save(building, "needs-building", "status", "in-place", 1));
  EXPECT_EQ(status(building, "needs-building"), "create");
  const auto summary = round(made.id).templates.at(0);
  EXPECT_EQ(summary.comments, 1);
  EXPECT_EQ(summary.submissions, 1);
  EXPECT_TRUE(summary.submitted_at.has_value());
  read([&](db::Tx& tx) {
    const auto answers = function_answers(tx, packs, district, made.id, "needs-building");
    ASSERT_EQ(answers->size(), 1U);
    EXPECT_EQ(answers->at(0).school_id, school);
    EXPECT_EQ(answers->at(0).answers.at("action").value.value, "Ask");
    EXPECT_EQ(answers->at(0).answers.at("status").value.value, "create");
    EXPECT_EQ(function_answers(tx, packs, district, made.id, "needs-district").error().status, 404);
  });
  expect_indexed();
}

TEST_P(Balance, ARoundOfFortySchoolsIsReadInAFewQueries) {
  for (int i = 0; i < 40; ++i) add_school("School " + std::to_string(i));
  const auto made = open();
  std::size_t runs = 0;
  statements.clear();
  EXPECT_EQ(round(made.id).templates.size(), 41U);
  runs = statements.size();
  EXPECT_LE(runs, 5U);
}

// ---- Answers -----------------------------------------------------------------------------------

TEST_P(Balance, AnAnswerHasAVersionOfItsOwn) {
  const auto id = of_school(open(), std::nullopt);
  const auto first = save(id, "needs-district", "evidence", "Minutes");
  EXPECT_EQ(first->version, 1);
  EXPECT_EQ(events.at(0).topic, "template:" + id.value);
  EXPECT_EQ(events.at(0).id, "needs-district/evidence");
  EXPECT_EQ(events.at(0).version, 1);
  EXPECT_EQ(save(id, "needs-district", "evidence", "Minutes of May", 1)->version, 2);
  EXPECT_EQ(save(id, "needs-district", "action", "Meet")->version, 1);
  for (const std::int64_t seen : {0, 1, 3}) {
    const auto late = save(id, "needs-district", "evidence", "Mine", seen);
    EXPECT_EQ(late.error().status, 412);
    EXPECT_EQ(late.error().current->at("value").as_string(), "Minutes of May");
    EXPECT_EQ(late.error().current->at("version").as_int64(), 2);
  }
  const auto none = save(id, "needs-district", "due", "2027-01-01", 4);
  EXPECT_EQ(none.error().status, 412);
  EXPECT_EQ(none.error().current->at("version").as_int64(), 0);
  EXPECT_EQ(save(id, "needs-district", "evidence", "Minutes of May", 2)->version, 2);
  EXPECT_TRUE(events.empty());
  EXPECT_EQ(get(id).version, 1);
  expect_indexed();
}

TEST_P(Balance, AnAnswerFitsItsField) {
  const auto id = of_school(open(), std::nullopt);
  EXPECT_EQ(save(id, "needs-building", "status", "in-place").error().status, 404);
  EXPECT_EQ(save(id, "needs-district", "mood", "good").error().status, 404);
  EXPECT_EQ(save(new_id<RecordId>(), "needs-district", "status", "").error().status, 404);
  EXPECT_EQ(save(id, "needs-district", "status", "fine").error().errors.at(0).pointer, "/value");
  const auto stranger = save(id, "needs-district", "owner", "X", 0, new_id<PersonId>());
  EXPECT_EQ(stranger.error().errors.at(0).pointer, "/person_id");
  EXPECT_EQ(save(id, "needs-district", "owner", "Ana", 0, add_person("Ana"))->version, 1);
  expect_indexed();
}

// Many people save the same field at once, each again and again until theirs was taken: each
// version is somebody's, and the history has every text.
TEST_P(Balance, NoTextIsLostAmongManyWriters) {
  const auto id = of_school(open(), std::nullopt);
  constexpr int kWriters = 6;
  constexpr int kEach = 5;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int w = 0; w < kWriters; ++w) {
    threads.emplace_back([&, w] {
      std::int64_t seen = 0;
      for (int i = 0; i < kEach;) {
        const auto result = database->write([&](db::Tx& tx) {
          audit::Change change(tx, district, actor, "saveAnswer");
          return save_answer(change, packs, id, "needs-district", "evidence", seen,
                             {{std::to_string(w) + "/" + std::to_string(i)}, {}});
        });
        if (result) {
          seen = result->version;
          ++i;
        } else {
          EXPECT_EQ(result.error().status, 412);
          seen = result.error().current->at("version").as_int64();
          ++refused;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(get(id).answers.at(0).version, kWriters * kEach);
  read([&](db::Tx& tx) {
    for (int w = 0; w < kWriters; ++w) {
      for (int i = 0; i < kEach; ++i) {
        EXPECT_EQ(tx.number("select count(*) from audit_entry where district_id = :d and "
                            "entity = 'answer' and entity_id = :e and after_json like :t",
                            district, id.value + "/needs-district/evidence",
                            "%\"" + std::to_string(w) + "/" + std::to_string(i) + "\"%"),
                  1);
      }
    }
  });
}

// A save and a submission at the same moment: either the save is in what was submitted, or it is
// refused. Never is something written into a template that is submitted.
TEST_P(Balance, ASubmissionHoldsAllThatWasSaved) {
  const auto school = add_school("North");
  const auto id = of_school(open(), school);
  fill(id, "needs-building", "Ask");
  for (int attempt = 0; attempt < 8; ++attempt) {
    const auto before = get(id);
    std::int64_t seen = 0;
    for (const auto& answer : before.answers) {
      if (answer.function_id == "goals-building" && answer.field == "evidence")
        seen = answer.version;
    }
    const auto text = "attempt " + std::to_string(attempt);
    std::barrier start(2);
    bool saved = false;
    std::thread writer([&] {
      start.arrive_and_wait();
      const auto result = database->write([&](db::Tx& tx) {
        audit::Change change(tx, district, actor, "saveAnswer");
        return save_answer(change, packs, id, "goals-building", "evidence", seen, {{text}, {}});
      });
      saved = result.has_value();
      if (!saved) {
        EXPECT_EQ(result.error().status, 409);
      }
    });
    start.arrive_and_wait();
    const auto sent = database->write([&](db::Tx& tx) {
      audit::Change change(tx, district, actor, "submitTemplate");
      return submit(change, packs, id, before.version, "");
    });
    writer.join();
    ASSERT_TRUE(sent.has_value());
    const auto number = sent->submissions;
    const auto kept = read([&](db::Tx& tx) { return submission(tx, district, id, number); });
    const auto sheet = sheet_of(kept->answers);
    const auto live = sheet_of(get(id).answers);
    EXPECT_EQ(sheet.at("goals-building").count("evidence"),
              live.at("goals-building").count("evidence"));
    if (saved) {
      EXPECT_EQ(sheet.at("goals-building").at("evidence").value.value, text);
    }
    withdrawn(id);
  }
}

// ---- States ------------------------------------------------------------------------------------

TEST_P(Balance, AnIncompleteTemplateIsNotSubmitted) {
  const auto id = of_school(open(), add_school("North"));
  const auto refused = try_submit(id);
  EXPECT_EQ(refused.error().status, 422);
  EXPECT_EQ(refused.error().errors.size(), 13U);
  fill(id, "needs-building", "");
  EXPECT_EQ(try_submit(id).error().errors.at(0).pointer, "/functions/needs-building/action");
  ASSERT_TRUE(save(id, "needs-building", "action", "Ask", 1));
  const auto done = submitted(id);
  EXPECT_EQ(done.state, State::submitted);
  EXPECT_EQ(done.version, 2);
  EXPECT_EQ(done.history.at(0).note, "Here");
  EXPECT_EQ(events.at(0).topic, "template:" + id.value);
  EXPECT_EQ(events.at(1).topic, "rounds");
  EXPECT_EQ(save(id, "needs-building", "action", "More", 2).error().status, 409);
  const auto late = write([&](audit::Change& change) { return submit(change, packs, id, 1, ""); });
  EXPECT_EQ(late.error().status, 412);
  EXPECT_EQ(late.error().current->at("state").as_string(), "submitted");
  EXPECT_EQ(try_submit(id).error().status, 409);
}

TEST_P(Balance, NothingIsLostOnTheWayThroughReturnAndReopening) {
  const auto id = of_school(open(), add_school("North"));
  fill(id, "needs-building", "First");
  submitted(id);
  const auto back = returned(id);
  EXPECT_EQ(back.state, State::returned);
  EXPECT_EQ(back.history.at(0).decision, Decision::returned);
  EXPECT_EQ(back.history.at(0).message, "More");
  EXPECT_EQ(back.history.at(0).decided_by, actor.name);
  EXPECT_EQ(back.comments.at(0).submission, 1);
  EXPECT_EQ(back.comments.at(0).function_id, "needs-building");
  EXPECT_EQ(back.answers.size(), 14U);
  EXPECT_TRUE(action_titles().empty());
  ASSERT_TRUE(save(id, "needs-building", "action", "Second", 1));
  submitted(id);
  EXPECT_EQ(withdrawn(id).state, State::returned);
  submitted(id);
  EXPECT_EQ(accepted(id).state, State::accepted);
  EXPECT_EQ(action_titles(), Titles{"Second"});
  EXPECT_EQ(reopened(id).state, State::returned);
  EXPECT_EQ(get(id).comments.back().body, "Again");
  ASSERT_TRUE(save(id, "needs-building", "action", "Third", 2));
  EXPECT_EQ(action_titles(), Titles{"Second"});
  submitted(id);
  const auto done = accepted(id);
  EXPECT_EQ(action_titles(), Titles{"Third"});
  EXPECT_EQ(done.submissions, 4);
  EXPECT_EQ(done.history.at(2).decision, Decision::accepted);
  EXPECT_EQ(done.history.at(2).message, "Good");
  for (const auto& [number, text] :
       {std::pair{1, "First"}, {2, "Second"}, {3, "Second"}, {4, "Third"}}) {
    const auto kept = read([&, n = number](db::Tx& tx) { return submission(tx, district, id, n); });
    EXPECT_EQ(sheet_of(kept->answers).at("needs-building").at("action").value.value, text);
  }
  EXPECT_EQ(read([&](db::Tx& tx) { return submission(tx, district, id, 5); }).error().status, 404);
  expect_indexed();
}

TEST_P(Balance, AcceptingAgainLeavesAnEditedActionItem) {
  const auto school = add_school("North");
  const auto id = of_school(open(), school);
  fill(id, "needs-building", "Ask");
  submitted(id);
  accepted(id);
  const auto item = read([&](db::Tx& tx) { return action::list(tx, district, {}); }).at(0);
  EXPECT_EQ(item.school_id, school);
  EXPECT_EQ(item.origin_id, id);
  EXPECT_EQ(item.origin_key, "needs-building");
  auto mine = static_cast<action::ActionItemFields>(item);
  mine.status = action::Status::doing;
  must_write([&](audit::Change& change) { return action::replace(change, item.id, 1, mine); });
  reopened(id);
  ASSERT_TRUE(save(id, "needs-building", "action", "Ask more", 1));
  ASSERT_TRUE(save(id, "goals-building", "status", "create", 1));
  ASSERT_TRUE(save(id, "goals-building", "action", "Agree"));
  submitted(id);
  accepted(id);
  EXPECT_EQ(action_titles(), (Titles{"Ask", "Agree"}));
}

TEST_P(Balance, TheDistrictCompletesAndReopensItsOwn) {
  const auto id = of_school(open(), std::nullopt);
  fill(id, "needs-district", "Look");
  const auto done = submitted(id);
  EXPECT_EQ(done.state, State::completed);
  EXPECT_EQ(action_titles(), Titles{"Look"});
  const auto item = read([&](db::Tx& tx) { return action::list(tx, district, {}); }).at(0);
  EXPECT_FALSE(item.school_id.has_value());
  for (const auto& refused :
       {write([&](audit::Change& c) { return accept(c, packs, id, done.version, ""); }),
        write([&](audit::Change& c) { return withdraw(c, packs, id, done.version); })}) {
    EXPECT_EQ(refused.error().status, 409);
  }
  EXPECT_EQ(reopened(id).state, State::draft);
  ASSERT_TRUE(save(id, "needs-district", "status", "in-place", 1));
  EXPECT_EQ(submitted(id).state, State::completed);
  EXPECT_TRUE(action_titles().empty());
}

TEST_P(Balance, ReturnsNameOnlyFunctionsOfTheTemplate) {
  const auto id = of_school(open(), add_school("North"));
  fill(id, "needs-building", "Ask");
  const auto version = submitted(id).version;
  const auto refused = write([&](audit::Change& change) {
    return give_back(change, packs, id, version, "More", {{{"needs-district"}, {"?"}}});
  });
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/comments/0/function_id");
  EXPECT_EQ(get(id).state, State::submitted);
}

TEST_P(Balance, CommentsAreKeptWithTheSubmissionTheyAreAbout) {
  const auto id = of_school(open(), add_school("North"));
  const auto comment = [&](const std::optional<std::string>& function) {
    return write(
        [&](audit::Change& change) { return add_comment(change, packs, id, function, "How?"); });
  };
  EXPECT_EQ(comment(std::nullopt)->submission, 0);
  EXPECT_EQ(comment("needs-district").error().errors.at(0).pointer, "/function_id");
  fill(id, "needs-building", "Ask");
  submitted(id);
  EXPECT_EQ(comment("needs-building")->submission, 1);
  EXPECT_EQ(events.at(0).entity, "comment");
  EXPECT_EQ(get(id).comments.size(), 2U);
  EXPECT_EQ(get(id).comments.at(1).person_name, actor.name);
  EXPECT_EQ(write([&](audit::Change& change) {
              return add_comment(change, packs, new_id<RecordId>(), {}, "?");
            })
                .error()
                .status,
            404);
}

INSTANTIATE_STORE_TEST(Balance);

}  // namespace
}  // namespace tandem::balance
