#include <algorithm>

#include "balance/service.hpp"
#include "org/service.hpp"
#include "toolkit/service.hpp"

namespace tandem::balance {
namespace {

using PackPtr = std::shared_ptr<const toolkit::Pack>;

Result<PackPtr> pack_for(audit::Change& change, Packs& packs, const OpenRoundFields& fields) {
  const auto& built_in = packs.built_in();
  const auto id = fields.pack_id.value_or(built_in->id);
  auto version = fields.pack_version;
  if (!version) {
    // The built-in pack comes first, then the district's, the last loaded before the others.
    for (const auto& known : toolkit::packs_of(change.tx, change.district, packs)) {
      if (known.pack_id != id) continue;
      version = known.pack_version;
      if (!known.built_in) break;
    }
    if (!version) return problem::invalid("/pack_id", "is no pack of this district");
  }
  auto pack = packs.get(change.tx, change.district, id, *version);
  if (pack == nullptr) {
    return problem::invalid(fields.pack_version ? "/pack_version" : "/pack_id",
                            "is no pack of this district");
  }
  return pack;
}

void open_template(audit::Change& change, const Round& round, Kind kind,
                   const std::optional<SchoolId>& school) {
  const auto row = record::create<TemplateRow>(change, NoFields{}, [&](TemplateRow& made) {
    made.round_id = round.id;
    made.kind = kind;
    made.school_id = school;
  });
  change.announce("rounds", TemplateRow::entity, row.id.value, row.version);
}

bool asks_buildings(db::Tx& tx, Packs& packs, const DistrictId& district, const Round& round) {
  return !form_of(tx, packs, district, round.pack_id, round.pack_version, Kind::building)
              .rows()
              .empty();
}

// For the open schools that have no template in the round yet.
void open_building_templates(audit::Change& change, const Round& round,
                             const std::vector<TemplateRow>& existing) {
  for (const auto& school : org::schools(change.tx, change.district)) {
    if (school.status != org::SchoolStatus::open) continue;
    const auto id = school.school_id();
    if (std::any_of(existing.begin(), existing.end(),
                    [&](const TemplateRow& row) { return row.school_id == id; })) {
      continue;
    }
    open_template(change, round, Kind::building, id);
  }
}

Problem year_taken(const SchoolYear& year) {
  return problem::conflict("The school year " + year.value + " has a round already.");
}

RoundDetail detail_of(db::Tx& tx, Packs& packs, const DistrictId& district, const Round& round) {
  RoundDetail detail;
  static_cast<Round&>(detail) = round;
  const auto form = [&](Kind kind) {
    return form_of(tx, packs, district, round.pack_id, round.pack_version, kind);
  };
  const Form building = form(Kind::building);
  const Form own = form(Kind::district);
  const auto outlines = outlines_of(tx, district, round.id);
  const auto comments = comment_counts_of(tx, district, round.id);
  std::map<RecordId, LastSubmission> submitted;
  for (auto& last : last_submissions_of(tx, district, round.id)) {
    submitted.emplace(last.template_id, std::move(last));
  }
  for (const auto& row : templates_of(tx, district, round.id)) {
    const Form& asked = row.kind == Kind::building ? building : own;
    const auto outline = outlines.find(row.id);
    const Sheet sheet = outline == outlines.end() ? Sheet{} : outline->second;
    const auto last = submitted.find(row.id);
    const auto count = comments.find(row.id);
    TemplateSummary summary{row.id,
                            row.version,
                            row.kind,
                            row.school_id,
                            row.state,
                            row.submissions,
                            progress(asked, sheet),
                            {},
                            {},
                            count == comments.end() ? 0 : count->second};
    if (last != submitted.end()) summary.submitted_at = last->second.submitted_at;
    if (row.kind == Kind::district) summary.statuses = statuses(asked, sheet);
    else if (last != submitted.end()) summary.statuses = last->second.statuses;
    else summary.statuses = statuses(asked, {});
    detail.templates.push_back(std::move(summary));
  }
  return detail;
}

}  // namespace

Form form_of(db::Tx& tx, Packs& packs, const DistrictId& district, const std::string& pack_id,
             const std::string& pack_version, Kind kind) {
  auto pack = packs.get(tx, district, pack_id, pack_version);
  if (pack == nullptr) throw std::runtime_error("a round's pack is gone: " + pack_id);
  return Form(std::move(pack), kind);
}

std::vector<Round> rounds(db::Tx& tx, const DistrictId& district) {
  return tx.rows_of<Round>(district, "order by year desc");
}

Result<RoundDetail> round_detail(db::Tx& tx, Packs& packs, const DistrictId& district,
                                 const RecordId& id) {
  TRY(const Round round, record::find<Round>(tx, district, id));
  return detail_of(tx, packs, district, round);
}

Result<RoundDetail> open_round(audit::Change& change, Packs& packs, const OpenRoundFields& fields) {
  TRY(const PackPtr pack, pack_for(change, packs, fields));
  if (change.tx.row_of<Round>(change.district, "and year = :year", fields.year)) {
    return year_taken(fields.year);
  }
  try {
    const auto round = record::create<Round>(change, RoundFields{fields.due_on}, [&](Round& row) {
      row.year = fields.year;
      row.pack_id = pack->id;
      row.pack_version = pack->version;
    });
    if (pack->template_for(Kind::building) != nullptr) open_building_templates(change, round, {});
    if (pack->template_for(Kind::district) != nullptr) {
      open_template(change, round, Kind::district, std::nullopt);
    }
    change.announce("rounds", Round::entity, round.id.value, round.version);
    return detail_of(change.tx, packs, change.district, round);
  } catch (const db::Duplicate&) {  // somebody opened it at the same moment
    return year_taken(fields.year);
  }
}

Result<RoundDetail> replace_round(audit::Change& change, Packs& packs, const RecordId& id,
                                  std::int64_t expected, const RoundFields& fields) {
  TRY(const Round before, record::find<Round>(change.tx, change.district, id));
  if (before.version != expected) {
    return problem::stale(json::write(detail_of(change.tx, packs, change.district, before)));
  }
  TRY(const Round round,
      record::update(change, before, [&](Round& row) { static_cast<RoundFields&>(row) = fields; }));
  const auto newest = newest_round(change.tx, change.district);
  if (newest && newest->id == id && asks_buildings(change.tx, packs, change.district, round)) {
    open_building_templates(change, round, templates_of(change.tx, change.district, id));
  }
  change.announce("rounds", Round::entity, id.value, round.version);
  return detail_of(change.tx, packs, change.district, round);
}

void include_school(audit::Change& change, const SchoolId& school) {
  const auto round = newest_round(change.tx, change.district);
  if (!round || round->year < SchoolYear::of(change.now.date())) return;
  const auto rows = templates_of(change.tx, change.district, round->id);
  const auto is_building = [](const TemplateRow& row) { return row.kind == Kind::building; };
  if (std::any_of(rows.begin(), rows.end(),
                  [&](const TemplateRow& row) { return row.school_id == school; })) {
    return;
  }
  if (std::none_of(rows.begin(), rows.end(), is_building)) {
    // Either the district had no school yet, or the round's pack asks buildings nothing.
    const auto schools = org::schools(change.tx, change.district);
    if (std::any_of(schools.begin(), schools.end(), [&](const org::School& other) {
          return other.status == org::SchoolStatus::open && other.school_id() != school;
        })) {
      return;
    }
  }
  open_template(change, *round, Kind::building, school);
}

Result<std::vector<FunctionAnswers>> function_answers(db::Tx& tx, Packs& packs,
                                                      const DistrictId& district,
                                                      const RecordId& round_id,
                                                      const std::string& function_id) {
  TRY(const Round round, record::find<Round>(tx, district, round_id));
  const auto form = form_of(tx, packs, district, round.pack_id, round.pack_version, Kind::building);
  if (!form.asks(function_id)) return problem::not_found("function");
  std::vector<FunctionAnswers> result;
  for (const auto& submission : building_submissions_of(tx, district, round_id)) {
    auto& entry = result.emplace_back(
        FunctionAnswers{submission.template_id, submission.school_id, submission.number, {}});
    for (const auto& answer : submission.answers) {
      if (answer.function_id != function_id) continue;
      entry.answers[answer.field] = {{answer.value}, answer.person_id};
    }
  }
  return result;
}

std::optional<Standing> standing(db::Tx& tx, const DistrictId& district) {
  auto round = newest_round(tx, district);
  if (!round) return std::nullopt;
  auto templates = templates_of(tx, district, round->id);
  return Standing{std::move(*round), std::move(templates)};
}

}  // namespace tandem::balance
