// The rules of needs and causes: what fields have to be like, whether the whole child has been
// looked at, and which of the schools' needs belong together. Pure.
#pragma once

#include <set>

#include "need/data.hpp"
#include "need/need.hpp"

namespace tandem::need {

// A school works at building level or together with the district, the district at its own level
// or together with schools.
void check_level(Level level, bool of_school, std::vector<FieldError>& errors);
void check_components(const std::vector<Component>& components, std::vector<FieldError>& errors);
std::vector<FieldError> faults(const NeedFields& fields, bool of_school);
// others: the need's causes, without this one; id: this one's, empty while it is new.
std::vector<FieldError> faults(const CauseFields& fields, bool of_school, const RecordId& id,
                               const std::vector<Cause>& others);

inline constexpr int kMostWhys = 10;  // in one chain

// One component of the whole child and what touches it.
struct Covered {
  Component component{};
  std::int64_t needs = 0;
  std::int64_t assets = 0;
  std::int64_t data_sets = 0;
};
BOOST_DESCRIBE_STRUCT(Covered, (), (component, needs, assets, data_sets))
// Every component once, in the order of the model.
std::vector<Covered> coverage(const std::vector<Need>& needs, const std::vector<DataSet>& data);

// ---- What belongs together -------------------------------------------------------------------

// A need as the proposal sees it.
struct Candidate {
  Drawn from;
  Subject subject{};
  std::vector<Component> components;
  std::string words;  // its title and root causes
};

// Why: what every need of the group shares, and words that at least half of them have.
struct Reasons {
  std::optional<Subject> subject;
  std::vector<Component> components;
  std::vector<std::string> words;
};
BOOST_DESCRIBE_STRUCT(Reasons, (), (subject, components, words))
struct Proposal {
  Reasons reasons;
  std::vector<Drawn> items;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (reasons, items))

// How much two needs have in common: 2 for the same subject area (`other` is none), 1 for each
// shared component up to 2, 1 for each shared word up to 3.
int in_common(const Candidate& a, const Candidate& b);
inline constexpr int kMostInCommon = 7;
inline constexpr int kEnoughInCommon = 3;

// Groups in which any two have enough in common (complete linkage: the two nearest groups are
// joined until none are near enough), the largest first; a need that is like no other stands
// alone. Does not depend on the order of the candidates.
std::vector<Proposal> proposals(std::vector<Candidate> candidates);

// The words of a text that say what it is about: lower case, four letters or more, without
// those that stand in every text, a plural's s taken off.
std::set<std::string> telling_words(std::string_view text);

}  // namespace tandem::need
