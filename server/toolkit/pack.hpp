// A toolkit pack: the words and rules of one toolkit, in one language. Its shape is
// content/pack.schema.json. What the program works with is typed here; the rest (texts to read,
// activities, the continuum) is shown as it stands in the document.
#pragma once

#include "base/json.hpp"

namespace tandem::toolkit {

// Who does it: the building team, both together, or the district team.
enum class Column { building, collaborative, district };
BOOST_DESCRIBE_ENUM(Column, building, collaborative, district)

// Of a template and of a team: a school's, or the district's own.
enum class Kind { building, district };
BOOST_DESCRIBE_ENUM(Kind, building, district)

struct ColumnTitle {
  Column id{};
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ColumnTitle, (), (id, title))

struct Area {
  std::string id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Area, (), (id, title))

// Something that somebody has to do; one row of the templates of its column.
struct Function {
  std::string id;
  std::string area;
  Column column{};
  std::string title;
  std::string text;
  std::vector<std::string> details;
};
BOOST_DESCRIBE_STRUCT(Function, (), (id, area, column, title, text, details))

struct Functions {
  std::string title;
  std::vector<ColumnTitle> columns;
  std::vector<Area> areas;
  std::vector<Function> items;
};
BOOST_DESCRIBE_STRUCT(Functions, (), (title, columns, areas, items))

enum class FieldKind { choice, text, person, date };
BOOST_DESCRIBE_ENUM(FieldKind, choice, text, person, date)

struct Option {
  std::string id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Option, (), (id, title))

// What is asked in each row of a template.
struct Field {
  std::string id;
  FieldKind kind{};
  std::string label;
  std::string help;
  std::optional<std::vector<Option>> options;  // of kind choice
  std::optional<std::int64_t> max_length;      // of kind text, in characters
};
BOOST_DESCRIBE_STRUCT(Field, (), (id, kind, label, help, options, max_length))

struct Template {
  Kind id{};
  std::string title;
  std::string purpose;
  std::vector<Column> columns;
  std::vector<Field> fields;

  [[nodiscard]] const Field* field(std::string_view field_id) const;  // null: it has none
};
BOOST_DESCRIBE_STRUCT(Template, (), (id, title, purpose, columns, fields))

// A group that has to be represented on a team, and by how many at least.
struct Representation {
  std::string id;
  std::string label;
  std::int64_t at_least = 0;
  std::string help;
};
BOOST_DESCRIBE_STRUCT(Representation, (), (id, label, at_least, help))

struct TeamRule {
  Kind id{};
  std::string title;
  std::string purpose;
  std::vector<Representation> represents;
  bool needs_decision_maker = false;
};
BOOST_DESCRIBE_STRUCT(TeamRule, (), (id, title, purpose, represents, needs_decision_maker))

// The parts of the document that the program reads.
struct PackParts {
  std::string id;
  std::string version;
  std::string language;
  std::string title;
  Functions functions;
  std::vector<Template> templates;
  std::vector<TeamRule> teams;
};
BOOST_DESCRIBE_STRUCT(PackParts, (), (id, version, language, title, functions, templates, teams))

struct Pack : PackParts {
  json::value document;  // the whole pack, as loaded
  std::string text;      // the same as JSON text

  // Each is null if the pack has none.
  [[nodiscard]] const Function* function(std::string_view function_id) const;
  [[nodiscard]] const Template* template_for(Kind kind) const;
  [[nodiscard]] const TeamRule* team_rule(Kind kind) const;
  // The rows of a template: the functions of its columns, in the order of functions.items.
  [[nodiscard]] std::vector<const Function*> rows_of(const Template& form) const;
};

// Takes a document apart: 422 with a pointer to each part that has not the shape needed. It does
// not check the rest of the schema; see check.hpp.
Result<Pack> take_apart(json::value document);

}  // namespace tandem::toolkit
