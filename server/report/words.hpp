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

}  // namespace tandem::report
