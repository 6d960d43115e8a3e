import type { Activity } from '../queries';
import { inOrder } from './order';

export interface SchoolActivities {
  school: string;
  activities: Activity[];
}

/** A strategy's activities: the district's, and each school's by the school's name. */
export function apart(
  activities: readonly Activity[],
  schoolName: (school: string) => string,
): { district: Activity[]; schools: SchoolActivities[] } {
  const district: Activity[] = [];
  const bySchool = new Map<string, Activity[]>();
  for (const activity of inOrder(activities)) {
    const { school_id } = activity;
    if (!school_id) district.push(activity);
    else if (bySchool.has(school_id)) bySchool.get(school_id)?.push(activity);
    else bySchool.set(school_id, [activity]);
  }
  const schools = [...bySchool].map(([school, own]) => ({ school, activities: own }));
  schools.sort((a, b) => schoolName(a.school).localeCompare(schoolName(b.school)));
  return { district, schools };
}
