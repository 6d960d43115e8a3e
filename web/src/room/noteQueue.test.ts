import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { NoteQueue, type WaitingNote } from './noteQueue';

const waitingNote = (text: string): WaitingNote => ({
  key: text,
  district: 'd',
  workshop: 'w',
  seat: 's',
  fields: { step: 'gather', subject: 'lost-engagement', kind: 'example', text },
});

function queueOn(server: { up: boolean; refuses?: string; got: string[] }) {
  let kept: WaitingNote[] = [];
  const store = {
    load: () => kept,
    save: (notes: WaitingNote[]) => {
      kept = notes;
    },
  };
  const send = async ({ fields }: WaitingNote) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (!server.up) throw new TypeError('Failed to fetch');
    if (fields.text === server.refuses)
      throw new ApiProblem({ type: '/problems/state', title: 'The step is locked', status: 409 });
    server.got.push(fields.text);
  };
  const open = () => new NoteQueue(store, send, () => 0.5);
  return { queue: open(), open, kept: () => kept };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('NoteQueue', () => {
  it('sends in the order of writing, each once', async () => {
    const server = { up: true, got: [] as string[] };
    const { queue, kept } = queueOn(server);
    for (const text of ['one', 'two', 'three']) queue.add(waitingNote(text));
    await vi.advanceTimersByTimeAsync(200);
    expect(server.got).toEqual(['one', 'two', 'three']);
    expect(kept()).toEqual([]);
  });

  it('keeps what was written without a network, over a reload, and sends it later', async () => {
    const server = { up: false, got: [] as string[] };
    const { queue, open } = queueOn(server);
    queue.add(waitingNote('kept'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(queue.waiting()).toHaveLength(1);
    server.up = true;
    const after = open();
    void after.hurry();
    await vi.advanceTimersByTimeAsync(100);
    expect(server.got).toContain('kept');
    expect(after.waiting()).toEqual([]);
  });

  it('shows a refusal, keeps the words, and lets the others pass', async () => {
    const server = { up: true, refuses: 'late', got: [] as string[] };
    const { queue } = queueOn(server);
    queue.add(waitingNote('late'));
    queue.add(waitingNote('fine'));
    await vi.advanceTimersByTimeAsync(200);
    expect(server.got).toEqual(['fine']);
    expect(queue.waiting()).toMatchObject([{ key: 'late', refused: 'The step is locked' }]);
    queue.drop('late');
    expect(queue.waiting()).toEqual([]);
  });
});
