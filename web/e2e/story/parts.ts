import type { Story } from '../story';
import { bringInPeople, bringInSchools, invite } from './bringIn';
import { setUp } from './setUp';
import { formTeams, startAtHome } from './teams';
import { openRound } from './template';

/** In the order of the story. */
export const parts: Record<string, (story: Story) => Promise<void>> = {
  'the first visitor sets up the district': setUp,
  'schools come from a list, twice the same': bringInSchools,
  'people come from a list': bringInPeople,
  'people accept their invitations': invite,
  'home shows a principal what waits': startAtHome,
  'teams show who is missing': formTeams,
  'a school year is opened': openRound,
};
