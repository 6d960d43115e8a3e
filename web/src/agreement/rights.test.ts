import { expect, test } from 'vitest';
import { isMaker, isReceiver } from './rights';

const north = 'north';
const ofDistrict = [{ role: 'district_member' as const }];
const ofNorth = [{ role: 'school_member' as const, school_id: north }];
const ofSouth = [{ role: 'school_lead' as const, school_id: 'south' }];
const looksOn = [{ role: 'consultant' as const }, { role: 'viewer' as const }];

test('each side makes its own promises and answers for none of the other', () => {
  const promise = { direction: 'district_to_school' as const, school_id: north };
  expect(isMaker(ofDistrict, promise)).toBe(true);
  expect(isReceiver(ofDistrict, promise)).toBe(false);
  expect(isMaker(ofNorth, promise)).toBe(false);
  expect(isReceiver(ofNorth, promise)).toBe(true);
  const back = { direction: 'school_to_district' as const, school_id: north };
  expect(isMaker(ofNorth, back)).toBe(true);
  expect(isReceiver(ofDistrict, back)).toBe(true);
});

test('another school and those who look on have no part in it', () => {
  for (const direction of ['district_to_school', 'school_to_district'] as const) {
    for (const grants of [ofSouth, looksOn]) {
      expect(isMaker(grants, { direction, school_id: north })).toBe(false);
      expect(isReceiver(grants, { direction, school_id: north })).toBe(false);
    }
  }
});
