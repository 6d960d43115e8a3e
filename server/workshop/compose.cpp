// The words of the minutes.
#include <fmt/format.h>

#include <algorithm>

#include "report/figures.hpp"
#include "workshop/minutes.hpp"

namespace tandem::workshop {
namespace {

constexpr std::size_t kMaxText = 19'000;
constexpr std::size_t kMaxSections = 100;

std::string words_of(auto value) {
  std::string words = boost::describe::enum_to_string(value, "");
  std::replace(words.begin(), words.end(), '_', ' ');
  words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
  return words;
}

// Cut where it would be longer than a section may be, between two characters.
std::string bounded(std::string text) {
  if (text.size() <= kMaxText) return trim(text);
  std::size_t end = kMaxText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return trim(text.substr(0, end)) + " \u2026";
}

std::string plural(std::int64_t n, const std::string& one, const std::string& many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

class Writer {
 public:
  explicit Writer(const Proceedings& from) : from_(from) {}

  MinutesFields write() {
    add("about", "About this workshop", about());
    add("people", "Who took part", people());
    for (const auto& step : from_.workshop.agenda) add_step(step);
    add("consensus", "Where the room agreed, and where not", consensus());
    add("shift", "Toward the next level", shift());
    add("actions", "Actions", actions());
    return {from_.workshop.title, std::move(sections_)};
  }

 private:
  void add(const std::string& id, const std::string& title, const std::string& text) {
    if (text.empty() || sections_.size() >= kMaxSections) return;
    sections_.push_back({{id}, {title}, {bounded(text)}});
  }

  std::string about() const {
    const auto& workshop = from_.workshop;
    std::string text = fmt::format("{}, {}. School year {}.", from_.place,
                                   report::day(workshop.held_on()), workshop.year.value);
    if (workshop.mode == Mode::survey) text += " Held as a survey, without a facilitator.";
    if (workshop.anonymous) text += " Held anonymously: no names were kept with what was said.";
    return text;
  }

  // Small groups are counted only where their members cannot be told.
  std::string counted(auto of, const auto& title_of_part) const {
    std::map<decltype(of(from_.seats.front())), std::int64_t> parts;
    for (const auto& seat : from_.seats) ++parts[of(seat)];
    std::vector<std::int64_t> sizes;
    for (const auto& [part, n] : parts) sizes.push_back(n);
    const auto hidden = hidden_parts(
        sizes, from_.workshop.anonymous ? std::int64_t{from_.workshop.smallest_group} : 1);
    std::string text;
    std::int64_t others = 0;
    std::size_t i = 0;
    for (const auto& [part, n] : parts) {
      if (hidden[i++]) others += n;
      else text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", title_of_part(part), n);
    }
    if (others > 0) text += fmt::format("{}others: {}", text.empty() ? "" : ", ", others);
    return text;
  }

  std::string people() const {
    if (from_.seats.empty()) return "Nobody joined.";
    std::string text =
        plural(static_cast<std::int64_t>(from_.seats.size()), "person", "people") + " joined.\n";
    const auto words = [](auto part) { return words_of(part); };
    text += "By side: " + counted([](const SeatRow& seat) { return seat.side; }, words) + ".\n";
    text += "By role: " + counted([](const SeatRow& seat) { return seat.role; }, words) + ".";
    if (from_.workshop.anonymous) return text;
    std::string names;
    for (const auto& seat : from_.seats) {
      if (!seat.name.empty()) names += (names.empty() ? "" : ", ") + seat.name.value;
    }
    if (!names.empty()) text += "\nNames given: " + names + ".";
    return text;
  }

  void add_step(const AgendaStep& step) {
    std::string text;
    for (const auto& results : from_.results) {
      if (results.step != step.id.value) continue;
      if (step.kind == StepKind::rate) text += rated(results);
      else if (step.kind == StepKind::pick) text += picked(results);
      else if (step.kind == StepKind::sort) text += sorted(results);
      else text += discussed(step, results);
    }
    text += noted(step);
    add(step.id, step.title, text);
  }

  std::string rated(const Results& results) const {
    std::string text = fmt::format(
        "{} rated.", plural(results.people, results.by == By::group ? "group" : "person",
                            results.by == By::group ? "groups" : "people"));
    if (results.alpha)
      text += fmt::format(" Agreement over all rows (alpha): {:.2f}.", *results.alpha);
    text += "\n";
    for (const auto& row : results.rows) {
      if (row.answers == 0) continue;
      text += title_of(from_.content.rows, row.subject) + ": ";
      text += shares(row, from_.content.levels);
      if (row.agreement) text += fmt::format("; agreement (A) {:.2f}", *row.agreement);
      text += "\n";
      for (const auto& side : row.sides) {
        if (!side.median) continue;
        text += fmt::format("   {} side: {}\n", side.id, level_at(*side.median));
      }
      for (const auto& evidence : row.evidence) text += said(evidence);
    }
    return text;
  }

  std::string level_at(double place) const {
    const auto& levels = from_.content.levels;
    const auto low = static_cast<std::size_t>(place);
    if (low < 1 || low > levels.size()) return "";
    if (place == static_cast<double>(low) || low == levels.size()) return levels[low - 1].title;
    return "between " + levels[low - 1].title + " and " + levels[low].title;
  }

  static std::string shares(const ResultRow& row, const std::vector<Item>& choices) {
    std::string text;
    for (const auto& each : row.counts) {
      if (each.count == 0) continue;
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", title_of(choices, each.value),
                          each.count);
    }
    return text;
  }

  static std::string said(const Evidence& evidence) {
    std::string text = "   \u2013 " + evidence.text;
    if (!evidence.link.empty()) text += (evidence.text.empty() ? "" : " ") + evidence.link;
    return text + "\n";
  }

  std::string picked(const Results& results) const {
    std::string text;
    for (const auto& row : results.rows) {
      for (const auto& each : row.counts) {
        if (each.count == 0) continue;
        text += fmt::format("{} ({})\n", title_of(from_.content.outcomes, each.value), each.count);
        for (const auto& reason : row.evidence) {
          if (reason.value == each.value) text += said(reason);
        }
      }
    }
    return text;
  }

  std::string sorted(const Results& results) const {
    std::string differ;
    std::int64_t alike = 0;
    for (const auto& row : results.rows) {
      if (row.answers == 0) continue;
      const bool one =
          std::any_of(row.counts.begin(), row.counts.end(), [&](const LevelCount& each) {
            return each.count == row.answers && each.value == row.expected;
          });
      if (one) {
        ++alike;
        continue;
      }
      differ += title_of(from_.content.functions, row.subject) + ": " +
                shares(row, from_.content.columns) +
                " (handout: " + title_of(from_.content.columns, row.expected) + ")\n";
    }
    std::string text = plural(alike, "function was", "functions were") +
                       " placed by everybody as in the handout.\n";
    if (!differ.empty()) text += "Placed differently:\n" + differ;
    return text;
  }

  std::string discussed(const AgendaStep& step, const Results& results) const {
    std::string text;
    for (const auto& row : results.rows) {
      std::string heading = row.subject;
      const auto number = std::strtoul(row.subject.c_str(), nullptr, 10);
      if (number >= 1 && number <= step.prompts.size()) heading = step.prompts[number - 1].value;
      else heading = title_of(from_.content.outcomes, heading);
      if (!row.evidence.empty()) text += heading + "\n";
      for (const auto& each : row.evidence) text += said(each);
    }
    return text;
  }

  // In the order of the pack.
  int place(const std::string& subject) const {
    return std::max(place_of(from_.content.consequences, subject),
                    place_of(from_.content.rows, subject));
  }

  std::string subject_title(const std::string& subject) const {
    for (const auto* items :
         {&from_.content.consequences, &from_.content.rows, &from_.content.outcomes}) {
      if (has(*items, subject)) return title_of(*items, subject);
    }
    return subject;
  }

  std::string noted(const AgendaStep& step) const {
    std::vector<const Note*> notes;
    for (const auto& note : from_.notes) {
      if (note.step.value == step.id.value && !note.merged_into) notes.push_back(&note);
    }
    const auto order = [&](const Note* note) {
      return std::tuple(place(note->subject), note->subject.value, note->kind, -note->votes);
    };
    std::stable_sort(notes.begin(), notes.end(),
                     [&](const Note* a, const Note* b) { return order(a) < order(b); });
    std::string text;
    std::string subject = "\n";
    for (const auto* note : notes) {
      if (note->subject.value != subject) {
        subject = note->subject;
        text += subject_title(subject) + "\n";
      }
      text += "   \u2013 " +
              (note->kind == NoteKind::example || note->kind == NoteKind::idea
                   ? std::string()
                   : words_of(note->kind) + ": ") +
              note->text.value;
      if (note->votes > 0) text += " (" + plural(note->votes, "vote", "votes") + ")";
      text += "\n";
    }
    return text;
  }

  std::string consensus() const {
    std::string text;
    for (const auto& item : from_.content.rows) {
      for (const auto& row : from_.consensus) {
        if (row.subject != item.id) continue;
        text += item.title + ": ";
        text += row.level.empty() ? "no consensus" : title_of(from_.content.levels, row.level);
        if (!row.dissent.value.empty()) text += ". Dissent: " + row.dissent.value;
        text += "\n";
      }
    }
    return text;
  }

  std::string shift() const {
    std::string text;
    for (const auto& item : from_.content.rows) {
      for (const auto& row : from_.consensus) {
        if (row.subject != item.id || row.desired.empty()) continue;
        text += item.title + ": to " + title_of(from_.content.levels, row.desired) + "\n";
      }
    }
    return text;
  }

  std::string actions() const {
    std::string text;
    for (const auto& item : from_.actions) {
      std::string owner = item.owner_name;
      if (item.owner_id) {
        const auto found = from_.people.find(item.owner_id->value);
        if (found != from_.people.end()) owner = found->second;
      }
      text += item.title.value + " \u2013 " + (owner.empty() ? "no owner yet" : owner);
      if (item.due_on) text += ", by " + report::day(*item.due_on);
      text += "\n";
    }
    return text;
  }

  const Proceedings& from_;
  std::vector<MinutesSection> sections_;
};

}  // namespace

MinutesFields compose(const Proceedings& from) { return Writer(from).write(); }

}  // namespace tandem::workshop
