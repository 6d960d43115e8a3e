// Reporting from a school to the district, and gathering there.
#include <algorithm>
#include <set>

#include "need/store.hpp"
#include "org/service.hpp"

namespace tandem::need {
namespace {

GatheredNeed gathered(const NeedReport& report, const ReportedNeed& item) {
  GatheredNeed row{report.id,
                   item.id,
                   report.school_id,
                   item.kind,
                   item.title,
                   item.subject,
                   item.components,
                   item.who,
                   item.present,
                   item.desired,
                   item.present_value,
                   item.desired_value,
                   item.unit,
                   {},
                   {}};
  for (const auto& cause : item.causes) {
    if (cause.root)
      row.root_causes.push_back({cause.id, cause.statement, cause.can_act, cause.evidence});
  }
  return row;
}

Candidate candidate(const GatheredNeed& item) {
  Candidate made{{item.report_id, item.need_id}, item.subject, item.components, item.title};
  for (const auto& cause : item.root_causes) made.words += " " + cause.statement;
  return made;
}

}  // namespace

Result<NeedReport> report(audit::Change& change, const SchoolId& school,
                          const NeedReportFields& fields) {
  CHECK_OK(org::find_school(change.tx, change.district, school));
  std::map<RecordId, DataNote> notes;
  for (const auto& place : {std::optional(school), std::optional<SchoolId>()}) {
    for (const auto& set : sets_of(change.tx, change.district, place)) {
      notes[set.id] = {set.id, set.title, set.source, set.story};
    }
  }
  std::map<RecordId, std::vector<Cause>> causes;
  for (auto& cause : change.tx.rows_of<Cause>(
           change.district, "and school_id = :school order by position, id", school)) {
    causes[cause.need_id].push_back(std::move(cause));
  }
  NeedReport made;
  for (auto& row : needs_of(change.tx, change.district, school)) {
    if (row.state == State::set_aside) continue;
    ++(row.kind == Kind::need ? made.needs : made.assets);
    ReportedNeed item;
    item.causes = std::move(causes[row.id]);
    for (const auto& id : row.data_sets) {
      if (const auto note = notes.find(id); note != notes.end()) item.data.push_back(note->second);
    }
    static_cast<Need&>(item) = std::move(row);
    made.items.push_back(std::move(item));
  }
  if (made.items.empty()) {
    return problem::conflict("There is nothing to report yet: no need and no asset.");
  }
  made.id = new_id<RecordId>();
  made.school_id = school;
  made.number = 1 + change.tx.number(
                        "select max(number) from need_report where district_id = :district and "
                        "school_id = :school",
                        change.district, school);
  made.reported_at = change.now;
  made.reported_by = change.actor.name;
  made.note = fields.note;
  change.tx.insert(change.district, made);
  change.record(NeedReport::entity, made.id.value, school, nullptr,
                json::write(static_cast<const NeedReportHead&>(made)));
  change.announce("needs", NeedReport::entity, made.id.value, made.number);
  return made;
}

Gathered gather(db::Tx& tx, const DistrictId& district) {
  Gathered result;
  std::map<RecordId, std::vector<RecordId>> drawn;  // a school's need -> the district's
  for (const auto& own : needs_of(tx, district, std::nullopt)) {
    for (const auto& from : own.drawn_from) drawn[from.item_id].push_back(own.id);
  }
  const auto newest = newest_reports(tx, district);
  for (const auto& school : org::schools(tx, district)) {
    if (school.status != org::SchoolStatus::open) continue;
    SchoolReported row{school.school_id(), school.name, {}, 0, {}};
    const auto found = std::find_if(newest.begin(), newest.end(), [&](const NeedReport& report) {
      return report.school_id == row.school_id;
    });
    if (found != newest.end()) {
      row.report_id = found->id;
      row.number = found->number;
      row.reported_at = found->reported_at;
      for (const auto& item : found->items) {
        result.items.push_back(gathered(*found, item));
        if (const auto by = drawn.find(item.id); by != drawn.end()) {
          result.items.back().district_needs = by->second;
        }
      }
    }
    result.schools.push_back(std::move(row));
  }
  std::vector<Candidate> open;
  for (const auto& item : result.items) {
    if (item.kind == Kind::need && item.district_needs.empty()) open.push_back(candidate(item));
  }
  result.proposals = proposals(std::move(open));
  return result;
}

}  // namespace tandem::need
