// The document's words for what the plan keeps as codes.
#pragma once

#include "plan/plan.hpp"

namespace tandem::report {

inline const std::string kTheDistrict = "The district";
inline const std::string kDistrictWide = "District-wide";

std::string words_of(plan::System system);
std::string words_of(plan::ActivityStatus status);
std::string evidence(plan::EvidenceTier tier);  // empty if not known
std::string aim(plan::Direction direction);
std::string words_of(plan::Verdict verdict);
// What a finding says of a goal, or after the name of its measure.
std::string words_of(plan::FindingKind kind);

}  // namespace tandem::report
