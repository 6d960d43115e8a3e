#include "identity/person.hpp"

#include <algorithm>
#include <set>

namespace tandem::identity {
namespace {

constexpr std::size_t kMaxEmail = 254;  // RFC 5321, section 4.5.3.1.3, less the angle brackets

std::pair<std::string_view, std::string> key_of(const Grant& grant) {
  return {boost::describe::enum_to_string(grant.role, ""),
          grant.school_id ? grant.school_id->value : std::string()};
}

bool is_label(std::string_view text) {
  constexpr std::size_t kMaxLabel = 63;
  return !text.empty() && text.size() <= kMaxLabel && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

bool is_atom(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+/=?^_`{|}~-";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

// Whether the text is parts joined by dots, at least so many, each of them as asked.
bool is_dotted(std::string_view text, std::size_t least, bool (*part_is_good)(std::string_view)) {
  std::size_t parts = 0;
  for (;;) {
    const auto dot = text.find('.');
    if (!part_is_good(text.substr(0, dot))) return false;
    ++parts;
    if (dot == std::string_view::npos) return parts >= least;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

std::optional<Email> Email::parse(std::string_view text) {
  Email email{lower(trim(text))};
  const std::string_view all = email.value;
  const auto at = all.find('@');
  if (all.size() > kMaxEmail || at == std::string_view::npos) return std::nullopt;
  constexpr std::size_t kMaxLocal = 64;
  if (at > kMaxLocal || !is_dotted(all.substr(0, at), 1, is_atom)) return std::nullopt;
  if (!is_dotted(all.substr(at + 1), 2, is_label)) return std::nullopt;
  return email;
}

void read(const json::value& in, Email& out, json::Reader& reader) {
  if (!in.is_string()) return reader.fault("must be text");
  auto email = Email::parse(std::string_view(in.get_string()));
  if (!email) return reader.fault("must be an e-mail address");
  out = std::move(*email);
}

json::value write(const Email& v) { return json::value(v.value); }

Result<void> check_grants(const std::vector<Grant>& grants, const std::vector<SchoolId>& schools) {
  if (grants.size() > kMaxGrants) {
    return problem::invalid("/grants", fmt::format("must be {} at most", kMaxGrants));
  }
  std::vector<FieldError> errors;
  std::set<std::pair<std::string_view, std::string>> seen;
  for (std::size_t i = 0; i < grants.size(); ++i) {
    const auto& grant = grants[i];
    const auto at = fmt::format("/grants/{}", i);
    if (!seen.insert(key_of(grant)).second) errors.push_back({at, "is there twice"});
    if (!is_school_role(grant.role)) {
      if (grant.school_id) {
        errors.push_back({at + "/school_id", "must be null: the role is for the whole district"});
      }
    } else if (!grant.school_id) {
      errors.push_back({at + "/school_id", "is required: the role is for one school"});
    } else if (std::find(schools.begin(), schools.end(), *grant.school_id) == schools.end()) {
      errors.push_back({at + "/school_id", "is not a school of this district"});
    }
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return {};
}

std::vector<Grant> sorted(std::vector<Grant> grants) {
  std::sort(grants.begin(), grants.end(),
            [](const Grant& a, const Grant& b) { return key_of(a) < key_of(b); });
  return grants;
}

}  // namespace tandem::identity
