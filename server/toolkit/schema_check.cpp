#include <algorithm>
#include <regex>
#include <set>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/embedded.hpp"
#include "toolkit/check.hpp"

namespace tandem::toolkit {
namespace {

using valijson::adapters::BoostJsonAdapter;

constexpr std::size_t kMostFaults = 100;
// No text of a pack may be longer. Looked at first, because the regular expressions of the
// standard library go as deep as their subject is long.
constexpr std::size_t kLongestText = 2000;

const valijson::Schema& schema() {
  static const auto parsed = [] {
    auto made = std::make_unique<valijson::Schema>();
    auto document = boost::json::parse(embedded::file("content/pack.schema.json"));
    // valijson would look for the schema's parts at the address that its $id names.
    document.as_object().erase("$id");
    document.as_object().erase("$schema");
    valijson::SchemaParser parser;
    parser.populateSchema(BoostJsonAdapter(document), *made);
    return made;
  }();
  return *parsed;
}

// Faults of texts anywhere in the document, keys included.
void read_texts(const json::value& in, json::Reader& reader) {
  const auto look_at = [&](std::string_view text) {
    if (const auto fault = character_fault(text)) return reader.fault(*fault);
    if (count_characters(text) > kLongestText) {
      reader.fault(fmt::format("is too long; at most {} characters fit", kLongestText));
    }
  };
  if (in.is_string()) {
    look_at(in.get_string());
  } else if (in.is_array()) {
    for (std::size_t i = 0; i < in.get_array().size(); ++i) {
      reader.at(std::to_string(i), [&] { read_texts(in.get_array()[i], reader); });
    }
  } else if (in.is_object()) {
    for (const auto& member : in.get_object()) {
      if (member.key().size() > kLongestText || character_fault(member.key())) {
        reader.fault("has a field whose name cannot be used");
        continue;
      }
      reader.at(member.key(), [&] { read_texts(member.value(), reader); });
    }
  }
}

std::string step(std::string_view name) {
  std::string escaped = "/";
  for (const char c : name) {  // RFC 6901, section 3
    if (c == '~') escaped += "~0";
    else if (c == '/') escaped += "~1";
    else escaped += c;
  }
  return escaped;
}

// valijson's {"<root>", "[functions]", "[items]", "[3]"} as /functions/items/3.
std::string pointer_of(const std::vector<std::string>& context) {
  std::string pointer;
  for (std::size_t i = 1; i < context.size(); ++i) {
    pointer += step(std::string_view(context[i]).substr(1, context[i].size() - 2));
  }
  return pointer;
}

struct Rewording {
  std::regex pattern;  // of valijson's text; its first group, if it has one, names a part
  bool of_part;        // the fault is that part's
  bool of_inside;      // says only that something within is wrong, which is told by itself
  std::string detail;  // $1 is the group
};

const std::vector<Rewording>& rewordings() {
  static const std::vector<Rewording> all = [] {
    const auto re = [](const char* text) { return std::regex(text); };
    return std::vector<Rewording>{
        {re("Missing required property '(.*)'[^]*"), true, false, "is required"},
        {re("Object contains a property that could not[^]*: '(.*)'\\."), true, false,
         "is not a known field"},
        {re("Failed to validate against schema associated with property name '(.*)'\\."), true,
         true, "cannot be so here"},
        {re("Failed to validate item #(\\d+) in array\\."), true, true, "cannot be so here"},
        {re("Failed to validate against (?:additional|a conditional|child|dependent)[^]*"), false,
         true, "cannot be so here"},
        {re("Value type not permitted[^]*"), false, false, "has the wrong type"},
        {re("Failed to match expected value[^]*"), false, false, "has not the value expected here"},
        {re("Failed to match against any enum[^]*"), false, false,
         "is not one of the words allowed here"},
        {re("Failed to match regex[^]*"), false, false, "has not the form required here"},
        {re("Expected number less than or equal to (-?\\d+)[^]*"), false, false,
         "must be at most $1"},
        {re("Expected number greater than or equal to (-?\\d+)[^]*"), false, false,
         "must be at least $1"},
        {re("Array should contain no more than (\\d+)[^]*"), false, false,
         "has more than $1 items"},
        {re("Array should contain no fewer than (\\d+)[^]*"), false, false,
         "needs at least $1 items"},
        {re("String should be no more than (\\d+)[^]*"), false, false,
         "is too long; at most $1 characters fit"},
        {re("String should be no fewer than (\\d+)[^]*"), false, false,
         "needs at least $1 characters"},
        {re("Object should have no (more|fewer) than (\\d+)[^]*"), false, false,
         "must have no $1 than $2 members"},
        {re("Elements at indexes #(\\d+) and #(\\d+)[^]*"), false, false,
         "has the same item twice, at $1 and $2"},
    };
  }();
  return all;
}

std::vector<FieldError> reworded(valijson::ValidationResults& results) {
  std::vector<FieldError> faults;
  std::vector<FieldError> outer;  // told only if nothing inside is
  std::set<std::pair<std::string, std::string>> told;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    FieldError fault{pointer_of(error.context), error.description};
    bool inside = false;
    for (const auto& words : rewordings()) {
      std::smatch match;
      if (!std::regex_match(error.description, match, words.pattern)) continue;
      fault.detail = match.format(words.detail);
      if (words.of_part) fault.pointer += step(match[1].str());
      inside = words.of_inside;
      break;
    }
    if (inside) outer.push_back(std::move(fault));
    else if (told.emplace(fault.pointer, fault.detail).second) faults.push_back(std::move(fault));
  }
  // Innermost first: then each outer one finds what was told about its inside.
  std::stable_sort(outer.begin(), outer.end(), [](const auto& a, const auto& b) {
    return a.pointer.size() > b.pointer.size();
  });
  for (auto& fault : outer) {
    const bool explained = std::any_of(faults.begin(), faults.end(), [&](const auto& other) {
      return other.pointer == fault.pointer || other.pointer.rfind(fault.pointer + "/", 0) == 0;
    });
    if (!explained) faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace

std::vector<FieldError> schema_faults(const json::value& document) {
  json::Reader reader;
  read_texts(document, reader);
  auto faults = reader.take_errors();
  if (faults.empty()) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (!validator.validate(schema(), BoostJsonAdapter(document), &results)) {
      faults = reworded(results);
      if (faults.empty()) faults.push_back({"", "is not a toolkit pack"});
    }
  }
  if (faults.size() > kMostFaults) faults.resize(kMostFaults);
  return faults;
}

}  // namespace tandem::toolkit
