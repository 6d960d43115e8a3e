import { workOnActions } from './actions';
import { bringInPeople, bringInSchools, invite } from './bringIn';
import { addInSchool, changeInOnePlace, payForIt, writePlan } from './plan';
import { print } from './print';
import { compareAndAccept, completeDistricts, mend, readAndReturn } from './review';
import { setUp } from './setUp';
import type { Story } from './story';
import { formTeams, startAtHome } from './teams';
import { fillInByKeyboard, fillInTogether, openRound, submitByKeyboard } from './template';

/** In the order of the story. */
export const parts: Record<string, (story: Story) => Promise<void>> = {
  'the first visitor sets up the district': setUp,
  'schools come from a list, twice the same': bringInSchools,
  'people come from a list': bringInPeople,
  'people accept their invitations': invite,
  'home shows a principal what waits': startAtHome,
  'teams show who is missing': formTeams,
  'a school year is opened': openRound,
  'a principal fills in the building template by keyboard': fillInByKeyboard,
  'two people fill it in at once': fillInTogether,
  'the school submits it by keyboard': submitByKeyboard,
  'the district reads it and returns it with a comment': readAndReturn,
  'the school mends it': mend,
  'the district compares the versions and accepts': compareAndAccept,
  'the district completes its own template': completeDistricts,
  'action items are found and moved': workOnActions,
  'the district writes the plan': writePlan,
  'money is set aside': payForIt,
  'a school adds its own targets and activities': addInSchool,
  'a change in one place is seen in every plan': changeInOnePlace,
  'the plan is printed': print,
};
