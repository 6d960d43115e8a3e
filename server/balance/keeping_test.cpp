// Nobody's text is ever lost: whatever people do to a template in whatever order, what was
// submitted stays as it was, and every text that was saved is still to be found.
#include <rapidcheck.h>

#include "audit/entry.hpp"
#include "balance/service.hpp"
#include "testing/database.hpp"

namespace tandem::balance {
namespace {

class Keeping : public testing::StoreTest {
 protected:
  Packs packs;
};

// What the template has to be like after each step, kept by the test itself.
struct Model {
  State state = State::draft;
  std::int64_t version = 1;
  std::map<std::string, std::int64_t> versions;  // of each function's action
  std::map<std::string, std::string> live;
  std::vector<std::map<std::string, std::string>> submitted;
  std::vector<std::string> written;  // every text that was ever saved
};

TEST_P(Keeping, WhateverPeopleDo) {
  const auto school = add_school("North");
  constexpr int kRounds = 30;  // each is some thirty durable writes
  int round = 0;
  const auto holds = rc::check("no text is lost", [&] {
    if (round >= kRounds) return;
    const auto opened = must_write([&](audit::Change& change) {
      ++round;
      return open_round(change, packs, {SchoolYear{std::to_string(round)}, {}, {}, {}});
    });
    const auto id = opened.templates.at(0).id;
    ASSERT_EQ(opened.templates.at(0).school_id, school);
    const Form form(packs.built_in(), Kind::building);
    Model model;
    const auto save = [&](std::size_t at, const std::string& text) {
      const auto& function = form.rows().at(at)->id;
      const auto result = write([&](audit::Change& change) {
        return save_answer(change, packs, id, function, "action", model.versions[function],
                           {{text}, {}});
      });
      RC_ASSERT(result.has_value() == can_be_edited(model.state));
      if (!result) {
        RC_ASSERT(result.error().status == 409);
        return;
      }
      model.versions[function] = result->version;
      model.live[function] = text;
      model.written.push_back(text);
    };
    int count = 0;
    const auto text = [&] { return id.value + " " + std::to_string(++count); };
    must_write([&](audit::Change& change) -> Result<void> {
      for (const auto* function : form.rows()) {
        const auto put = [&](const std::string& field, const std::string& value) {
          return save_answer(change, packs, id, function->id, field, 0, {{value}, {}}).has_value();
        };
        model.versions[function->id] = 1;
        model.live[function->id] = text();
        model.written.push_back(model.live[function->id]);
        RC_ASSERT(put("status", "create") && put("action", model.live[function->id]));
      }
      return {};
    });
    const auto steps =
        *rc::gen::resize(15, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8)));
    for (const int step : steps) {
      if (step < 3) {
        save(*rc::gen::inRange<std::size_t>(0, form.rows().size()), text());
        continue;
      }
      const auto result = write([&](audit::Change& change) -> Result<TemplateDetail> {
        switch (step) {
          case 3:
            return submit(change, packs, id, model.version, "note");
          case 4:
            return withdraw(change, packs, id, model.version);
          case 5:
            return give_back(change, packs, id, model.version, "more", {});
          case 6:
            return accept(change, packs, id, model.version, "");
          default:
            return reopen(change, packs, id, model.version, "again");
        }
      });
      if (!result) {
        RC_ASSERT(result.error().status == 409);
        continue;
      }
      if (step == 3) model.submitted.push_back(model.live);
      RC_ASSERT(result->version == model.version + 1);
      model.version = result->version;
      model.state = result->state;
      RC_ASSERT(result->submissions == static_cast<std::int64_t>(model.submitted.size()));
    }
    read([&](db::Tx& tx) {
      const auto now = template_detail(tx, packs, district, id);
      for (const auto& answer : now->answers) {
        if (answer.field == "action") RC_ASSERT(answer.value == model.live.at(answer.function_id));
      }
      for (std::size_t i = 0; i < model.submitted.size(); ++i) {
        const auto kept = submission(tx, district, id, static_cast<std::int64_t>(i) + 1);
        const auto sheet = sheet_of(kept->answers);
        for (const auto& [function, value] : model.submitted[i]) {
          RC_ASSERT(sheet.at(function).at("action").value.value == value);
        }
      }
      std::string told;
      for (const auto& entry : tx.rows_of<audit::Entry>(
               district, "and entity = 'answer' and entity_id like :id", id.value + "/%/action")) {
        told += entry.after_json.value_or("");
      }
      for (const auto& written : model.written) {
        RC_ASSERT(told.find('"' + written + '"') != std::string::npos);
      }
    });
  });
  EXPECT_TRUE(holds);
}

INSTANTIATE_STORE_TEST(Keeping);

}  // namespace
}  // namespace tandem::balance
