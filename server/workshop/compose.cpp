// The words of the minutes.
#include <fmt/format.h>

#include <algorithm>

#include "workshop/minutes.hpp"

namespace tandem::workshop {
namespace {

constexpr std::size_t kMaxText = 19'000;
constexpr std::size_t kMaxSections = 100;

// Cut where it would be longer than a section may be, between two characters.
std::string bounded(std::string text) {
  if (text.size() <= kMaxText) return trim(text);
  std::size_t end = kMaxText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return trim(text.substr(0, end)) + " \u2026";
}

// A text of Words with what comes in.
template <class... Parts>
std::string put(std::string_view text, const Parts&... parts) {
  return fmt::format(fmt::runtime(text), parts...);
}

class Writer {
 public:
  explicit Writer(const Proceedings& from) : from_(from), words_(words_in(from.language)) {}

  MinutesFields write() {
    add("about", words_.about, about());
    add("people", words_.people, people());
    for (const auto& step : from_.workshop.agenda) add_step(step);
    add("consensus", words_.consensus, consensus());
    add("shift", words_.shift, shift());
    add("actions", words_.actions, actions());
    return {from_.workshop.title, std::move(sections_)};
  }

 private:
  void add(const std::string& id, std::string_view title, const std::string& text) {
    if (text.empty() || sections_.size() >= kMaxSections) return;
    sections_.push_back({{id}, {std::string(title)}, {bounded(text)}});
  }

  std::string about() const {
    const auto& workshop = from_.workshop;
    std::string text = put(words_.held, from_.place, day_in(workshop.held_on(), from_.language),
                           workshop.year.value);
    if (workshop.mode == Mode::survey) text += " " + std::string(words_.survey);
    if (workshop.anonymous) text += " " + std::string(words_.anonymous);
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
    if (others > 0) text += (text.empty() ? "" : ", ") + put(words_.others, others);
    return text;
  }

  std::string people() const {
    if (from_.seats.empty()) return std::string(words_.nobody);
    const auto named = [this](auto part) { return name_of(part, from_.language); };
    std::string text = put(words_.joined, from_.seats.size()) + "\n";
    text +=
        put(words_.by_side, counted([](const SeatRow& seat) { return seat.side; }, named)) + "\n";
    text += put(words_.by_role, counted([](const SeatRow& seat) { return seat.role; }, named));
    if (from_.workshop.anonymous) return text;
    std::string names;
    for (const auto& seat : from_.seats) {
      if (!seat.name.empty()) names += (names.empty() ? "" : ", ") + seat.name.value;
    }
    if (!names.empty()) text += "\n" + put(words_.names, names);
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
    add(step.id, step.title.value, text);
  }

  std::string rated(const Results& results) const {
    std::string text =
        put(results.by == By::group ? words_.rated_by_group : words_.rated, results.people);
    if (results.alpha) text += " " + put(words_.alpha, fmt::format("{:.2f}", *results.alpha));
    text += "\n";
    for (const auto& row : results.rows) {
      if (row.answers == 0) continue;
      text += title_of(from_.content.rows, row.subject) + ": ";
      text += shares(row, from_.content.levels);
      if (row.agreement) {
        text += "; " + put(words_.agreement, fmt::format("{:.2f}", *row.agreement));
      }
      text += "\n";
      for (const auto& side : row.sides) {
        if (!side.median) continue;
        text += "   " + put(words_.side, side_named(side.id), level_at(*side.median)) + "\n";
      }
      for (const auto& evidence : row.evidence) text += said(evidence);
    }
    return text;
  }

  std::string side_named(const std::string& id) const {
    Side side{};
    if (!boost::describe::enum_from_string(id.c_str(), side)) return id;
    return name_of(side, from_.language);
  }

  std::string level_at(double place) const {
    const auto& levels = from_.content.levels;
    const auto low = static_cast<std::size_t>(place);
    if (low < 1 || low > levels.size()) return "";
    if (place == static_cast<double>(low) || low == levels.size()) return levels[low - 1].title;
    return put(words_.between, levels[low - 1].title, levels[low].title);
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
    for (const auto& file : evidence.files) text += " [" + file.name + "]";
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
                shares(row, from_.content.columns) + " (" +
                put(words_.handout, title_of(from_.content.columns, row.expected)) + ")\n";
    }
    std::string text = put(words_.as_handout, alike) + "\n";
    if (!differ.empty()) text += std::string(words_.differently) + "\n" + differ;
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
                   : name_of(note->kind, from_.language) + ": ") +
              note->text.value;
      if (note->votes > 0) text += " (" + put(words_.votes, note->votes) + ")";
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
        text += row.level.empty() ? std::string(words_.no_consensus)
                                  : title_of(from_.content.levels, row.level);
        if (!row.dissent.value.empty()) text += ". " + put(words_.dissent, row.dissent.value);
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
        text += put(words_.toward, item.title, title_of(from_.content.levels, row.desired)) + "\n";
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
      text +=
          item.title.value + " \u2013 " + (owner.empty() ? std::string(words_.no_owner) : owner);
      if (item.due_on) text += ", " + put(words_.due, day_in(*item.due_on, from_.language));
      text += "\n";
    }
    return text;
  }

  const Proceedings& from_;
  const Words& words_;
  std::vector<MinutesSection> sections_;
};

}  // namespace

MinutesFields compose(const Proceedings& from) { return Writer(from).write(); }

}  // namespace tandem::workshop
