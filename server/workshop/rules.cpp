#include "workshop/rules.hpp"

#include <sodium.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace tandem::workshop {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr std::size_t kCodeLength = 6;
constexpr std::size_t kMaxKey = 60;
constexpr std::int64_t kSmallestAnonymous = 3;

bool of_key(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

class Faults {
 public:
  void add(const std::string& pointer, std::string detail) {
    found_.push_back({pointer, std::move(detail)});
  }
  void at_most(std::size_t size, std::size_t most, const std::string& pointer) {
    if (size > most) add(pointer, "has too many items; at most " + std::to_string(most));
  }
  template <class Items, class KeyOf>
  void each_once(const Items& items, const std::string& pointer, KeyOf&& key_of) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!seen.insert(key_of(items[i])).second) {
        add(pointer + "/" + std::to_string(i), "is there twice");
      }
    }
  }
  Result<void> result() {
    if (!found_.empty()) return problem::invalid(std::move(found_));
    return {};
  }

 private:
  std::vector<FieldError> found_;
};

}  // namespace

bool is_key(std::string_view text) {
  return !text.empty() && text.size() <= kMaxKey && std::all_of(text.begin(), text.end(), of_key);
}

void read(const json::value& in, Key& out, json::Reader& reader) {
  json::read(in, out.value, reader);
  if (in.is_string() && !is_key(out.value)) {
    reader.fault("must be 1 to 60 lower-case letters, digits and hyphens");
  }
}

void read(const json::value& in, KeyOrNone& out, json::Reader& reader) {
  json::read(in, out.value, reader);
  if (in.is_string() && !out.value.empty() && !is_key(out.value)) {
    reader.fault("must be empty, or lower-case letters, digits and hyphens");
  }
}

const AgendaStep* Workshop::step(const std::string& wanted) const {
  const auto found = std::find_if(agenda.begin(), agenda.end(),
                                  [&](const AgendaStep& each) { return each.id.value == wanted; });
  return found == agenda.end() ? nullptr : &*found;
}

bool Workshop::has_group(const std::string& wanted) const {
  return std::any_of(groups.begin(), groups.end(),
                     [&](const Group& each) { return each.id.value == wanted; });
}

Plan Workshop::plan() const {
  Plan plan{mode, {}, {}};
  for (const auto& each : agenda) plan.steps.push_back(each.id);
  for (const auto& each : groups) plan.groups.push_back(each.id);
  return plan;
}

Date Workshop::held_on() const {
  if (started_at) return started_at->date();
  return starts_at ? starts_at->date() : created_at.date();
}

Seat SeatRow::shown() const {
  Seat seat;
  static_cast<SeatFields&>(seat) = *this;
  seat.id = id;
  seat.version = version;
  seat.signed_in = person_id.has_value();
  seat.left = has_left;
  return seat;
}

Result<void> check(const WorkshopFields& fields, const Content& content) {
  Faults faults;
  faults.at_most(fields.groups.size(), 40, "/groups");
  faults.at_most(fields.agenda.size(), 60, "/agenda");
  faults.at_most(fields.ready.size(), 100, "/ready");
  faults.each_once(fields.groups, "/groups", [](const Group& each) { return each.id.value; });
  faults.each_once(fields.agenda, "/agenda", [](const AgendaStep& each) { return each.id.value; });
  faults.each_once(fields.ready, "/ready", [](const Key& each) { return each.value; });
  for (std::size_t i = 0; i < fields.agenda.size(); ++i) {
    faults.at_most(fields.agenda[i].prompts.size(), 20,
                   "/agenda/" + std::to_string(i) + "/prompts");
  }
  for (std::size_t i = 0; i < fields.ready.size(); ++i) {
    if (std::find(content.checklist.begin(), content.checklist.end(), fields.ready[i].value) ==
        content.checklist.end()) {
      faults.add("/ready/" + std::to_string(i), "is not on the pack's checklist");
    }
  }
  if (fields.anonymous && fields.smallest_group < kSmallestAnonymous) {
    faults.add("/smallest_group", "has to be 3 or more in an anonymous workshop");
  }
  if (fields.mode == Mode::survey) {
    if (!fields.closes_at) faults.add("/closes_at", "is required for a survey");
    for (std::size_t i = 0; i < fields.agenda.size(); ++i) {
      if (fields.agenda[i].by == By::group) {
        faults.add("/agenda/" + std::to_string(i) + "/by", "has to be seat in a survey");
      }
    }
  }
  if (fields.starts_at && fields.closes_at && *fields.closes_at <= *fields.starts_at) {
    faults.add("/closes_at", "has to be after the start");
  }
  return faults.result();
}

Result<void> check(const AnswerFields& fields, const AgendaStep& step, const std::string& subject,
                   const Content& content) {
  const std::vector<Item>* subjects = nullptr;
  const std::vector<Item>* values = nullptr;
  switch (step.kind) {
    case StepKind::rate:
      subjects = &content.rows;
      values = &content.levels;
      break;
    case StepKind::sort:
      subjects = &content.functions;
      values = &content.columns;
      break;
    case StepKind::pick:
      if (subject != kPick) return problem::not_found("subject");
      values = &content.outcomes;
      break;
    case StepKind::discuss:
    case StepKind::compare:
      if (!is_key(subject)) return problem::not_found("subject");
      break;
    default:
      return problem::conflict("This step takes no answers.");
  }
  if (subjects != nullptr && !has(*subjects, subject)) return problem::not_found("subject");
  Faults faults;
  if (!fields.value.empty() && (values == nullptr || !has(*values, fields.value.value))) {
    faults.add("/value", values == nullptr ? "has to be empty here" : "is not one of the choices");
  }
  if (!is_link(fields.link.value)) {
    faults.add("/link", "has to be an address that begins with https://");
  }
  return faults.result();
}

bool is_link(std::string_view text) {
  if (text.empty()) return true;
  const bool web = text.rfind("https://", 0) == 0 || text.rfind("http://", 0) == 0;
  return web && text.size() > 10 &&
         text.find_first_of(" \t\n\"<>\\^`{|}") == std::string_view::npos;
}

std::map<RecordId, std::string> spread(const std::vector<Seat>& seats,
                                       const std::vector<Group>& groups, std::uint64_t seed) {
  std::map<RecordId, std::string> placed;
  std::vector<const Seat*> order;
  for (const auto& seat : seats) {
    placed[seat.id] = "";
    order.push_back(&seat);
  }
  if (groups.empty()) return placed;
  std::mt19937_64 random(seed);
  std::shuffle(order.begin(), order.end(), random);
  // Those of one side and role stand together and are dealt out like cards, so that they end up
  // in different groups.
  std::stable_sort(order.begin(), order.end(), [](const Seat* a, const Seat* b) {
    return std::pair(a->side, a->role) < std::pair(b->side, b->role);
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    placed[order[i]->id] = groups[i % groups.size()].id;
  }
  return placed;
}

std::vector<bool> hidden_parts(const std::vector<std::int64_t>& sizes, std::int64_t smallest) {
  std::vector<bool> hidden(sizes.size(), false);
  std::int64_t people = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] > 0 && sizes[i] < smallest) {
      hidden[i] = true;
      people += sizes[i];
    }
  }
  // What is hidden together can be worked out from the whole and the rest: it too has to be of
  // enough people. So the smallest shown one joins it until it is.
  while (people > 0 && people < smallest) {
    std::size_t next = sizes.size();
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      if (hidden[i] || sizes[i] == 0) continue;
      if (next == sizes.size() || sizes[i] < sizes[next]) next = i;
    }
    if (next == sizes.size()) break;
    hidden[next] = true;
    people += sizes[next];
  }
  return hidden;
}

std::string new_code() {
  std::string code;
  for (std::size_t i = 0; i < kCodeLength; ++i) {
    code += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return code;
}

std::string code_of(std::string_view typed) {
  std::string code;
  for (const char c : typed) code += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const bool fits =
      code.size() == kCodeLength && code.find_first_not_of(kLetters) == std::string::npos;
  return fits ? code : std::string();
}

}  // namespace tandem::workshop
