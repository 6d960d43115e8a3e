#include "exchange/schools.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "statistics/suppression.hpp"

namespace tandem::exchange {
namespace {

using org::SchoolLevel;
using org::SchoolStatus;

std::string stripped(const std::string& code) {
  const auto first = code.find_first_not_of('0');
  return first == std::string::npos ? "" : code.substr(first);
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether the number of disadvantaged pupils, or of those who are not, is one that is not shown.
bool tells_of_few(const org::SchoolFields& fields) {
  if (!fields.disadvantaged_pupils) return false;
  const std::int64_t these = fields.disadvantaged_pupils->value;
  const std::int64_t others = fields.pupils ? fields.pupils->value - these : 0;
  const auto few = [](std::int64_t n) { return n > 0 && n < statistics::kFewestShown; };
  return others >= 0 && (few(these) || few(others));
}

// Figures a state does not show, because they are about few pupils.
bool is_withheld(std::string_view text) {
  return text == "*" || text == "n/a" || text == "N/A" || text.substr(0, 1) == "<";
}

std::optional<int> grade_of(std::string_view token) {
  const auto word = bare(token);
  static const std::map<std::string, int, std::less<>> names = {
      {"pk", -1}, {"p", -1}, {"prek", -1}, {"ec", -1}, {"ecse", -1},       {"prekindergarten", -1},
      {"k", 0},   {"kg", 0}, {"kf", 0},    {"tk", 0},  {"kindergarten", 0}};
  if (const auto found = names.find(word); found != names.end()) return found->second;
  if (!all_digits(word) || word.size() > 2) return std::nullopt;
  const int number = std::stoi(word);
  if (number > 12) return std::nullopt;
  return number;
}

std::string grade_name(int grade) {
  return grade == -1 ? "PK" : grade == 0 ? "K" : std::to_string(grade);
}

std::string level_name(SchoolLevel level) { return boost::describe::enum_to_string(level, ""); }

}  // namespace

std::optional<std::set<int>> grades_of(std::string_view text) {
  std::string plain(text);
  for (const std::string_view dash : {"–", "—", " to ", " - "}) {
    for (auto at = plain.find(dash); at != std::string::npos; at = plain.find(dash)) {
      plain.replace(at, dash.size(), "-");
    }
  }
  for (const std::string_view word : {"Pre-K", "pre-k", "PRE-K", "Pre-k"}) {
    for (auto at = plain.find(word); at != std::string::npos; at = plain.find(word)) {
      plain.replace(at, word.size(), "PK");
    }
  }
  std::set<int> grades;
  std::size_t at = 0;
  while (at < plain.size()) {
    const auto end = std::min(plain.find_first_of(",; /|", at), plain.size());
    const auto part = std::string_view(plain).substr(at, end - at);
    at = end + 1;
    if (part.empty()) continue;
    const auto dash = part.find('-');
    const auto from = grade_of(part.substr(0, dash));
    const auto to = dash == std::string_view::npos ? from : grade_of(part.substr(dash + 1));
    if (!from || !to || *from > *to) return std::nullopt;
    for (int grade = *from; grade <= *to; ++grade) grades.insert(grade);
  }
  if (grades.empty()) return std::nullopt;
  return grades;
}

std::string grades_text(const std::set<int>& grades) {
  std::string text;
  for (auto at = grades.begin(); at != grades.end();) {
    const int first = *at;
    int last = first;
    while (++at != grades.end() && *at == last + 1) last = *at;
    text += (text.empty() ? "" : ", ") + grade_name(first);
    if (last != first) text += "-" + grade_name(last);
  }
  return text;
}

std::optional<SchoolLevel> level_word(std::string_view word) {
  auto name = bare(word);
  if (name.size() > 6 && name.rfind("school") == name.size() - 6) name.resize(name.size() - 6);
  static const std::map<std::string, SchoolLevel, std::less<>> words = {
      {"elementary", SchoolLevel::elementary},
      {"elem", SchoolLevel::elementary},
      {"es", SchoolLevel::elementary},
      {"primary", SchoolLevel::elementary},
      {"lowerelementary", SchoolLevel::elementary},
      {"upperelementary", SchoolLevel::elementary},
      {"middle", SchoolLevel::middle},
      {"ms", SchoolLevel::middle},
      {"juniorhigh", SchoolLevel::middle},
      {"jrhigh", SchoolLevel::middle},
      {"middlejuniorhigh", SchoolLevel::middle},
      {"intermediate", SchoolLevel::middle},
      {"high", SchoolLevel::high},
      {"hs", SchoolLevel::high},
      {"seniorhigh", SchoolLevel::high},
      {"srhigh", SchoolLevel::high},
      {"secondary", SchoolLevel::high},
      {"k8", SchoolLevel::k8},
      {"pk8", SchoolLevel::k8},
      {"prek8", SchoolLevel::k8},
      {"elementarymiddle", SchoolLevel::k8},
      {"k12", SchoolLevel::k12},
      {"pk12", SchoolLevel::k12},
      {"prek12", SchoolLevel::k12},
      {"other", SchoolLevel::other},
      {"alternative", SchoolLevel::other},
      {"adulteducation", SchoolLevel::other},
      {"specialeducation", SchoolLevel::other}};
  const auto found = words.find(name);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

SchoolLevel level_of(std::string_view word, const std::optional<std::set<int>>& grades) {
  if (const auto named = level_word(word)) return *named;
  if (!grades || grades->empty()) return SchoolLevel::other;
  const int from = *grades->begin();
  const int to = *grades->rbegin();
  if (to <= 6 && from <= 5) return SchoolLevel::elementary;
  if (from >= 4 && to <= 9) return from >= 9 ? SchoolLevel::high : SchoolLevel::middle;
  if (from >= 6) return SchoolLevel::high;
  return to <= 8 ? SchoolLevel::k8 : SchoolLevel::k12;
}

std::optional<SchoolStatus> status_word(std::string_view word) {
  const auto name = bare(word);
  if (name.rfind("open", 0) == 0 || name == "active") return SchoolStatus::open;
  if (name.rfind("close", 0) == 0 || name == "inactive" || name == "tobedeleted") {
    return SchoolStatus::closed;
  }
  return std::nullopt;
}

std::optional<std::int64_t> count_of(std::string_view text) {
  std::string digits;
  const auto first_comma = text.find(',');
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ',') {
      digits += text[i];
    } else if (first_comma == 0 || first_comma > 3 || (text.size() - i) % 4 != 0) {
      return std::nullopt;  // not one that parts thousands
    }
  }
  if (!all_digits(digits) || digits.size() > 9) return std::nullopt;
  return std::stoll(digits);
}

SchoolRows::SchoolRows(std::string district_code, const std::vector<org::School>& schools)
    : district_code_(std::move(district_code)) {
  for (const auto& school : schools) {
    by_code_.emplace(school.code.value, school);
    by_stripped_code_.emplace(stripped(school.code.value), school.code.value);
  }
}

SchoolDecision SchoolRows::decide(const Cells& cells, std::size_t columns) {
  SchoolDecision decision;
  auto& row = decision.row;
  row.line = cells.row().line;
  const auto code = cells.text("code");
  const auto name = cells.text("name");
  row.label = cut(name.empty()   ? code
                  : code.empty() ? name
                                 : fmt::format("{} ({})", name, code),
                  400);
  row.reasons = row_faults(cells, columns);
  if (!row.reasons.empty()) {
    row.outcome = Outcome::error;
    return decision;
  }
  const auto district = cells.text("district_code");
  if (!district.empty() && stripped(district) != stripped(district_code_)) {
    return decision.settle(Outcome::skip, "district_code",
                           cut("belongs to another district, " + district, 200));
  }
  const auto type = cells.text("type");
  if (!type.empty() && bare(type) != "school" && bare(type) != "leaschool" &&
      bare(type) != "psaschool") {
    return decision.settle(Outcome::skip, "type", cut("is no school but: " + type, 200));
  }
  if (code.empty()) return decision.settle(Outcome::error, "code", "is required");
  if (stripped(code).empty()) {
    return decision.settle(Outcome::skip, "code", "is the district itself, not one of its schools");
  }
  if (const auto [other, first] = seen_.emplace(code, row.line); !first) {
    return decision.settle(Outcome::error, "code",
                           fmt::format("is in line {} already", other->second));
  }
  const auto existing = by_code_.find(code);
  if (existing == by_code_.end() && all_digits(code)) {
    const auto similar = by_stripped_code_.find(stripped(code));
    if (similar != by_stripped_code_.end()) {
      return decision.settle(Outcome::error, "code",
                             fmt::format("differs from {} only by zeros in front, which "
                                         "spreadsheets drop: mend the file",
                                         similar->second));
    }
  }
  const bool is_new = existing == by_code_.end();
  json::object fields =
      is_new ? json::write(org::SchoolFields{}).as_object()
             : json::write(static_cast<const org::SchoolFields&>(existing->second)).as_object();
  if (!is_new) decision.existing = existing->second;
  fields["code"] = code;
  if (is_new || !name.empty()) fields["name"] = name;
  if (const auto city = cells.text("city"); !city.empty()) fields["city"] = city;

  const auto grade_words = cells.text("grades");
  const auto grades = grades_of(grade_words);
  if (!grade_words.empty()) fields["grades"] = grades ? grades_text(*grades) : grade_words;
  const auto level_text = cells.text("level");
  if (!level_text.empty() || is_new) fields["level"] = level_name(level_of(level_text, grades));
  if (!level_text.empty() && !level_word(level_text)) {
    row.reasons.push_back(
        {"level", cut(fmt::format("{} is not a level we know; taken as {}", level_text,
                                  std::string(fields["level"].as_string())),
                      400)});
  }
  if (const auto status = cells.text("status"); !status.empty()) {
    const auto known = status_word(status);
    if (!known)
      return decision.settle(Outcome::error, "status",
                             cut("is neither open nor closed: " + status, 200));
    if (*known == SchoolStatus::closed && is_new) {
      return decision.settle(Outcome::skip, "status",
                             "is closed, and was never one of the schools here");
    }
    fields["status"] = *known == SchoolStatus::open ? "open" : "closed";
  }
  for (const auto* field : {"pupils", "disadvantaged_pupils"}) {
    const auto text = cells.text(field);
    if (text.empty()) continue;
    if (is_withheld(text)) {
      row.reasons.push_back({field, "is withheld in the file; left as it is"});
    } else if (const auto count = count_of(text)) {
      fields[field] = *count;
    } else {
      return decision.settle(Outcome::error, field, cut("is not a whole number: " + text, 200));
    }
  }
  auto read = json::from<org::SchoolFields>(fields);
  if (read && tells_of_few(*read)) {
    read->disadvantaged_pupils.reset();
    row.reasons.push_back(
        {"disadvantaged_pupils", "tells of fewer than ten pupils; it is not kept"});
  }
  const auto checked = read ? org::check(*read) : Result<void>(read.error());
  if (!checked) {
    row.outcome = Outcome::error;
    row.reasons = reasons_of(checked.error());
    return decision;
  }
  decision.fields = *read;
  if (is_new) {
    row.outcome = Outcome::create;
    return decision;
  }
  const auto changed =
      differences(json::write(static_cast<const org::SchoolFields&>(existing->second)),
                  json::write(decision.fields));
  row.outcome = changed.empty() ? Outcome::same : Outcome::update;
  row.reasons.insert(row.reasons.end(), changed.begin(), changed.end());
  return decision;
}

}  // namespace tandem::exchange
