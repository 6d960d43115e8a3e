import type { Note, Room, Seat } from './events';

/** Small records for the tests of the rules. */
const head = {
  created_at: '2026-11-24T17:00:00Z',
  updated_at: '2026-11-24T17:00:00Z',
  updated_by: 'Nora Lind',
};

export function emptyRoom(): Room {
  return {
    seq: 0,
    now: '2026-11-24T17:00:00Z',
    workshop: {
      id: 'w',
      version: 1,
      ...head,
      school_id: null,
      pack_id: 'district-school-toolkit',
      pack_version: '1.0.0',
      code: 'ABC234',
      state: 'running',
      year: '2026-27',
      started_at: null,
      ended_at: null,
      title: 'Where do we stand?',
      intro: '',
      mode: 'live',
      anonymous: false,
      smallest_group: 5,
      starts_at: null,
      closes_at: null,
      groups: [],
      agenda: [],
      ready: [],
    },
    stage: {
      version: 1,
      state: 'running',
      step: '',
      phase: 'open',
      focus: '',
      ends_at: null,
      left_ms: null,
      asks: [],
      steps: [],
    },
    seat: null,
    seats: [],
    answered: [],
    mine: [],
    files: [],
    notes: [],
    voted: [],
    consensus: [],
    actions: [],
  };
}

export const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  id,
  version: 1,
  name: '',
  side: 'school',
  role: 'instructional',
  school_id: null,
  group_id: '',
  signed_in: false,
  left: false,
  ...more,
});

export const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  version: 1,
  step: 'gather-examples',
  subject: 'incomplete-data',
  kind: 'example',
  text: 'Two schools, two lists of absences',
  seat_id: null,
  group_id: '',
  merged_into: null,
  outcomes: [],
  votes: 0,
  at: '2026-11-24T17:10:00Z',
  ...more,
});
