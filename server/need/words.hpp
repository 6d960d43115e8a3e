// Words that data sets, needs and causes share.
#pragma once

#include <boost/describe.hpp>

namespace tandem::need {

// Who looks: one school, schools and district together, or the district.
enum class Level { building, collaborative, district };
BOOST_DESCRIBE_ENUM(Level, building, collaborative, district)

enum class Subject {
  reading,
  mathematics,
  science,
  social_studies,
  attendance,
  behavior,
  well_being,
  climate,
  readiness,
  staff,
  other
};
BOOST_DESCRIBE_ENUM(Subject, reading, mathematics, science, social_studies, attendance, behavior,
                    well_being, climate, readiness, staff, other)

// The ten components of Whole School, Whole Community, Whole Child (ASCD and CDC, 2014).
enum class Component {
  health_education,
  physical_activity,
  nutrition,
  health_services,
  counseling,
  social_climate,
  physical_environment,
  employee_wellness,
  family_engagement,
  community_involvement
};
BOOST_DESCRIBE_ENUM(Component, health_education, physical_activity, nutrition, health_services,
                    counseling, social_climate, physical_environment, employee_wellness,
                    family_engagement, community_involvement)

}  // namespace tandem::need
