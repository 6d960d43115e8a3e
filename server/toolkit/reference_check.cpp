#include <algorithm>
#include <set>

#include "toolkit/check.hpp"

namespace tandem::toolkit {
namespace {

using Names = std::set<std::string, std::less<>>;

std::string text_of(const json::value& v) { return std::string(v.as_string()); }

// What is wrong between the parts of a document whose shape is right.
class References {
 public:
  explicit References(const json::value& document) : document_(document.as_object()) {}

  std::vector<FieldError> faults() {
    for (const auto* list : {"outcomes", "consequences", "readings"}) ids_of(document_, list, "");
    sections_ = ids_of(document_, "sections", "");
    handouts_ = ids_of(document_, "handouts", "");
    templates_ = ids_of(document_, "templates", "");
    ids_of(document_, "activities", "");
    for (const auto* list : {"checklist", "mindset"}) {
      ids_of(document_.at("readiness").as_object(), list, "/readiness");
    }
    functions();
    templates();
    teams();
    handouts();
    continuum();
    activities();
    return std::move(faults_);
  }

 private:
  void fault(std::string pointer, std::string detail) {
    faults_.push_back({std::move(pointer), std::move(detail)});
  }

  // The values of a member in a list of objects; twice the same is a fault.
  Names ids_of(const json::object& parent, std::string_view list, const std::string& place,
               Names known = {}, std::string_view member = "id") {
    const auto& items = parent.at(list).as_array();
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto& value = items[i].at(member);
      const auto name = value.is_string() ? text_of(value) : boost::json::serialize(value);
      if (!known.insert(name).second) {
        fault(fmt::format("{}/{}/{}/{}", place, list, i, member), "is there twice: " + name);
      }
    }
    return known;
  }

  void must_exist(const json::value& name, const Names& known, const std::string& pointer,
                  std::string_view what) {
    if (known.find(text_of(name)) == known.end()) {
      fault(pointer, fmt::format("there is no {} {}", what, text_of(name)));
    }
  }

  template <class Visit>
  void each(const json::object& parent, std::string_view list, const std::string& place,
            Visit&& visit) {
    const auto& items = parent.at(list).as_array();
    for (std::size_t i = 0; i < items.size(); ++i) {
      visit(items[i].as_object(), fmt::format("{}/{}/{}", place, list, i));
    }
  }

  void functions() {
    const auto& table = document_.at("functions").as_object();
    columns_ = ids_of(table, "columns", "/functions");
    const auto areas = ids_of(table, "areas", "/functions");
    ids_of(table, "items", "/functions");
    each(table, "items", "/functions", [&](const json::object& item, const std::string& at) {
      must_exist(item.at("area"), areas, at + "/area", "area");
      must_exist(item.at("column"), columns_, at + "/column", "column");
    });
    ids_of(document_, "questions", "");
    ids_of(document_, "questions", "", {}, "column");
    each(document_, "questions", "", [&](const json::object& item, const std::string& at) {
      must_exist(item.at("column"), columns_, at + "/column", "column");
    });
  }

  void templates() {
    each(document_, "templates", "", [&](const json::object& form, const std::string& place) {
      const auto& columns = form.at("columns").as_array();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        must_exist(columns[i], columns_, fmt::format("{}/columns/{}", place, i), "column");
      }
      ids_of(form, "fields", place);
      each(form, "fields", place, [&](const json::object& field, const std::string& at) {
        if (field.contains("options")) ids_of(field, "options", at);
      });
    });
  }

  void teams() {
    ids_of(document_, "teams", "");
    each(document_, "teams", "",
         [&](const json::object& team, const std::string& at) { ids_of(team, "represents", at); });
  }

  void handouts() {
    each(document_, "handouts", "", [&](const json::object& handout, const std::string& at) {
      const auto& sections = handout.at("sections").as_array();
      for (std::size_t i = 0; i < sections.size(); ++i) {
        must_exist(sections[i], sections_, fmt::format("{}/sections/{}", at, i), "section");
      }
    });
  }

  void continuum() {
    const auto& rubric = document_.at("continuum").as_object();
    const auto levels = ids_of(rubric, "levels", "/continuum");
    ids_of(rubric, "rows", "/continuum");
    ids_of(rubric, "questions", "/continuum");
    each(rubric, "rows", "/continuum", [&](const json::object& row, const std::string& at) {
      const auto& cells = row.at("cells").as_object();
      for (const auto& level : levels) {
        if (!cells.contains(level)) fault(at + "/cells", "has no text for the level " + level);
      }
      for (const auto& cell : cells) {
        if (levels.find(std::string_view(cell.key())) == levels.end()) {
          fault(at + "/cells/" + std::string(cell.key()), "is not a level");
        }
      }
    });
  }

  void activities() {
    ids_of(document_, "activities", "", {}, "number");
    Names steps;  // of the whole pack
    each(document_, "activities", "", [&](const json::object& activity, const std::string& place) {
      must_exist(activity.at("handout"), handouts_, place + "/handout", "handout");
      steps = ids_of(activity, "steps", place, std::move(steps));
      std::int64_t total = 0;
      each(activity, "steps", place, [&](const json::object& step, const std::string& at) {
        total += step.at("minutes").as_int64();
        if (const auto* form = step.if_contains("template")) {
          must_exist(*form, templates_, at + "/template", "template");
        }
      });
      const auto from = activity.at("minutes").at("from").as_int64();
      const auto to = activity.at("minutes").at("to").as_int64();
      if (from > to) {
        fault(place + "/minutes", "from is above to");
      } else if (total < from || total > to) {
        fault(place + "/minutes",
              fmt::format("the steps take {} minutes, which is not between {} and {}", total, from,
                          to));
      }
    });
  }

  const json::object& document_;
  Names sections_, handouts_, templates_, columns_;
  std::vector<FieldError> faults_;
};

}  // namespace

std::vector<FieldError> reference_faults(const json::value& document) {
  return References(document).faults();
}

Result<Pack> check(json::value document) {
  auto faults = schema_faults(document);
  if (faults.empty()) faults = reference_faults(document);
  if (!faults.empty()) return problem::invalid(std::move(faults));
  return take_apart(std::move(document));
}

}  // namespace tandem::toolkit
