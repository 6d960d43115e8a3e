#include "exchange/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tandem::exchange {
namespace {

// Spellings as bare() makes them, the surest first. From the state's entity master, OneRoster
// 1.1 (orgs.csv, users.csv), and what people write by hand.
struct Known {
  Field field;
  std::vector<std::string_view> spellings;
};

const std::vector<Known>& known(Kind kind) {
  static const std::vector<Known> schools = {
      {{"code", "Code", true},
       {"buildingcode", "schoolcode", "entitycode", "code", "buildingnumber", "schoolnumber",
        "identifier", "sourcedid"}},
      {{"name", "Name", true},
       {"entityofficialname", "schoolname", "buildingname", "officialname", "entityname", "name",
        "school", "building"}},
      {{"level", "Level", false}, {"schoollevel", "level", "schooltype", "buildinglevel"}},
      {{"grades", "Grades", false},
       {"actualgrades", "grades", "gradespan", "gradelevels", "gradesserved", "graderange"}},
      {{"status", "Status", false}, {"status", "entitystatus", "schoolstatus", "buildingstatus"}},
      {{"pupils", "Pupils", false},
       {"totalpupils", "pupils", "enrollment", "totalenrollment", "students", "totalstudents",
        "studentcount", "pupilcount", "membership"}},
      {{"disadvantaged_pupils", "Economically disadvantaged pupils", false},
       {"economicallydisadvantagedpupils", "disadvantagedpupils", "economicallydisadvantaged",
        "economicallydisadvantagedstudents", "economicallydisadvantagedcount", "disadvantaged",
        "edpupils", "edstudents"}},
      {{"city", "City", false}, {"city", "entityphysicalcity", "physicalcity", "town"}},
      {{"district_code", "District code", false},
       {"districtcode", "leacode", "districtnumber", "parentsourcedid"}},
      {{"type", "Kind of entity", false},
       {"entitytypegroupname", "entitytypegroup", "entitygroup", "type", "entitytype"}},
  };
  static const std::vector<Known> people = {
      {{"email", "E-mail", true}, {"email", "emailaddress", "mail", "workemail", "username"}},
      {{"name", "Name", false}, {"name", "fullname", "displayname", "person", "staffname"}},
      {{"given_name", "Given name", false}, {"givenname", "firstname", "first", "forename"}},
      {{"family_name", "Family name", false}, {"familyname", "lastname", "last", "surname"}},
      {{"title", "Title", false}, {"title", "jobtitle", "position", "job"}},
      {{"role", "Role", false}, {"role", "tandemrole", "roles"}},
      {{"school", "School", false},
       {"school", "schoolcode", "buildingcode", "building", "schoolname", "buildingname", "site",
        "orgsourcedids", "location"}},
  };
  return kind == Kind::schools ? schools : people;
}

}  // namespace

std::string bare(std::string_view text) {
  std::string out;
  for (const char c : lower(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

std::vector<Field> fields_of(Kind kind) {
  std::vector<Field> fields;
  for (const auto& entry : known(kind)) fields.push_back(entry.field);
  return fields;
}

Mapping guess(Kind kind, const std::vector<std::string>& header) {
  Mapping mapping;
  std::set<std::size_t> taken;
  std::vector<std::string> names;
  names.reserve(header.size());
  for (const auto& name : header) names.push_back(bare(name));
  for (const auto& entry : known(kind)) {
    auto& column = mapping[entry.field.field];
    for (const auto spelling : entry.spellings) {
      const auto found =
          static_cast<std::size_t>(std::find(names.begin(), names.end(), spelling) - names.begin());
      if (found < names.size() && taken.insert(found).second) {
        column = ColumnIndex{static_cast<std::int64_t>(found)};
        break;
      }
    }
  }
  return mapping;
}

Result<Mapping> check_mapping(Kind kind, const Mapping& given, std::size_t columns) {
  Mapping mapping;
  for (const auto& entry : known(kind)) mapping[entry.field.field] = std::nullopt;
  std::vector<FieldError> errors;
  for (const auto& [field, column] : given) {
    const auto place = mapping.find(field);
    if (place == mapping.end()) {
      errors.push_back({"/mapping/" + field, "is not a field of these rows"});
    } else if (column && column->value >= static_cast<std::int64_t>(columns)) {
      errors.push_back({"/mapping/" + field, fmt::format("the file has only {} columns", columns)});
    } else {
      place->second = column;
    }
  }
  if (!errors.empty()) return problem::invalid(std::move(errors));
  return mapping;
}

const std::string* Cells::cell(const std::string& field) const {
  const auto column = mapping_.find(field);
  if (column == mapping_.end() || !column->second) return nullptr;
  const auto index = static_cast<std::size_t>(column->second->value);
  return index < row_.cells.size() ? &row_.cells[index] : nullptr;
}

std::string Cells::text(const std::string& field) const {
  const auto* found = cell(field);
  if (found == nullptr) return {};
  std::string out;
  for (const char c : trim(*found)) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) out += c;
    else if (out.back() != ' ') out += ' ';
  }
  return out;
}

std::vector<std::string> Cells::formulas() const {
  std::vector<std::string> fields;
  for (const auto& [field, column] : mapping_) {
    const auto* found = cell(field);
    if (found == nullptr || found->empty()) continue;
    const auto text = trim(*found);
    const bool begins =
        !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos;
    if (begins || (*found)[0] == '\t' || (*found)[0] == '\r') fields.push_back(field);
  }
  return fields;
}

}  // namespace tandem::exchange
