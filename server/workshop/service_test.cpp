#include "workshop/service.hpp"

#include <thread>

#include "continuum/continuum.hpp"
#include "identity/seat.hpp"
#include "testing/database.hpp"
#include "workshop/minutes.hpp"
#include "workshop/survey.hpp"

namespace tandem::workshop {
namespace {

class Workshops : public testing::StoreTest {
 protected:
  static AgendaStep step(const std::string& id, StepKind kind, By by = By::seat) {
    return {{id}, {}, {}, kind, {"Step " + id}, {5}, {{"What now?"}}, by};
  }
  static WorkshopFields fields(bool anonymous = false) {
    WorkshopFields fields;
    fields.title.value = "Where do we stand?";
    fields.anonymous = anonymous;
    fields.smallest_group.value = 3;
    fields.groups = {{{"oak"}, {"Oak"}}, {{"elm"}, {"Elm"}}};
    fields.agenda = {step("gather", StepKind::gather), step("pick", StepKind::pick),
                     step("rate", StepKind::rate), step("sort", StepKind::sort, By::group),
                     step("talk", StepKind::discuss)};
    return fields;
  }
  Workshop plan(const WorkshopFields& wanted) {
    return must_write([&](audit::Change& change) { return create(change, packs, {}, wanted); });
  }
  Workshop running(bool anonymous = false) {
    const auto workshop = plan(fields(anonymous));
    lead_on(workshop.id, Command::start);
    return workshop;
  }
  Stage lead_on(const RecordId& id, Command command, const std::string& to = "") {
    ControlFields control_fields;
    control_fields.command = command;
    if (!to.empty()) control_fields.step = Text<0, 60>{to};
    const auto version = read([&](db::Tx& tx) { return room_row(tx, district, id).version; });
    return must_write(
        [&](audit::Change& change) { return control(change, packs, id, version, control_fields); });
  }
  TakenSeat sit(const RecordId& id, Side side = Side::school, const std::string& group = "oak",
                const std::optional<PersonId>& person = {}) {
    SeatFields seat;
    seat.side = side;
    seat.role = SeatRole::instructional;
    seat.group_id.value = group;
    return must_write([&](audit::Change& change) { return take_seat(change, id, seat, person); });
  }
  Result<Answer> say(const RecordId& id, const TakenSeat& seat, const std::string& at,
                     const std::string& subject, const std::string& value,
                     std::int64_t expected = 0, const std::string& text = "") {
    return write([&](audit::Change& change) {
      return save_answer(change, packs, id, seat.seat.id, at, subject, expected,
                         {{value}, {text}, {}});
    });
  }
  Room look(const RecordId& id, const std::optional<RecordId>& seat = {}) {
    return *read([&](db::Tx& tx) { return room(tx, district, id, seat); });
  }
  std::vector<json::object> log_of(const RecordId& id) {
    std::vector<json::object> log;
    for (const auto& each :
         read([&](db::Tx& tx) { return events_after(tx, district, id, 0, 10'000); })) {
      log.push_back(boost::json::parse(each.body).as_object());
    }
    return log;
  }
  std::int64_t rows(const std::string& table, const std::string& where) {
    return read([&](db::Tx& tx) {
      return tx.number("select count(*) from " + table + " where district_id = :d and " + where,
                       district);
    });
  }

  toolkit::Packs packs;
};

TEST_P(Workshops, NumberTheirEventsWithoutGapsWhateverHappens) {
  const auto workshop = running();
  const auto first = sit(workshop.id);
  const auto second = sit(workshop.id);
  lead_on(workshop.id, Command::go, "rate");
  ASSERT_TRUE(say(workshop.id, first, "rate", "vision", "developing"));
  EXPECT_EQ(say(workshop.id, first, "rate", "vision", "evolving", 0).error().status, 412);
  EXPECT_EQ(say(workshop.id, first, "rate", "lunch", "evolving").error().status, 404);
  ASSERT_TRUE(say(workshop.id, first, "rate", "vision", "evolving", 1));
  ASSERT_TRUE(say(workshop.id, second, "rate", "vision", "beginning"));
  const auto log = log_of(workshop.id);
  for (std::size_t i = 0; i < log.size(); ++i) {
    EXPECT_EQ(log[i].at("seq").as_int64(), static_cast<std::int64_t>(i + 1));
  }
  const auto now = look(workshop.id, first.seat.id);
  EXPECT_EQ(now.seq, static_cast<std::int64_t>(log.size()));
  ASSERT_EQ(now.answered.size(), 1U);
  EXPECT_EQ(now.answered[0].count, 2);
  ASSERT_EQ(now.mine.size(), 1U);
  EXPECT_EQ(now.mine[0].value.value, "evolving");
  EXPECT_EQ(now.mine[0].version, 2);
  expect_indexed();
}

TEST_P(Workshops, ManyAtOnceLoseNothing) {
  const auto workshop = running();
  lead_on(workshop.id, Command::go, "rate");
  std::vector<TakenSeat> seats;
  for (int i = 0; i < 8; ++i) seats.push_back(sit(workshop.id));
  std::vector<std::thread> threads;
  std::atomic<int> failed = 0;
  for (const auto& seat : seats) {
    threads.emplace_back([&] {
      for (const auto* row : {"vision", "policies"}) {
        const auto result = database->write([&](db::Tx& tx) {
          audit::Change change(tx, district, {}, "test");
          return save_answer(change, packs, workshop.id, seat.seat.id, "rate", row, 0,
                             {{"evolving"}, {}, {}});
        });
        if (!result) ++failed;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failed, 0);
  const auto log = log_of(workshop.id);
  EXPECT_EQ(log.size(), 2U + 8U + 16U);
  EXPECT_EQ(log.back().at("seq").as_int64(), 26);
  EXPECT_EQ(look(workshop.id).answered.size(), 2U);
}

TEST_P(Workshops, AnonymousMeansAnonymous) {
  const auto workshop = running(true);
  lead_on(workshop.id, Command::go, "rate");
  const auto person = add_person("Ana Ruiz");
  const auto seat = sit(workshop.id, Side::school, "oak", person);
  EXPECT_FALSE(seat.seat.signed_in);
  ASSERT_TRUE(say(workshop.id, seat, "rate", "vision", "developing", 0, "We know."));
  lead_on(workshop.id, Command::go, "gather");
  const auto note = must_write([&](audit::Change& change) {
    return post_note(change, workshop.id, seat.seat.id,
                     {{"gather"}, {"incomplete-data"}, NoteKind::example, {"Three lists."}});
  });
  EXPECT_FALSE(note.seat_id);
  for (const auto& event : log_of(workshop.id)) {
    if (event.at("kind") != "answered") continue;
    EXPECT_TRUE(event.at("seat_id").is_null());
  }
  for (const auto& each : look(workshop.id).answered) EXPECT_TRUE(each.seats.empty());
  EXPECT_EQ(rows("workshop_seat", "person_id is not null"), 0);
  EXPECT_EQ(rows("audit_entry", "person_id = '" + person.value + "'"), 0);
}

TEST_P(Workshops, HideAnswersUntilTheReveal) {
  const auto workshop = running();
  lead_on(workshop.id, Command::go, "rate");
  const auto seat = sit(workshop.id);
  const auto other = sit(workshop.id);
  ASSERT_TRUE(say(workshop.id, seat, "rate", "vision", "developing", 0, "Secret words."));
  const auto asked = [&](bool for_seat) {
    return read(
        [&](db::Tx& tx) { return results(tx, packs, district, workshop.id, "rate", for_seat); });
  };
  EXPECT_EQ(asked(true).error().status, 409);
  for (const auto& event : log_of(workshop.id)) {
    const auto text = boost::json::serialize(event);
    EXPECT_EQ(text.find("Secret"), std::string::npos);
    if (event.at("kind") != "answered") continue;
    EXPECT_EQ(text.find("developing"), std::string::npos);
  }
  EXPECT_TRUE(look(workshop.id, other.seat.id).mine.empty());
  EXPECT_EQ(rows("audit_entry", "after_json like '%Secret%'"), 0);
  lead_on(workshop.id, Command::reveal);
  EXPECT_EQ(asked(true)->rows[0].answers, 1);
  EXPECT_EQ(say(workshop.id, other, "rate", "vision", "evolving").error().status, 409);
}

TEST_P(Workshops, AGroupHasOneAnswer) {
  const auto workshop = running();
  lead_on(workshop.id, Command::go, "sort");
  const auto one = sit(workshop.id);
  const auto two = sit(workshop.id);
  const auto nowhere = sit(workshop.id, Side::district, "");
  ASSERT_TRUE(say(workshop.id, one, "sort", "team-building", "building"));
  EXPECT_EQ(say(workshop.id, two, "sort", "team-building", "district").error().status, 412);
  ASSERT_TRUE(say(workshop.id, two, "sort", "team-building", "district", 1));
  EXPECT_EQ(say(workshop.id, nowhere, "sort", "team-building", "district").error().status, 409);
  EXPECT_EQ(look(workshop.id, one.seat.id).mine.at(0).value.value, "district");
  EXPECT_TRUE(look(workshop.id, nowhere.seat.id).mine.empty());
}

TEST_P(Workshops, NotesAreVotedMovedAndMerged) {
  const auto workshop = running();
  const auto seat = sit(workshop.id);
  const auto other = sit(workshop.id);
  const auto post = [&](const TakenSeat& by, const std::string& text) {
    return must_write([&](audit::Change& change) {
      return post_note(change, workshop.id, by.seat.id,
                       {{"gather"}, {"incomplete-data"}, NoteKind::example, {text}});
    });
  };
  const auto first = post(seat, "Three lists.");
  const auto second = post(other, "Lists, three.");
  for (int i = 0; i < 2; ++i) {
    must_write([&](audit::Change& change) {
      return vote(change, workshop.id, seat.seat.id, first.id, true);
    });
  }
  EXPECT_EQ(look(workshop.id, seat.seat.id).notes.at(0).votes, 1);
  EXPECT_EQ(look(workshop.id, seat.seat.id).voted, std::vector{first.id});
  const auto foreign = write([&](audit::Change& change) {
    return edit_note(change, workshop.id, other.seat.id, first.id, 1, {{"Mine now."}});
  });
  EXPECT_EQ(foreign.error().status, 403);
  const auto merged = must_write([&](audit::Change& change) {
    return merge_note(change, workshop.id, second.id, 1, {first.id});
  });
  EXPECT_EQ(merged.merged_into, first.id);
  const auto circle = write([&](audit::Change& change) {
    return merge_note(change, workshop.id, first.id, 1, {second.id});
  });
  EXPECT_EQ(circle.error().status, 422);
  const auto moved = must_write([&](audit::Change& change) {
    return move_note(change, packs, workshop.id, first.id, 1,
                     {{"inconsistent-monitoring"}, {{"why-shift"}}});
  });
  EXPECT_EQ(moved.outcomes.size(), 1U);
  expect_indexed();
}

TEST_P(Workshops, TwoFacilitatorsCannotFightInSilence) {
  const auto workshop = running();
  const auto seen = look(workshop.id).stage.version;
  lead_on(workshop.id, Command::go, "rate");
  ControlFields late;
  late.command = Command::lock;
  const auto refused =
      write([&](audit::Change& change) { return control(change, packs, workshop.id, seen, late); });
  ASSERT_FALSE(refused);
  const auto problem = refused.error();
  EXPECT_EQ(problem.status, 412);
  EXPECT_EQ(problem.current->at("step"), "rate");
}

TEST_P(Workshops, LeaveMinutesAndAPlaceOnTheContinuum) {
  const auto workshop = running();
  lead_on(workshop.id, Command::go, "rate");
  for (int i = 0; i < 4; ++i) {
    const auto seat = sit(workshop.id, Side::school);
    ASSERT_TRUE(say(workshop.id, seat, "rate", "vision", "developing", 0, "Posters."));
    const auto theirs = sit(workshop.id, Side::district);
    ASSERT_TRUE(say(workshop.id, theirs, "rate", "vision", "accomplished"));
  }
  must_write([&](audit::Change& change) {
    return set_consensus(change, packs, workshop.id, "vision", 0,
                         {{}, {"Schools see posters, the district its website."}, {"evolving"}});
  });
  must_write([&](audit::Change& change) {
    WorkshopActionFields item;
    item.title.value = "Say the vision at every staff meeting";
    item.owner_name.value = "Principals";
    return create_action(change, packs, workshop.id, item);
  });
  EXPECT_EQ(write([&](audit::Change& change) { return write_minutes(change, packs, workshop.id); })
                .error()
                .status,
            409);
  lead_on(workshop.id, Command::end);
  const auto minutes =
      must_write([&](audit::Change& change) { return write_minutes(change, packs, workshop.id); });
  // The program's words in another language, people's as they are.
  const auto arabic = must_write([&](audit::Change& change) {
    return write_minutes(change, packs, workshop.id, Language::ar);
  });
  EXPECT_EQ(arabic.language, Language::ar);
  EXPECT_EQ(arabic.sections.at(0).title.value, words_in(Language::ar).about);
  EXPECT_NE(arabic.sections.at(2).text.value.find("Posters."), std::string::npos);
  must_write([&](audit::Change& change) { return write_minutes(change, packs, workshop.id); });
  std::string all;
  for (const auto& section : minutes.sections) all += section.text.value + "\n";
  for (const auto* expected :
       {"People who joined: 8", "School: 4", "no consensus", "Dissent: Schools see posters",
        "Say the vision at every staff meeting \u2013 Principals", "Posters."}) {
    EXPECT_NE(all.find(expected), std::string::npos) << expected << "\n" << all;
  }
  const auto token =
      must_write([&](audit::Change& change) { return share_minutes(change, workshop.id); });
  const auto shared = read([&](db::Tx& tx) { return shared_document(tx, token); });
  ASSERT_TRUE(shared);
  EXPECT_NE(html_of(*shared, "", "").find("Posters."), std::string::npos);
  must_write([&](audit::Change& change) { return unshare_minutes(change, workshop.id); });
  EXPECT_FALSE(read([&](db::Tx& tx) { return shared_document(tx, token); }));

  const auto continuum =
      read([&](db::Tx& tx) { return continuum::continuum_of(tx, packs, district); });
  ASSERT_EQ(continuum.sessions.size(), 1U);
  const auto& row = continuum.sessions[0].rows.at(0);
  EXPECT_EQ(row.desired, "evolving");
  EXPECT_EQ(*row.district_median, 4);
  EXPECT_EQ(*row.school_median, 2);
  expect_indexed();
}

TEST_P(Workshops, KeepWhatPeopleSaidWhenThePlanChanges) {
  const auto workshop = running();
  lead_on(workshop.id, Command::go, "rate");
  ASSERT_TRUE(say(workshop.id, sit(workshop.id), "rate", "vision", "developing"));
  const auto now = look(workshop.id).workshop;
  const auto try_without = [&](auto&& change_fields) {
    WorkshopFields changed = now;
    change_fields(changed);
    return write([&](audit::Change& change) {
      return replace(change, packs, workshop.id, now.version, changed);
    });
  };
  EXPECT_EQ(try_without([](auto& f) { f.agenda.erase(f.agenda.begin() + 2); }).error().status, 409);
  EXPECT_EQ(try_without([](auto& f) { f.groups.clear(); }).error().status, 409);
  EXPECT_EQ(try_without([](auto& f) { f.anonymous = true; }).error().status, 409);
  EXPECT_TRUE(try_without([](auto& f) { f.agenda.pop_back(); }));
  EXPECT_EQ(
      write([&](audit::Change& change) { return remove(change, workshop.id, now.version + 1); })
          .error()
          .status,
      409);
}

TEST_P(Workshops, AreFoundByTheirCodeUntilTheyEnd) {
  const auto workshop = running();
  const auto found = [&] {
    return read([&](db::Tx& tx) { return find_by_code(tx, lower(workshop.code)); });
  };
  ASSERT_TRUE(found());
  EXPECT_EQ(found()->workshop, workshop.id);
  const auto seat = sit(workshop.id);
  EXPECT_TRUE(read([&](db::Tx& tx) { return identity::find_seat(tx, district, seat.token); }));
  must_write([&](audit::Change& change) { return leave(change, workshop.id, seat.seat.id); });
  EXPECT_FALSE(read([&](db::Tx& tx) { return identity::find_seat(tx, district, seat.token); }));
  lead_on(workshop.id, Command::end);
  EXPECT_FALSE(found());
  expect_indexed();
}

TEST_P(Workshops, PeopleAreSpreadOverTheGroups) {
  const auto workshop = running();
  for (int i = 0; i < 7; ++i) sit(workshop.id, i % 2 == 0 ? Side::school : Side::district, "");
  const auto seats = must_write([&](audit::Change& change) {
    return arrange(change, workshop.id, {Arranging::shuffle, {}});
  });
  const auto oak = std::count_if(seats.begin(), seats.end(),
                                 [](const Seat& seat) { return seat.group_id.value == "oak"; });
  EXPECT_TRUE(oak == 3 || oak == 4);
  EXPECT_EQ(look(workshop.id).seats.at(0).version, 2);
}

TEST_P(Workshops, SurveysEndByThemselvesAndReachTheContinuum) {
  auto wanted = fields();
  wanted.mode = Mode::survey;
  wanted.closes_at = Timestamp{"2026-11-20T12:00:00.000Z"};
  wanted.agenda = {step("rate", StepKind::rate)};
  const auto workshop = plan(wanted);
  lead_on(workshop.id, Command::start);
  const Timestamp before{"2026-11-20T11:59:59.000Z"};
  const Timestamp after{"2026-11-20T12:00:00.000Z"};
  const auto seat = sit(workshop.id, Side::school, "oak", actor.id);
  // What a phone has sent before the closing time, written here without the clock.
  must_write([&](audit::Change& change) {
    audit::Change then(change.tx, district, {}, "test", before);
    return save_answer(then, packs, workshop.id, seat.seat.id, "rate", "vision", 0,
                       {{"developing"}, {}, {}});
  });
  std::vector<audit::Event> told;
  const auto end = [&](const Timestamp& now) {
    return end_due_surveys(*database, packs, now, [&](const auto& published) { told = published; });
  };
  EXPECT_EQ(end(before), 0U);
  EXPECT_EQ(look(workshop.id).stage.state, State::survey);
  EXPECT_EQ(end(after), 1U);
  EXPECT_EQ(end(after), 0U);
  EXPECT_EQ(look(workshop.id).workshop.state, State::ended);
  EXPECT_EQ(told.empty(), database->backend() == db::Backend::postgresql);
  const auto continuum =
      read([&](db::Tx& tx) { return continuum::continuum_of(tx, packs, district); });
  ASSERT_EQ(continuum.sessions.size(), 1U);
  EXPECT_EQ(continuum.sessions[0].people, 1);
  // Whoever changed the plan last has decided on it, and the history says so.
  EXPECT_EQ(rows("audit_entry", "operation = 'endDueSurvey' and entity = 'workshop'"), 1);
  ControlFields again;
  again.command = Command::reopen;
  const auto version =
      read([&](db::Tx& tx) { return room_row(tx, district, workshop.id).version; });
  EXPECT_EQ(write([&](audit::Change& change) {
              return control(change, packs, workshop.id, version, again);
            })
                .error()
                .status,
            409);
  expect_indexed();
}

TEST_P(Workshops, SurveysWaitForWhoHasNotAnsweredThem) {
  auto wanted = fields();
  wanted.mode = Mode::survey;
  wanted.closes_at = Timestamp::now().plus(std::chrono::hours(24));
  wanted.agenda = {step("rate", StepKind::rate)};
  const auto named = plan(wanted);
  wanted.anonymous = true;
  const auto anonymous = plan(wanted);
  const auto waiting = [&] {
    std::set<RecordId> ids;
    for (const auto& each : read([&](db::Tx& tx) {
           return unanswered_surveys(tx, district, actor.id, Timestamp::now(), 50);
         })) {
      ids.insert(each.id);
    }
    return ids;
  };
  EXPECT_TRUE(waiting().empty());
  lead_on(named.id, Command::start);
  lead_on(anonymous.id, Command::start);
  EXPECT_EQ(waiting(), (std::set<RecordId>{named.id, anonymous.id}));
  for (const auto& id : {named.id, anonymous.id}) {
    const auto seat = sit(id, Side::school, "oak", actor.id);
    EXPECT_EQ(waiting().count(id), 1U) << "joined is not answered";
    ASSERT_TRUE(say(id, seat, "rate", "vision", "developing"));
  }
  EXPECT_EQ(waiting(), (std::set<RecordId>{anonymous.id})) << "nobody can know who has answered";
  const auto told = *read([&](db::Tx& tx) { return reminder(tx, district, named.id); });
  EXPECT_EQ(told.joined, 1);
  EXPECT_EQ(told.answered, 1);
  expect_indexed();
}

TEST_P(Workshops, LeadingIsInTheHistoryAndAnsweringIsNot) {
  const auto workshop = running();
  lead_on(workshop.id, Command::go, "rate");
  const auto entries = rows("audit_entry", "entity = 'room'");
  EXPECT_EQ(entries, 2);  // begun at the first step, gone to another
  const auto seat = sit(workshop.id);
  const auto all = rows("audit_entry", "1 = 1");
  ASSERT_TRUE(say(workshop.id, seat, "rate", "vision", "developing"));
  must_write([&](audit::Change& change) {
    return post_note(change, workshop.id, seat.seat.id,
                     {{"gather"}, {"incomplete-data"}, NoteKind::example, {"Seen"}});
  });
  EXPECT_EQ(rows("audit_entry", "1 = 1"), all);
  lead_on(workshop.id, Command::reveal);
  EXPECT_EQ(rows("audit_entry", "entity = 'room'"), entries + 1);
}

TEST_P(Workshops, FilesGoWithTheWorkshop) {
  const auto workshop = running();
  lead_on(workshop.id, Command::go, "rate");
  const auto seat = sit(workshop.id);
  ASSERT_TRUE(say(workshop.id, seat, "rate", "vision", "developing"));
  const auto file = must_write([&](audit::Change& change) {
    return add_file(change, packs, workshop.id, seat.seat.id, "rate", "vision",
                    {{"seen.txt"}, {"U2Vlbg=="}});
  });
  EXPECT_EQ(look(workshop.id, seat.seat.id).files.size(), 1U);
  EXPECT_EQ(look(workshop.id).files.size(), 0U);
  const auto content = *read(
      [&](db::Tx& tx) { return file_content(tx, district, workshop.id, std::nullopt, file.id); });
  EXPECT_EQ(content.content, "Seen");
  must_write([&](audit::Change& change) -> Result<void> {
    forget_files(change, workshop.id);
    return {};
  });
  EXPECT_EQ(rows("workshop_file", "1 = 1") + rows("workshop_file_content", "1 = 1"), 0);
  expect_indexed();
}

INSTANTIATE_STORE_TEST(Workshops);

}  // namespace
}  // namespace tandem::workshop
