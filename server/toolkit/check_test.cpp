#include "toolkit/check.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "base/embedded.hpp"

namespace tandem::toolkit {
namespace {

json::value built_in() {
  return boost::json::parse(embedded::file("content/district-school-toolkit.en.json"));
}

struct Spoiled {
  std::string what;
  std::string place;  // what is replaced there, or taken out
  std::string with;   // JSON; empty: taken out
  std::string pointer;
  std::string detail;
};

class SpoiledPack : public ::testing::TestWithParam<Spoiled> {};

json::value spoil(const Spoiled& how) {
  auto document = built_in();
  const auto cut = how.place.rfind('/');
  auto& parent = document.at_pointer(how.place.substr(0, cut));
  const auto last = how.place.substr(cut + 1);
  if (how.with.empty()) parent.as_object().erase(last);
  else if (parent.is_array()) parent.as_array()[std::stoul(last)] = boost::json::parse(how.with);
  else parent.as_object()[last] = boost::json::parse(how.with);
  return document;
}

TEST_P(SpoiledPack, IsRefusedWithThePlace) {
  const auto result = check(spoil(GetParam()));
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().status, 422);
  std::string all;
  bool found = false;
  for (const auto& fault : result.error().errors) {
    all += fault.pointer + ": " + fault.detail + "\n";
    found = found || (fault.pointer == GetParam().pointer &&
                      fault.detail.find(GetParam().detail) != std::string::npos);
  }
  EXPECT_TRUE(found) << all;
  EXPECT_EQ(result.error().errors.size(), 1U) << all;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SpoiledPack,
    ::testing::Values(
        Spoiled{"MissingPart", "/continuum/title", "", "/continuum/title", "is required"},
        Spoiled{"UnknownPart", "/sections/0/color", "1", "/sections/0/color", "not a known field"},
        Spoiled{"WrongType", "/functions/items/2/title", "7", "/functions/items/2/title",
                "wrong type"},
        Spoiled{"Format", "/format", "2", "/format", "value expected"},
        Spoiled{"Id", "/id", "\"Our Pack\"", "/id", "form required"},
        Spoiled{"Blank", "/title", "\"   \"", "/title", "form required"},
        Spoiled{"TooLong", "/title", "\"" + std::string(300, 'x') + "\"", "/title", "at most 160"},
        Spoiled{"LongerThanAny", "/language", "\"en" + std::string(9000, '-') + "\"", "/language",
                "too long"},
        Spoiled{"ControlCharacter", "/purpose", "\"a\\u0000b\"", "/purpose", "control character"},
        Spoiled{"Empty", "/outcomes", "[]", "/outcomes", "at least 1 items"},
        Spoiled{"Word", "/activities/0/steps/0/kind", "\"sing\"", "/activities/0/steps/0/kind",
                "words allowed"},
        Spoiled{"Minutes", "/activities/0/steps/0/minutes", "0", "/activities/0/steps/0/minutes",
                "at least 1"},
        Spoiled{"TemplateOfOtherStep", "/activities/0/steps/0/template", "\"building\"",
                "/activities/0/steps/0/template", "cannot be so here"},
        Spoiled{"ChoiceWithoutOptions", "/templates/0/fields/0/options", "",
                "/templates/0/fields/0/options", "is required"},
        Spoiled{"TextWithOptions", "/templates/0/fields/1/options",
                R"([{"id":"a","title":"A"},{"id":"b","title":"B"}])",
                "/templates/0/fields/1/options", "cannot be so here"},
        Spoiled{"SameId", "/outcomes/1/id", "\"why-shift\"", "/outcomes/1/id", "twice"},
        Spoiled{"SameFunction", "/functions/items/3/id", "\"team-building\"",
                "/functions/items/3/id", "twice"},
        Spoiled{"NoArea", "/functions/items/3/area", "\"sports\"", "/functions/items/3/area",
                "no area sports"},
        Spoiled{"NoHandout", "/activities/1/handout", "\"lost\"", "/activities/1/handout",
                "no handout lost"},
        Spoiled{"NoSection", "/handouts/0/sections/0", "\"lost\"", "/handouts/0/sections/0",
                "no section lost"},
        Spoiled{"NoCell", "/continuum/rows/2/cells/evolving", "", "/continuum/rows/2/cells",
                "level evolving"},
        Spoiled{"ExtraCell", "/continuum/rows/2/cells/perfect", "\"All.\"",
                "/continuum/rows/2/cells/perfect", "not a level"},
        Spoiled{"CellName", "/continuum/rows/2/cells/Per fect", "\"All.\"",
                "/continuum/rows/2/cells", "cannot be so here"},
        Spoiled{"Timebox", "/activities/0/minutes", R"({"from":200,"to":210})",
                "/activities/0/minutes", "the steps take"},
        Spoiled{"TimeboxBackwards", "/activities/0/minutes", R"({"from":30,"to":20})",
                "/activities/0/minutes", "above"},
        Spoiled{"Number", "/activities/1/number", "1", "/activities/1/number", "twice"},
        Spoiled{"SameRepresents", "/teams/0/represents/1/id", "\"leadership\"",
                "/teams/0/represents/1/id", "twice"}),
    [](const auto& test) { return test.param.what; });

TEST(PackCheck, TakesTheBuiltInPack) {
  EXPECT_TRUE(schema_faults(built_in()).empty());
  EXPECT_TRUE(reference_faults(built_in()).empty());
  EXPECT_TRUE(check(built_in()).has_value());
}

TEST(PackCheck, StepIdsAreOfTheWholePack) {
  auto document = built_in();
  document.at_pointer("/activities/1/steps/0/id") = document.at_pointer("/activities/0/steps/0/id");
  const auto faults = reference_faults(document);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].pointer, "/activities/1/steps/0/id");
}

TEST(PackCheck, TellsEveryFault) {
  auto document = built_in();
  document.at_pointer("/title") = 1;
  document.at_pointer("/functions/items/0/text") = "";
  document.as_object().erase("readings");
  std::vector<std::string> places;
  for (const auto& fault : schema_faults(document)) places.push_back(fault.pointer);
  EXPECT_THAT(places, ::testing::IsSupersetOf({"/title", "/functions/items/0/text", "/readings"}));
}

TEST(PackCheck, RefusesWhatIsNoPack) {
  for (const auto* text : {"null", "[]", "{}", "\"x\"", "3", "[[[]]]"}) {
    const auto result = check(boost::json::parse(text));
    ASSERT_FALSE(result.has_value()) << text;
    EXPECT_FALSE(result.error().errors.empty()) << text;
  }
}

// Any one value of the pack replaced by something else: taken or refused with a place that the
// document has, or that is missing in it, and never a crash.
void walk(const json::value& at, const std::string& pointer, std::vector<std::string>& out) {
  out.push_back(pointer);
  if (at.is_object()) {
    for (const auto& m : at.get_object())
      walk(m.value(), pointer + "/" + std::string(m.key()), out);
  } else if (at.is_array()) {
    for (std::size_t i = 0; i < at.get_array().size(); ++i) {
      walk(at.get_array()[i], pointer + "/" + std::to_string(i), out);
    }
  }
}

RC_GTEST_PROP(PackCheck, SurvivesAnyReplacedValue, ()) {
  static const std::vector<std::string> places = [] {
    std::vector<std::string> all;
    walk(built_in(), "", all);
    return all;
  }();
  const auto place = *rc::gen::elementOf(places);
  const auto with =
      *rc::gen::element<std::string>("null", "{}", "[]", "\"\"", "\"x\"", "-1", "1e300", "true",
                                     R"([{"id":"x"}])", R"({"id":"building"})");
  auto document = built_in();
  document.at_pointer(place) = boost::json::parse(with);
  const auto result = check(document);
  if (result) {
    RC_ASSERT(result->document == document);
  } else {
    RC_ASSERT(!result.error().errors.empty());
    for (const auto& fault : result.error().errors) {
      const auto parent =
          fault.pointer.substr(0, std::max<std::size_t>(fault.pointer.rfind('/'), 0));
      boost::json::error_code error;
      RC_ASSERT(fault.pointer.empty() || document.find_pointer(parent, error) != nullptr);
    }
  }
}

}  // namespace
}  // namespace tandem::toolkit
