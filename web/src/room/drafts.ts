import { bothTexts } from '@/api/merge';
import { currentOf, isProblem } from '@/api/problem';
import { defineSavedField, type Sent } from '@/offline/savedField';
import { type RoomPlace, saveAnswer } from './api';
import type { Answer } from './rules/events';
import { withMine } from './rules/events';
import { tokenOf } from './seats';
import { updateRoom } from './useRoom';

/** Which answer of which seat: enough to send it after the page has gone. */
export interface AnswerTarget {
  district: string;
  workshop: string;
  seat: string;
  step: string;
  subject: string;
}

export interface AnswerValue {
  value: string;
  text: string;
  link: string;
}

export const nothing: AnswerValue = { value: '', text: '', link: '' };

const answerOf = ({ value, text, link }: Answer): AnswerValue => ({ value, text, link });

/** An answer on its way to the room: kept on the device until the server has it. */
export const answerField = defineSavedField<AnswerTarget, AnswerValue>({
  kind: 'room-answer',
  key: ({ workshop, seat, step, subject }) => `${workshop}/${seat}/${step}/${subject}`,
  both: (mine, theirs) => ({
    value: mine.value || theirs.value,
    text: bothTexts(mine.text, theirs.text),
    link: mine.link || theirs.link,
  }),
  send: async (target, value, version): Promise<Sent<AnswerValue>> => {
    const place: RoomPlace = {
      district: target.district,
      workshop: target.workshop,
      token: tokenOf(target.seat),
    };
    try {
      const saved = await saveAnswer(place, target.step, target.subject, value, version);
      updateRoom(place, (room) => withMine(room, saved));
      return { kind: 'saved', value: answerOf(saved), version: saved.version };
    } catch (error) {
      if (!isProblem(error, 412)) throw error;
      const current = currentOf<Answer | null>(error);
      return current
        ? { kind: 'conflict', value: answerOf(current), version: current.version }
        : { kind: 'conflict', value: nothing, version: 0 };
    }
  },
});
