#include "report/words.hpp"

namespace tandem::report {

std::string words_of(plan::System system) {
  switch (system) {
    case plan::System::leadership:
      return "leadership";
    case plan::System::curriculum:
      return "curriculum, instruction and assessment";
    case plan::System::data:
      return "data";
    case plan::System::student_support:
      return "student support";
    case plan::System::technology:
      return "technology";
    case plan::System::communication:
      return "communication";
    case plan::System::human_resources:
      return "human resources";
    case plan::System::finance:
      return "finance";
    case plan::System::transportation:
      return "transportation";
    case plan::System::food_service:
      return "food service";
  }
  return "";
}

std::string words_of(plan::ActivityStatus status) {
  switch (status) {
    case plan::ActivityStatus::not_started:
      return "Not started";
    case plan::ActivityStatus::in_progress:
      return "In progress";
    case plan::ActivityStatus::done:
      return "Done";
    case plan::ActivityStatus::dropped:
      return "Dropped";
  }
  return "";
}

std::string evidence(plan::EvidenceTier tier) {
  switch (tier) {
    case plan::EvidenceTier::strong:
      return "Strong (ESSA tier 1)";
    case plan::EvidenceTier::moderate:
      return "Moderate (ESSA tier 2)";
    case plan::EvidenceTier::promising:
      return "Promising (ESSA tier 3)";
    case plan::EvidenceTier::rationale:
      return "Demonstrates a rationale (ESSA tier 4)";
    case plan::EvidenceTier::unknown:
      break;
  }
  return "";
}

std::string aim(plan::Direction direction) {
  switch (direction) {
    case plan::Direction::increase:
      return "Should go up";
    case plan::Direction::decrease:
      return "Should go down";
    case plan::Direction::maintain:
      break;
  }
  return "Should stay as it is";
}

}  // namespace tandem::report
