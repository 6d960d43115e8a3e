#include "identity/permissions.hpp"

#include <algorithm>
#include <unordered_map>

namespace tandem::identity {
namespace {

struct Rule {
  Access access = Access::granted;
  std::uint32_t anywhere = 0;
  std::uint32_t own_school = 0;
};

template <class... R>
constexpr std::uint32_t bits(R... roles) {
  return (0U | ... | (1U << static_cast<unsigned>(roles)));
}

constexpr auto kLeaders = bits(Role::administrator, Role::district_lead);
constexpr auto kDistrictTeam = kLeaders | bits(Role::district_member);
constexpr auto kSchoolTeam = bits(Role::school_lead, Role::school_member);
constexpr auto kEverybody =
    kDistrictTeam | kSchoolTeam | bits(Role::facilitator, Role::viewer, Role::consultant);

constexpr Rule kOpen{Access::open};
constexpr Rule kSignedIn{Access::signed_in};
constexpr Rule kRead{Access::granted, kEverybody};
constexpr Rule kAdministrator{Access::granted, bits(Role::administrator)};
constexpr Rule kLead{Access::granted, kLeaders};
constexpr Rule kDistrict{Access::granted, kDistrictTeam};
// The district team for everything; a school's own people for what is their school's.
constexpr Rule kOwner{Access::granted, kDistrictTeam, kSchoolTeam};
// Who leads a workshop: of the district's, and a school lead of the own school's.
constexpr auto kLeading = kDistrictTeam | bits(Role::facilitator);
constexpr Rule kFacilitate{Access::granted, kLeading, bits(Role::school_lead)};
constexpr Rule kFacilitateDistrict{Access::granted, kLeading};
constexpr Rule kSeat{Access::seat};
constexpr Rule kSeatOrFacilitate{Access::seat_or_granted, kLeading, bits(Role::school_lead)};
constexpr Rule kComment{Access::granted, kDistrictTeam | bits(Role::facilitator, Role::consultant),
                        kSchoolTeam};

Permission permission(std::string_view operation, const Rule& rule) {
  return {operation, rule.access, rule.anywhere, rule.own_school};
}

}  // namespace

const std::vector<Permission>& permissions() {
  static const std::vector<Permission> kTable = [] {
    std::vector<Permission> table;
    const auto may = [&](const Rule& rule, std::initializer_list<std::string_view> operations) {
      for (const auto operation : operations) table.push_back(permission(operation, rule));
    };
    may(kOpen, {"getSetup", "setUp", "signIn", "getInvitation", "acceptInvitation", "getHealth",
                "getReadiness", "getMetrics", "getContract", "getContractPage"});
    may(kSignedIn, {"getSession", "signOut", "changePassword", "openLive"});
    may(kRead, {"listPeople",         "getPerson",   "getDistrict",    "listSchools",
                "getSchool",          "getHome",     "listTeams",      "getTeam",
                "listPacks",          "getPack",     "listRounds",     "getRound",
                "getFunctionAnswers", "getTemplate", "getSubmission",  "listActions",
                "getAction",          "getPlan",     "getSchoolPlan",  "listFundingSources",
                "planHtml",           "planPdf",     "schoolPlanHtml", "schoolPlanPdf",
                "listHistory"});
    may(kOpen, {"publicPlan"});
    may(kRead, {"monitoringReportHtml", "monitoringReportPdf", "schoolMonitoringReportHtml",
                "schoolMonitoringReportPdf"});
    may(kRead, {"goalHtml", "goalPdf", "boardSummaryHtml", "boardSummaryPdf", "planXlsx",
                "schoolPlanXlsx", "allTablesXlsx", "allTablesCsv", "getPublicPage"});
    may(kLead, {"replacePublicPage"});
    may(kRead, {"getSignals", "getDashboard"});
    may(kSignedIn, {"getRollup"});
    may(kAdministrator, {"createPerson", "invitePeople", "replacePerson", "replaceDistrict",
                         "createSchool", "replaceSchool", "importCsv"});
    may(kLead, {"loadPack", "openRound", "replaceRound", "replacePlan"});
    may(kDistrict,
        {"returnTemplate",     "acceptTemplate",    "reopenTemplate",      "createAction",
         "createGoal",         "replaceGoal",       "removeGoal",          "createMeasure",
         "replaceMeasure",     "removeMeasure",     "setDistrictTargets",  "createStrategy",
         "replaceStrategy",    "removeStrategy",    "createActivity",      "createFundingLine",
         "replaceFundingLine", "removeFundingLine", "createFundingSource", "replaceFundingSource"});
    may(kOwner, {"replaceTeam", "addMember", "replaceMember", "removeMember", "saveAnswer",
                 "submitTemplate", "withdrawTemplate", "createSchoolAction", "replaceAction",
                 "removeAction", "setSchoolTargets", "replaceActivity", "removeActivity",
                 "createSchoolActivity"});
    may(kComment, {"addComment"});
    // Needs and root causes.
    may(kRead, {"listDataSets", "getDataSet", "dataSetCsv", "listNeeds", "getNeed", "getWholeChild",
                "listNeedReports", "getNeedReport", "gatherNeeds"});
    may(kDistrict, {"createDataSet", "createNeed"});
    may(kOwner, {"createSchoolDataSet", "replaceDataSet", "removeDataSet", "replaceDataValues",
                 "readDataValues", "createSchoolNeed", "replaceNeed", "removeNeed", "createCause",
                 "replaceCause", "removeCause", "reportNeeds"});
    // The plan's depth, the strategy library and the initiative inventory.
    may(kRead, {"listStudentGroups", "listLibraryStrategies", "listInitiatives"});
    may(kDistrict, {"createStudentGroup", "replaceStudentGroup", "setDistrictGroupTargets",
                    "setStrategyReadiness", "createLibraryStrategy", "replaceLibraryStrategy",
                    "removeLibraryStrategy", "createInitiative"});
    may(kOwner, {"setGoalReason", "setSchoolGroupTargets", "createSchoolInitiative",
                 "replaceInitiative", "removeInitiative"});
    // Workshops.
    may(kOpen, {"getDoor", "takeSeat", "sharedMinutes", "openRoom"});
    may(kRead, {"listWorkshops", "getWorkshop", "getMinutes", "minutesHtml", "minutesPdf",
                "getContinuum"});
    may(kFacilitateDistrict, {"createWorkshop"});
    may(kFacilitate,
        {"createSchoolWorkshop", "replaceWorkshop", "removeWorkshop", "controlRoom",
         "arrangeGroups", "moveNote", "mergeNotes", "setConsensus", "createWorkshopAction",
         "writeMinutes", "replaceMinutes", "shareMinutes", "unshareMinutes", "getReminder"});
    may(kSeatOrFacilitate, {"getRoom", "getRoomPack", "getResults", "postNote", "editNote",
                            "removeNote", "getEvidenceFile"});
    may(kSeat, {"changeSeat", "leaveSeat", "saveRoomAnswer", "voteNote", "unvoteNote", "askForTime",
                "addEvidenceFile", "removeEvidenceFile"});

    may(kOpen, {"getCalendar"});
    may(kRead,
        {"listBarriers", "getBarrier", "listCommunications", "getCommunication", "listCommitments",
         "getCommitment", "listDecisions", "listProcedures", "listSkills"});
    // A calendar's address is its person's own, and shows what they may read anyway.
    may(kRead, {"listCalendars", "createCalendar", "removeCalendar"});
    may(kDistrict, {"createBarrier", "replyToBarrier", "createCommunication", "createDecision",
                    "createProcedure"});
    // Which side of a commitment somebody speaks for is asked besides (agreement/rules.cpp).
    may(kOwner, {"createSchoolBarrier",
                 "replaceBarrier",
                 "removeBarrier",
                 "raiseBarrier",
                 "createSchoolCommunication",
                 "replaceCommunication",
                 "removeCommunication",
                 "addDelivery",
                 "removeDelivery",
                 "createCommitment",
                 "replaceCommitment",
                 "removeCommitment",
                 "acknowledgeCommitment",
                 "reviewCommitment",
                 "createSchoolDecision",
                 "replaceDecision",
                 "removeDecision",
                 "createSchoolProcedure",
                 "replaceProcedure",
                 "removeProcedure",
                 "addSkill",
                 "replaceSkill",
                 "removeSkill"});
    // Money.
    may(kRead, {"getUsualFunding", "getFunds", "listSpending", "listNeedWeights", "getEquity",
                "tryReallocation", "listReallocations"});
    may(kDistrict, {"setStreamBudget", "createNeedWeight", "replaceNeedWeight", "removeNeedWeight",
                    "reallocate"});
    may(kOwner, {"createSpending", "replaceSpending", "removeSpending"});
    // Monitoring, adjustment, learning, evaluation.
    may(kRead, {"listCycles", "getReport", "getProgress", "getMeasureProgress", "listAdjustments",
                "listLearningCycles", "listEvaluations", "previewRollover"});
    may(kLead, {"createCycle", "replaceCycle", "removeCycle", "rollOver"});
    may(kDistrict, {"proposeAdjustment", "saveStrategyEvaluation", "saveGoalEvaluation"});
    may(kOwner,
        {"saveReportEntry", "submitReport", "reopenReport", "addMeasureValue", "removeMeasureValue",
         "proposeSchoolAdjustment", "withdrawAdjustment", "decideAdjustment", "createLearningCycle",
         "replaceLearningCycle", "removeLearningCycle"});
    return table;
  }();
  return kTable;
}

const Permission* permission_for(std::string_view operation) {
  static const auto kByName = [] {
    std::unordered_map<std::string_view, const Permission*> found;
    for (const auto& entry : permissions()) found.emplace(entry.operation, &entry);
    return found;
  }();
  const auto found = kByName.find(operation);
  return found == kByName.end() ? nullptr : found->second;
}

bool allowed(const Permission& permission, const std::vector<Grant>& grants,
             const std::optional<SchoolId>& school) {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    const auto role = 1U << static_cast<unsigned>(grant.role);
    if ((permission.anywhere & role) != 0) return true;
    return (permission.own_school & role) != 0 && school.has_value() && grant.school_id == school;
  });
}

}  // namespace tandem::identity
