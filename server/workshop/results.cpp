#include "workshop/results.hpp"

#include <algorithm>
#include <set>

#include "continuum/agreement.hpp"

namespace tandem::workshop {
namespace {

constexpr double kApart = 0.4;        // A below this: the room is of more than one mind
constexpr double kSidesDiffer = 1.0;  // levels between the sides' medians
constexpr double kLow = 2.0;          // in the left half of a scale of four

using Counts = std::vector<std::int64_t>;

struct Part {
  Counts counts;
  std::int64_t answers = 0;
};

std::string name_of(auto value) { return boost::describe::enum_to_string(value, ""); }

class Counting {
 public:
  Counting(const Workshop& workshop, const AgendaStep& step, const Content& content,
           const std::vector<SeatRow>& seats, const std::vector<FileRow>& files)
      : workshop_(workshop), step_(step), content_(content) {
    for (const auto& seat : seats) seats_.emplace(seat.id, &seat);
    for (const auto& file : files) {
      files_[{file.subject, file.owner}].push_back({file.id, file.name, file.bytes});
    }
    if (step.kind == StepKind::rate) choices_ = content.levels;
    if (step.kind == StepKind::sort) choices_ = content.columns;
    if (step.kind == StepKind::pick) choices_ = content.outcomes;
  }

  ResultRow row(const std::string& subject, const std::vector<const AnswerRow*>& answers) {
    ResultRow row;
    row.subject = subject;
    Part all = blank();
    std::map<std::string, Part> groups;
    std::map<std::string, Part> sides;
    std::map<std::string, Part> roles;
    for (const auto* answer : answers) {
      const int place = place_of(choices_, answer->value.value);
      if (place == 0 && !choices_.empty()) continue;
      add(all, place);
      if (!answer->group_id.empty()) add(part(groups, answer->group_id), place);
      const auto seat = answer->seat_id ? seats_.find(*answer->seat_id) : seats_.end();
      if (seat == seats_.end()) continue;
      add(part(sides, name_of(seat->second->side)), place);
      add(part(roles, name_of(seat->second->role)), place);
    }
    row.answers = all.answers;
    row.counts = listed(all.counts);
    if (is_scale()) {
      row.median = continuum::median(all.counts);
      row.agreement = continuum::van_der_eijk(all.counts);
    }
    std::vector<std::string> order;
    for (const auto& group : workshop_.groups) order.push_back(group.id);
    // A group that answers as one is not a person whom its answer would give away.
    row.groups = broken_out(groups, order, step_.by == By::group ? 1 : workshop_.smallest_group);
    row.sides = broken_out(sides, {"district", "school", "community"}, workshop_.smallest_group);
    row.roles = broken_out(roles,
                           {"leadership", "instructional", "non_instructional", "district_systems",
                            "board", "community"},
                           workshop_.smallest_group);
    add_evidence(row, answers);
    const auto column = content_.column_of.find(subject);
    if (step_.kind == StepKind::sort && column != content_.column_of.end()) {
      row.expected = column->second;
    }
    if (row.answers > 0 && is_scale()) find_why(row);
    if (row.answers > 0 && step_.kind == StepKind::sort) {
      std::int64_t most = 0;
      for (const auto& each : row.counts) most = std::max(most, each.count);
      if (3 * most < 2 * row.answers) {  // fewer than two of three place it alike
        row.why.push_back(Why::apart);
      }
      row.proposed = !row.why.empty();
    }
    return row;
  }

  [[nodiscard]] bool is_scale() const { return step_.kind == StepKind::rate; }

 private:
  [[nodiscard]] Part blank() const { return {Counts(choices_.size(), 0), 0}; }
  Part& part(std::map<std::string, Part>& parts, const std::string& id) const {
    return parts.try_emplace(id, blank()).first->second;
  }
  static void add(Part& part, int place) {
    ++part.answers;
    if (place > 0) ++part.counts[static_cast<std::size_t>(place - 1)];
  }

  [[nodiscard]] std::vector<LevelCount> listed(const Counts& counts) const {
    std::vector<LevelCount> list;
    for (std::size_t i = 0; i < counts.size(); ++i) list.push_back({choices_[i].id, counts[i]});
    return list;
  }

  std::vector<Breakout> broken_out(const std::map<std::string, Part>& parts,
                                   const std::vector<std::string>& order,
                                   std::int64_t smallest) const {
    std::vector<std::pair<std::string, const Part*>> present;
    std::vector<std::int64_t> sizes;
    for (const auto& id : order) {
      const auto found = parts.find(id);
      if (found == parts.end()) continue;
      present.emplace_back(id, &found->second);
      sizes.push_back(found->second.answers);
    }
    const auto hidden = hidden_parts(sizes, smallest);
    std::vector<Breakout> list;
    for (std::size_t i = 0; i < present.size(); ++i) {
      Breakout breakout;
      breakout.id = present[i].first;
      breakout.too_few = hidden[i];
      if (!hidden[i]) {
        breakout.answers = sizes[i];
        breakout.counts = listed(present[i].second->counts);
        if (is_scale()) breakout.median = continuum::median(present[i].second->counts);
      }
      list.push_back(std::move(breakout));
    }
    return list;
  }

  void add_evidence(ResultRow& row, const std::vector<const AnswerRow*>& answers) const {
    for (const auto* answer : answers) {
      const auto files = files_.find({answer->subject, answer->owner});
      if (answer->text.value.empty() && answer->link.value.empty() && files == files_.end()) {
        continue;
      }
      // Of a person in an anonymous workshop not even the group is told.
      const bool telling = workshop_.anonymous && answer->seat_id;
      row.evidence.push_back({answer->value.value,
                              answer->text.value,
                              answer->link.value,
                              telling ? std::string() : answer->group_id,
                              {}});
      if (files != files_.end()) row.evidence.back().files = files->second;
    }
    // In no order that would tell who came first.
    std::sort(row.evidence.begin(), row.evidence.end(), [](const Evidence& a, const Evidence& b) {
      return std::tie(a.value, a.text, a.link) < std::tie(b.value, b.text, b.link);
    });
  }

  static std::optional<double> median_of(const std::vector<Breakout>& parts,
                                         const std::string& id) {
    for (const auto& part : parts) {
      if (part.id == id) return part.median;
    }
    return std::nullopt;
  }

  static void find_why(ResultRow& row) {
    const auto district = median_of(row.sides, "district");
    const auto school = median_of(row.sides, "school");
    if (row.agreement && *row.agreement < kApart) row.why.push_back(Why::apart);
    if (district && school && std::abs(*district - *school) >= kSidesDiffer) {
      row.why.push_back(Why::sides_differ);
    }
    row.proposed = !row.why.empty();
    if (row.median && *row.median <= kLow) row.why.push_back(Why::low);
    if (row.evidence.empty()) row.why.push_back(Why::no_evidence);
  }

  const Workshop& workshop_;
  const AgendaStep& step_;
  const Content& content_;
  std::map<RecordId, const SeatRow*> seats_;
  std::map<std::pair<std::string, std::string>, std::vector<EvidenceFile>> files_;
  std::vector<Item> choices_;
};

// Subjects in the pack's order; of a discussion in that of their names.
std::vector<std::string> subjects_of(const AgendaStep& step, const Content& content,
                                     const std::vector<AnswerRow>& answers) {
  std::vector<std::string> subjects;
  const auto take = [&](const std::vector<Item>& items) {
    for (const auto& item : items) subjects.push_back(item.id);
  };
  if (step.kind == StepKind::rate) take(content.rows);
  else if (step.kind == StepKind::sort) take(content.functions);
  else if (step.kind == StepKind::pick) subjects.emplace_back(kPick);
  else {
    std::set<std::string> used;
    for (const auto& answer : answers) used.insert(answer.subject);
    subjects.assign(used.begin(), used.end());
  }
  return subjects;
}

// If nothing stands out by itself, the rows that stand lowest are proposed.
void propose_lowest(Results& results) {
  std::optional<double> lowest;
  for (const auto& row : results.rows) {
    if (row.proposed) return;
    if (row.median && (!lowest || *row.median < *lowest)) lowest = row.median;
  }
  for (auto& row : results.rows) {
    if (!row.median || row.median != lowest) continue;
    row.proposed = true;
    if (std::find(row.why.begin(), row.why.end(), Why::low) == row.why.end()) {
      row.why.insert(row.why.begin(), Why::low);
    }
  }
}

}  // namespace

Results count(const Workshop& workshop, const AgendaStep& step, const Content& content,
              const std::vector<AnswerRow>& answers, const std::vector<SeatRow>& seats,
              const std::vector<FileRow>& files) {
  Results results;
  results.step = step.id;
  results.kind = step.kind;
  results.by = step.by;
  results.smallest_group = workshop.smallest_group;
  Counting counting(workshop, step, content, seats, files);
  std::map<std::string, std::vector<const AnswerRow*>> by_subject;
  std::set<std::string> owners;
  for (const auto& answer : answers) {
    if (answer.value.empty() && answer.text.empty() && answer.link.empty()) continue;
    by_subject[answer.subject].push_back(&answer);
    owners.insert(answer.owner);
  }
  results.people = static_cast<std::int64_t>(owners.size());
  std::vector<std::vector<int>> units;
  for (const auto& subject : subjects_of(step, content, answers)) {
    const auto& given = by_subject[subject];
    results.rows.push_back(counting.row(subject, given));
    std::vector<int> values;
    for (const auto* answer : given) {
      if (const int place = place_of(content.levels, answer->value.value); place > 0) {
        values.push_back(place);
      }
    }
    units.push_back(std::move(values));
  }
  if (step.kind == StepKind::rate) {
    results.alpha = continuum::krippendorff(units, continuum::Metric::ordinal);
    propose_lowest(results);
  }
  return results;
}

Result<Results> results(db::Tx& tx, toolkit::Packs& packs, const DistrictId& district,
                        const RecordId& workshop_id, const std::string& step_id, bool for_seat) {
  TRY(const auto workshop, find(tx, district, workshop_id));
  const auto* step = workshop.step(step_id);
  if (step == nullptr) return problem::not_found("step");
  const auto stage = room_row(tx, district, workshop_id);
  const bool closed =
      stage.state == State::survey && workshop.closes_at && Timestamp::now() >= *workshop.closes_at;
  const bool revealed = closed || is_revealed(stage, step_id);
  if (for_seat && !revealed) return problem::conflict("The answers have not been revealed yet.");
  TRY(const auto pack, pack_of(tx, packs, district, workshop));
  const auto answers = tx.rows_of<AnswerRow>(
      district, "and workshop_id = :workshop and step = :step order by subject, owner", workshop_id,
      step_id);
  auto results =
      count(workshop, *step, content_of(*pack), answers, seat_rows(tx, district, workshop_id),
            files_of(tx, district, workshop_id, step_id));
  results.revealed = revealed;
  return results;
}

}  // namespace tandem::workshop
