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

std::string words_of(plan::Verdict verdict) {
  switch (verdict) {
    case plan::Verdict::unfinished:
      return "Being looked at";
    case plan::Verdict::not_ready:
      return "Not ready yet";
    case plan::Verdict::nearly:
      return "Nearly ready";
    case plan::Verdict::ready:
      return "Ready to begin";
  }
  return "";
}

std::string words_of(plan::FindingKind kind) {
  switch (kind) {
    case plan::FindingKind::no_statement:
      return "it does not say what will change";
    case plan::FindingKind::no_audience:
      return "it does not say for whom";
    case plan::FindingKind::no_end_date:
      return "it does not say by when";
    case plan::FindingKind::no_measure:
      return "nothing is counted";
    case plan::FindingKind::no_unit:
      return "the numbers have no unit";
    case plan::FindingKind::no_baseline:
      return "nobody knows where it starts";
    case plan::FindingKind::no_end_target:
      return "there is no end target";
    case plan::FindingKind::wrong_way:
      return "the end target does not lie where the measure should go";
    case plan::FindingKind::ends_after_goal:
      return "the end target comes after the goal has ended";
    case plan::FindingKind::out_of_range:
      return "a value is below 0% or above 100%";
    case plan::FindingKind::no_interim:
      return "there is nothing to reach on the way";
    case plan::FindingKind::path_turns:
      return "a target on the way falls behind the one before it";
    case plan::FindingKind::path_leaps:
      return "one stretch asks for more than twice the pace of the whole";
  }
  return "";
}

}  // namespace tandem::report
