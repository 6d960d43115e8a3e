import type { Member, MemberFields, Represents, Team } from './queries';

const ofBuilding: Represents[] = ['leadership', 'instructional', 'non-instructional'];
const ofDistrict: Represents[] = [
  'district-leadership',
  'district-systems',
  'school',
  'board',
  'community',
];

/** What members can stand for: first what this team is made of, then the rest. */
export function representsFor(team: Pick<Team, 'school_id'>): {
  usual: Represents[];
  also: Represents[];
} {
  return team.school_id === null
    ? { usual: ofDistrict, also: ofBuilding }
    : { usual: ofBuilding, also: ofDistrict };
}

/** How many more people a team needs before everyone is represented. */
export const missingCount = ({ gaps, needs_decision_maker }: Team): number =>
  gaps.reduce((sum, { have, need }) => sum + Math.max(0, need - have), 0) +
  (needs_decision_maker ? 1 : 0);

/** Members in the order of what they stand for; the decision maker leads. */
export function sortMembers(team: Team): Member[] {
  const { usual, also } = representsFor(team);
  const order = [...usual, ...also];
  return [...team.members].sort(
    (a, b) =>
      Number(b.decision_maker) - Number(a.decision_maker) ||
      order.indexOf(a.represents) - order.indexOf(b.represents) ||
      a.name.localeCompare(b.name),
  );
}

/** The district's team first, then the schools' by name. */
export function sortTeams(teams: Team[], schoolName: (id: string | null) => string): Team[] {
  return [...teams].sort(
    (a, b) =>
      Number(a.school_id !== null) - Number(b.school_id !== null) ||
      schoolName(a.school_id).localeCompare(schoolName(b.school_id)),
  );
}

export const memberFields = (member: Member): MemberFields => ({
  person_id: member.person_id,
  name: member.name,
  role: member.role,
  represents: member.represents,
  decision_maker: member.decision_maker,
});
