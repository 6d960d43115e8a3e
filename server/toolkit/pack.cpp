#include "toolkit/pack.hpp"

#include <algorithm>

namespace tandem::toolkit {
namespace {

template <class List, class Key>
const typename List::value_type* with_id(const List& list, const Key& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Field* Template::field(std::string_view field_id) const { return with_id(fields, field_id); }

const Function* Pack::function(std::string_view function_id) const {
  return with_id(functions.items, function_id);
}

const Template* Pack::template_for(Kind kind) const { return with_id(templates, kind); }

const TeamRule* Pack::team_rule(Kind kind) const { return with_id(teams, kind); }

std::vector<const Function*> Pack::rows_of(const Template& form) const {
  std::vector<const Function*> rows;
  for (const auto& function : functions.items) {
    if (std::find(form.columns.begin(), form.columns.end(), function.column) !=
        form.columns.end()) {
      rows.push_back(&function);
    }
  }
  return rows;
}

Result<Pack> take_apart(json::value document) {
  if (!document.is_object()) return problem::invalid("", "must be an object");
  json::object parts;
  for (const auto& member : document.get_object()) {
    json::for_each_member<PackParts>([&](auto part) {
      if (member.key() == part.name) parts.emplace(member.key(), member.value());
    });
  }
  TRY(auto typed, json::from<PackParts>(parts));
  Pack pack;
  static_cast<PackParts&>(pack) = std::move(typed);
  pack.text = boost::json::serialize(document);
  pack.document = std::move(document);
  return pack;
}

}  // namespace tandem::toolkit
