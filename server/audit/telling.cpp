#include "audit/telling.hpp"

#include <algorithm>

namespace tandem::audit {
namespace {

constexpr std::size_t kTitleLength = 120;  // of a title made from running text, in characters

// What the store needs and nobody reads: who and when stand beside the entry, and what a thing
// is part of never changes.
bool is_technical(std::string_view field) {
  static const std::set<std::string_view> kTechnical = {"id",
                                                        "version",
                                                        "created_at",
                                                        "updated_at",
                                                        "updated_by",
                                                        "revision",
                                                        "goal_id",
                                                        "strategy_id",
                                                        "measure_id",
                                                        "team_id",
                                                        "round_id",
                                                        "template_id",
                                                        "origin_id",
                                                        "origin_key",
                                                        "password_hash",
                                                        "has_password",
                                                        "token_hash",
                                                        "submission",
                                                        "line_id",
                                                        "from_line_id",
                                                        "to_line_id",
                                                        "need_id",
                                                        "parent_id",
                                                        "values_saved",
                                                        "data_sets",
                                                        "drawn_from",
                                                        "home_id",
                                                        "communication_id",
                                                        "district_barrier_id",
                                                        "procedure_id",
                                                        "cycle_id",
                                                        "report_id",
                                                        "subject_id",
                                                        "follows_id",
                                                        "workshop_id",
                                                        "seat_id",
                                                        "merged_into",
                                                        "pack_id",
                                                        "activity_id"};
  return kTechnical.count(field) > 0;
}

std::optional<Named> named_by(std::string_view field) {
  if (field == "owner_id" || field == "person_id") return Named::people;
  if (field.ends_with("school_id") || field == "schools") return Named::schools;
  if (field == "source_id") return Named::sources;
  if (field == "measure_id") return Named::measures;
  if (field == "goal_id") return Named::goals;
  if (field == "strategy_id") return Named::strategies;
  if (field == "waits_for") return Named::activities;
  if (field == "group_id") return Named::groups;
  if (field == "library_id") return Named::library;
  return std::nullopt;
}

const Names& of_kind(const KnownNames& names, Named kind) {
  switch (kind) {
    case Named::people:
      return names.people;
    case Named::schools:
      return names.schools;
    case Named::sources:
      return names.sources;
    case Named::goals:
      return names.goals;
    case Named::strategies:
      return names.strategies;
    case Named::activities:
      return names.activities;
    case Named::groups:
      return names.groups;
    case Named::library:
      return names.library;
    case Named::measures:
      break;
  }
  return names.measures;
}

bool is_nothing(const json::value& v) {
  return v.is_null() || (v.is_string() && v.get_string().empty()) ||
         (v.is_array() && v.get_array().empty());
}

// Puts names in place of ids, in lists and in objects too.
json::value with_names(std::string_view field, const json::value& v, const KnownNames& names) {
  if (v.is_array()) {
    json::array list;
    for (const auto& item : v.get_array()) list.push_back(with_names(field, item, names));
    return list;
  }
  if (v.is_object()) {
    json::object object;
    for (const auto& member : v.get_object()) {
      if (is_technical(member.key()) && !named_by(member.key())) continue;
      object[member.key()] = with_names(member.key(), member.value(), names);
    }
    return object;
  }
  const auto kind = named_by(field);
  if (!kind || !v.is_string()) return v;
  const auto& known = of_kind(names, *kind);
  const auto name = known.find(std::string(v.get_string()));
  return name == known.end() ? v : json::value(name->second);
}

std::string start_of(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && ++characters > kTitleLength) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

std::string text_in(const json::object& record, std::string_view field) {
  const auto* found = record.if_contains(field);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

std::string name_in(const json::object& record, std::string_view field, const Names& names) {
  const auto name = names.find(text_in(record, field));
  return name == names.end() ? "" : name->second;
}

std::string title_of(const Entry& entry, const json::object& record, const KnownNames& names) {
  if (entry.entity == "target" || entry.entity == "measure_value")
    return name_in(record, "measure_id", names.measures);
  if (entry.entity == "goal_reason") return name_in(record, "goal_id", names.goals);
  if (entry.entity == "strategy_readiness") {
    return name_in(record, "strategy_id", names.strategies);
  }
  if (entry.entity == "group_target") {
    const auto group = name_in(record, "group_id", names.groups);
    return name_in(record, "measure_id", names.measures) + (group.empty() ? "" : ", ") + group;
  }
  if (entry.entity == "invitation") return name_in(record, "person_id", names.people);
  if (entry.entity == "funding_line" || entry.entity == "stream_budget") {
    const auto source = name_in(record, "source_id", names.sources);
    return source + (source.empty() ? "" : ", ") + text_in(record, "year");
  }
  for (const auto* field : {"name", "title", "statement", "body", "paid_to", "year", "function_id",
                            "subject", "kind", "due_on", "scope", "dated"}) {
    if (auto text = text_in(record, field); !text.empty()) return start_of(text);
  }
  return "";
}

json::object parsed(const std::optional<std::string>& text) {
  if (!text) return {};
  boost::json::error_code error;
  auto v = boost::json::parse(*text, error);
  return !error && v.is_object() ? std::move(v.get_object()) : json::object{};
}

}  // namespace

const std::set<std::string>& entities_of(Area area) {
  static const std::map<Area, std::set<std::string>> kEntities = {
      {Area::plan,
       {"plan", "goal", "measure", "target", "strategy", "activity", "funding_line",
        "funding_source", "goal_reason", "group_target", "student_group", "strategy_readiness",
        "library_strategy", "initiative", "stream_budget", "spending", "need_weight",
        "reallocation"}},
      {Area::balance, {"round", "template", "answer", "submission", "comment"}},
      {Area::team, {"team", "team_member", "team_skill"}},
      {Area::org, {"district", "school", "toolkit_pack"}},
      {Area::people, {"person", "invitation", "password"}},
      {Area::action, {"action"}},
      {Area::need, {"data_set", "data_values", "need", "cause", "need_report"}},
      {Area::barrier, {"barrier"}},
      {Area::communication, {"communication", "delivery", "calendar"}},
      {Area::agreement, {"commitment", "decision", "procedure"}},

      {Area::monitor,
       {"monitoring_cycle", "monitoring_report", "report_entry", "measure_value", "adjustment",
        "learning_cycle", "evaluation", "rollover"}},
      {Area::workshop, {"workshop", "room", "note", "consensus", "minutes"}}};
  return kEntities.at(area);
}

std::set<Named> names_wanted(const Entry& entry) {
  std::set<Named> wanted;
  const auto mentions = [&](const std::optional<std::string>& text, std::string_view field) {
    return text && text->find("\"" + std::string(field) + "\":") != std::string::npos;
  };
  for (const auto* field :
       {"owner_id", "person_id", "school_id", "from_school_id", "to_school_id", "schools",
        "source_id", "measure_id", "waits_for", "group_id", "library_id"}) {
    if (mentions(entry.before_json, field) || mentions(entry.after_json, field)) {
      wanted.insert(*named_by(field));
    }
  }
  // Below what these stand is in their titles only.
  if (entry.entity == "goal_reason") wanted.insert(Named::goals);
  if (entry.entity == "strategy_readiness") wanted.insert(Named::strategies);
  return wanted;
}

HistoryEntry tell(const Entry& entry, const KnownNames& names) {
  const auto before = parsed(entry.before_json);
  const auto after = parsed(entry.after_json);
  HistoryEntry told{entry.seq,
                    entry.at,
                    entry.person_id,
                    entry.person_name,
                    entry.operation,
                    entry.entity,
                    entry.entity_id,
                    entry.school_id,
                    title_of(entry, after.empty() ? before : after, names),
                    {}};
  const auto add = [&](std::string_view field) {
    if (is_technical(field)) return;
    const auto value_in = [&](const json::object& record) {
      const auto* found = record.if_contains(field);
      return found == nullptr ? json::value(nullptr) : *found;
    };
    const auto was = value_in(before);
    const auto is = value_in(after);
    if (was == is) return;
    if ((before.empty() || after.empty()) && is_nothing(was) && is_nothing(is)) return;
    told.changes.push_back(
        {std::string(field), with_names(field, was, names), with_names(field, is, names)});
  };
  for (const auto& member : after) add(member.key());
  for (const auto& member : before) {
    if (!after.contains(member.key())) add(member.key());
  }
  return told;
}

}  // namespace tandem::audit
