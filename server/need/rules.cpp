#include "need/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

namespace tandem::need {
namespace {

constexpr std::size_t kMostDataSets = 20;
constexpr std::size_t kMostDrawn = 100;

template <class T>
void once(const std::vector<T>& list, const std::string& field, std::size_t most,
          std::vector<FieldError>& errors) {
  if (list.size() > most) errors.push_back({field, fmt::format("has more than {} items", most)});
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), list[i]) !=
        list.begin() + static_cast<std::ptrdiff_t>(i)) {
      errors.push_back({fmt::format("{}/{}", field, i), "is named twice"});
    }
  }
}

void check_drawn(const std::vector<Drawn>& drawn, bool of_school, std::vector<FieldError>& errors) {
  once(drawn, "/drawn_from", kMostDrawn, errors);
  if (of_school && !drawn.empty()) {
    errors.push_back({"/drawn_from", "only the district draws from schools' reports"});
  }
}

const Cause* find(const std::vector<Cause>& causes, const RecordId& id) {
  const auto found =
      std::find_if(causes.begin(), causes.end(), [&](const Cause& c) { return c.id == id; });
  return found == causes.end() ? nullptr : &*found;
}

// How many whys stand above; nothing if they go round in a circle.
std::optional<int> whys_above(const CauseFields& fields, const RecordId& id,
                              const std::vector<Cause>& others) {
  int above = 0;
  for (auto parent = fields.parent_id; parent; ++above) {
    if (*parent == id || above > static_cast<int>(others.size())) return std::nullopt;
    const auto* cause = find(others, *parent);
    parent = cause == nullptr ? std::nullopt : cause->parent_id;
  }
  return above;
}

int whys_below(const RecordId& id, const std::vector<Cause>& others) {
  int deepest = 0;
  for (const auto& cause : others) {
    if (cause.parent_id == id) deepest = std::max(deepest, 1 + whys_below(cause.id, others));
  }
  return deepest;
}

const std::set<std::string>& empty_words() {
  static const std::set<std::string> kWords = {
      "about",  "after", "also",     "because", "been",     "before", "being",   "between", "both",
      "cannot", "child", "children", "could",   "district", "does",   "each",    "enough",  "every",
      "fewer",  "from",  "grade",    "have",    "into",     "just",   "less",    "level",   "like",
      "made",   "make",  "many",     "more",    "most",     "much",   "need",    "only",    "other",
      "our",    "over",  "people",   "school",  "should",   "some",   "student", "such",    "than",
      "that",   "their", "them",     "then",    "there",    "these",  "they",    "this",    "those",
      "under",  "until", "very",     "well",    "were",     "what",   "when",    "where",   "which",
      "while",  "with",  "without",  "would",   "year",     "your",   "percent", "across",  "same"};
  return kWords;
}

std::vector<Component> shared(const std::vector<Component>& a, const std::vector<Component>& b) {
  std::vector<Component> both;
  for (const auto component : a) {
    const bool in_b = std::find(b.begin(), b.end(), component) != b.end();
    if (in_b && std::find(both.begin(), both.end(), component) == both.end()) {
      both.push_back(component);
    }
  }
  return both;
}

int in_common(const Candidate& a, const std::set<std::string>& words_a, const Candidate& b,
              const std::set<std::string>& words_b) {
  std::vector<std::string> words;
  std::set_intersection(words_a.begin(), words_a.end(), words_b.begin(), words_b.end(),
                        std::back_inserter(words));
  const bool subject = a.subject == b.subject && a.subject != Subject::other;
  return (subject ? 2 : 0) +
         static_cast<int>(std::min<std::size_t>(2, shared(a.components, b.components).size())) +
         static_cast<int>(std::min<std::size_t>(3, words.size()));
}

// Each telling word of a text, and the first of the forms in which it stands there.
std::map<std::string, std::string> forms_of(std::string_view text) {
  constexpr std::size_t kShortest = 4;
  std::map<std::string, std::string> forms;
  std::string form;
  const auto end = [&] {
    auto word = form;
    if (word.size() > kShortest && word.back() == 's' && word[word.size() - 2] != 's') {
      word.pop_back();
    }
    if (word.size() >= kShortest && empty_words().count(word) == 0) {
      const auto [known, added] = forms.emplace(word, form);
      if (!added && form < known->second) known->second = form;
    }
    form.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalpha(byte) != 0) form += static_cast<char>(std::tolower(byte));
    else end();
  }
  end();
  return forms;
}

using Group = std::vector<std::size_t>;

Reasons reasons_of(const Group& group, const std::vector<Candidate>& candidates,
                   const std::vector<std::set<std::string>>& words) {
  Reasons reasons;
  const auto& first = candidates[group.front()];
  if (first.subject != Subject::other) reasons.subject = first.subject;
  reasons.components = shared(first.components, first.components);
  std::map<std::string, std::size_t> counts;
  for (const auto i : group) {
    if (reasons.subject != candidates[i].subject) reasons.subject.reset();
    reasons.components = shared(reasons.components, candidates[i].components);
    for (const auto& word : words[i]) ++counts[word];
  }
  std::sort(reasons.components.begin(), reasons.components.end());
  if (group.size() < 2) return reasons;
  for (const auto& [word, count] : counts) {
    if (count >= 2 && count * 2 >= group.size()) reasons.words.push_back(word);
  }
  std::stable_sort(reasons.words.begin(), reasons.words.end(),
                   [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
  constexpr std::size_t kMostWords = 6;
  if (reasons.words.size() > kMostWords) reasons.words.resize(kMostWords);
  // As somebody wrote them.
  std::map<std::string, std::string> forms;
  for (const auto i : group) {
    for (const auto& [word, form] : forms_of(candidates[i].words)) {
      const auto [known, added] = forms.emplace(word, form);
      if (!added && form < known->second) known->second = form;
    }
  }
  for (auto& word : reasons.words) word = forms.at(word);
  return reasons;
}

}  // namespace

void check_level(Level level, bool of_school, std::vector<FieldError>& errors) {
  if (level == Level::collaborative) return;
  if ((level == Level::building) != of_school) {
    errors.push_back({"/level", of_school ? "a school's is building or collaborative"
                                          : "the district's is district or collaborative"});
  }
}

void check_components(const std::vector<Component>& components, std::vector<FieldError>& errors) {
  once(components, "/components", 10, errors);
}

std::vector<FieldError> faults(const NeedFields& fields, bool of_school) {
  std::vector<FieldError> errors;
  check_level(fields.level, of_school, errors);
  check_components(fields.components, errors);
  once(fields.data_sets, "/data_sets", kMostDataSets, errors);
  check_drawn(fields.drawn_from, of_school, errors);
  return errors;
}

std::vector<FieldError> faults(const CauseFields& fields, bool of_school, const RecordId& id,
                               const std::vector<Cause>& others) {
  std::vector<FieldError> errors;
  check_drawn(fields.drawn_from, of_school, errors);
  if (fields.method == Method::fishbone) {
    if (!fields.bone) errors.push_back({"/bone", "is required on a fishbone"});
    if (fields.parent_id) errors.push_back({"/parent_id", "belongs to five whys"});
    return errors;
  }
  if (fields.bone) errors.push_back({"/bone", "belongs to a fishbone"});
  if (!fields.parent_id) return errors;
  const auto* parent = find(others, *fields.parent_id);
  if (*fields.parent_id == id) {
    errors.push_back({"/parent_id", "a cause cannot be its own reason"});
  } else if (parent == nullptr || parent->method != Method::five_whys) {
    errors.push_back({"/parent_id", "is not one of the whys of this need"});
  } else {
    const auto above = whys_above(fields, id, others);
    if (!above) errors.push_back({"/parent_id", "the whys would go round in a circle"});
    else if (*above + 1 + (id.empty() ? 0 : whys_below(id, others)) > kMostWhys) {
      errors.push_back({"/parent_id", fmt::format("there are {} whys already", kMostWhys)});
    }
  }
  return errors;
}

std::vector<Covered> coverage(const std::vector<Need>& needs, const std::vector<DataSet>& data) {
  std::vector<Covered> rows;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Component>>([&](auto enumerator) {
    rows.push_back({enumerator.value, 0, 0, 0});
  });
  const auto row = [&](Component component) -> Covered& {
    return rows[static_cast<std::size_t>(component)];
  };
  for (const auto& need : needs) {
    for (const auto component : need.components) {
      ++(need.kind == Kind::need ? row(component).needs : row(component).assets);
    }
  }
  for (const auto& set : data) {
    for (const auto component : set.components) ++row(component).data_sets;
  }
  return rows;
}

std::set<std::string> telling_words(std::string_view text) {
  std::set<std::string> words;
  for (const auto& [word, form] : forms_of(text)) words.insert(word);
  return words;
}

int in_common(const Candidate& a, const Candidate& b) {
  return in_common(a, telling_words(a.words), b, telling_words(b.words));
}

std::vector<Proposal> proposals(std::vector<Candidate> candidates) {
  const auto key = [](const Candidate& c) {
    return std::pair(c.from.report_id.value, c.from.item_id.value);
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto count = candidates.size();
  std::vector<std::set<std::string>> words;
  for (const auto& candidate : candidates) words.push_back(telling_words(candidate.words));

  // likeness[a][b]: the least that any of group a has in common with any of group b
  std::vector<std::vector<int>> likeness(count, std::vector<int>(count));
  std::vector<Group> groups;
  for (std::size_t a = 0; a < count; ++a) {
    groups.push_back({a});
    for (std::size_t b = 0; b < a; ++b) {
      likeness[a][b] = likeness[b][a] = in_common(candidates[a], words[a], candidates[b], words[b]);
    }
  }
  // The nearest first. Joining groups only ever makes them less like others, so one pass for each
  // likeness finds all of that likeness.
  for (int like = kMostInCommon; like >= kEnoughInCommon; --like) {
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b) {
        if (groups[a].empty() || groups[b].empty() || likeness[a][b] < like) continue;
        groups[a].insert(groups[a].end(), groups[b].begin(), groups[b].end());
        groups[b].clear();
        for (std::size_t c = 0; c < count; ++c) {
          likeness[a][c] = likeness[c][a] = std::min(likeness[a][c], likeness[b][c]);
        }
      }
    }
  }
  std::vector<Proposal> result;
  for (auto& group : groups) {
    if (group.empty()) continue;
    std::sort(group.begin(), group.end());
    Proposal proposal{reasons_of(group, candidates, words), {}};
    for (const auto i : group) proposal.items.push_back(candidates[i].from);
    result.push_back(std::move(proposal));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.items.size() > b.items.size(); });
  return result;
}

}  // namespace tandem::need
