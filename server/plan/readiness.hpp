// Whether a strategy can be begun: the systems that have to support it, and six questions about it
// and about the place it is to be used in.
#pragma once

#include "record/record.hpp"

namespace tandem::plan {

// What the district runs in support of instruction.
enum class System {
  leadership,
  curriculum,
  data,
  student_support,
  technology,
  communication,
  human_resources,
  finance,
  transportation,
  food_service
};
BOOST_DESCRIBE_ENUM(System, leadership, curriculum, data, student_support, technology,
                    communication, human_resources, finance, transportation, food_service)

enum class SupportState { missing, under_way, ready };
BOOST_DESCRIBE_ENUM(SupportState, missing, under_way, ready)
// What one system has to provide for the strategy.
struct SystemSupport {
  System system{};
  Text<0, 1000> provides;
  SupportState state = SupportState::missing;
  Text<0, 200> owner_name;
};
BOOST_DESCRIBE_STRUCT(SystemSupport, (), (system, provides, state, owner_name))

// Six sides to look at a strategy from. The idea of six (need, fit, resources, evidence,
// readiness, capacity) is that of the National Implementation Research Network's Hexagon tool; the
// questions the pages ask are ours.
enum class Facet { need, fit, resources, evidence, readiness, capacity };
BOOST_DESCRIBE_ENUM(Facet, need, fit, resources, evidence, readiness, capacity)
inline constexpr std::size_t kFacets = 6;
struct FacetRating {
  Facet facet{};
  Whole<1, 5> score;  // 1: speaks against it, 3: mixed, 5: speaks for it
  Text<0, 500> note;
};
BOOST_DESCRIBE_STRUCT(FacetRating, (), (facet, score, note))

enum class Answer { no, partly, yes };
BOOST_DESCRIBE_ENUM(Answer, no, partly, yes)
// To a readiness question of the library's entry; the question is kept as it was answered.
struct ReadinessAnswer {
  Text<1, 300> question;
  Answer answer = Answer::no;
  Text<0, 500> note;
};
BOOST_DESCRIBE_STRUCT(ReadinessAnswer, (), (question, answer, note))

struct ReadinessFields {
  std::vector<SystemSupport> supports;  // a system once
  std::vector<FacetRating> ratings;     // a facet once
  std::vector<ReadinessAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(ReadinessFields, (), (supports, ratings, answers))
struct Readiness : ReadinessFields {
  static constexpr std::string_view table = "strategy_readiness", entity = "strategy_readiness";
  using Fields = ReadinessFields;
  RecordId strategy_id;
  std::int64_t version = 1;
  Timestamp updated_at;
  std::string updated_by;
};
BOOST_DESCRIBE_STRUCT(Readiness, (ReadinessFields), (strategy_id, version, updated_at, updated_by))

enum class Verdict {
  unfinished,  // not all six facets are rated, or a system of the strategy has not been looked at
  not_ready,   // a facet at 1 or 2, a system missing or a question answered with no
  nearly,
  ready  // every facet at 4 or 5, every system ready, every question answered with yes
};
BOOST_DESCRIBE_ENUM(Verdict, unfinished, not_ready, nearly, ready)
struct JudgedReadiness : Readiness {
  Verdict verdict = Verdict::unfinished;
};
BOOST_DESCRIBE_STRUCT(JudgedReadiness, (Readiness), (verdict))

// What is wrong with the fields by themselves.
std::vector<FieldError> faults(const ReadinessFields& fields);
// systems: those that the strategy says it depends on.
Verdict judge(const ReadinessFields& fields, const std::vector<System>& systems);

}  // namespace tandem::plan
