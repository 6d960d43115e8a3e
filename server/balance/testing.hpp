// What the tests of templates share: a round, its templates, and the steps they take.
#pragma once

#include "action/service.hpp"
#include "balance/service.hpp"
#include "testing/database.hpp"

namespace tandem::balance {

class BalanceTest : public testing::StoreTest {
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

}  // namespace tandem::balance
