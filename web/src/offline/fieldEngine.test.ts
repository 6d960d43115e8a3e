import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bothTexts } from '@/api/merge';
import { ApiProblem } from '@/api/problem';
import { memoryDrafts } from './drafts';
import { FieldEngine } from './fieldEngine';
import type { SavedField, Sent, Stored } from './savedField';

/** A server with one field, optimistic versions and a network that can be cut. */
class Server {
  stored: Stored<string> = { value: '', version: 0 };
  history: string[] = [];
  up = true;
  refuses = false;

  readonly field: SavedField<string, string> = {
    kind: 'note',
    key: (id) => id,
    both: bothTexts,
    send: async (_id, value, version): Promise<Sent<string>> => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (!this.up) throw new TypeError('Failed to fetch');
      if (this.refuses)
        throw new ApiProblem({ type: '/problems/state', title: 'Submitted', status: 409 });
      if (version !== this.stored.version) return { kind: 'conflict', ...this.stored };
      this.write(value);
      return { kind: 'saved', ...this.stored };
    },
  };

  write(value: string) {
    this.stored = { value, version: this.stored.version + 1 };
    this.history.push(value);
  }
}

const drafts = memoryDrafts();
const open = (server: Server, store = drafts) =>
  new FieldEngine(server.field, 'f1', server.stored, {
    drafts: store,
    person: 'p1',
    delay: 600,
    random: () => 0.5,
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  await drafts.drop('p1/note/f1');
});

describe('FieldEngine', () => {
  it('sends once after typing pauses', async () => {
    const server = new Server();
    const engine = open(server);
    for (const text of ['R', 'Re', 'Read']) {
      engine.type(text);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(engine.state().status).toBe('saving');
    await vi.advanceTimersByTimeAsync(700);
    expect(server.history).toEqual(['Read']);
    expect(engine.state().status).toBe('saved');
    expect(await drafts.all()).toEqual([]);
  });

  it('keeps what was typed over a dropped network and sends it when it is back', async () => {
    const server = new Server();
    server.up = false;
    const engine = open(server);
    engine.type('kept');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(engine.state()).toMatchObject({ status: 'waiting', value: 'kept' });
    expect((await drafts.all())[0]?.[1].value).toBe('kept');
    server.up = true;
    const flushed = engine.flush();
    await vi.advanceTimersByTimeAsync(100);
    await flushed;
    expect(server.stored.value).toBe('kept');
    expect(engine.state().status).toBe('saved');
  });

  it('takes a draft up again after a reload', async () => {
    const server = new Server();
    server.up = false;
    const before = open(server);
    before.type('from before');
    await vi.advanceTimersByTimeAsync(700);
    server.up = true;
    const after = open(server);
    await after.recover();
    expect(after.state().value).toBe('from before');
    await vi.advanceTimersByTimeAsync(100);
    expect(server.stored.value).toBe('from before');
  });

  it('shows both texts of a lost race, and keeps both when asked', async () => {
    const server = new Server();
    const engine = open(server);
    engine.type('mine');
    server.write('theirs');
    await vi.advanceTimersByTimeAsync(700);
    expect(engine.state()).toMatchObject({
      status: 'conflict',
      value: 'mine',
      theirs: { value: 'theirs' },
    });
    engine.resolve('both');
    await vi.advanceTimersByTimeAsync(100);
    expect(server.stored.value).toBe('theirs\n\nmine');
  });

  it('says so when the server refuses, and keeps the text', async () => {
    const server = new Server();
    server.refuses = true;
    const engine = open(server);
    engine.type('too late');
    await vi.advanceTimersByTimeAsync(700);
    expect(engine.state()).toMatchObject({ status: 'refused', value: 'too late' });
    expect((await drafts.all()).length).toBe(1);
  });

  it('does not take the echo of its own save for a conflict', async () => {
    const server = new Server();
    const engine = open(server);
    engine.type('one');
    await vi.advanceTimersByTimeAsync(610);
    engine.follow({ value: 'one', version: 1 });
    engine.type('one two');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(engine.state()).toMatchObject({ status: 'saved', value: 'one two' });
    expect(server.history).toEqual(['one', 'one two']);
  });

  it('loses no word, whatever the network and the others do', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const) }),
      fc.record({ do: fc.constant('other' as const) }),
      fc.record({ do: fc.constantFrom('cut' as const, 'mend' as const, 'see' as const) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 1_500 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const server = new Server();
        const engine = open(server, memoryDrafts());
        let n = 0;
        for (const s of steps) {
          n += 1;
          if (s.do === 'type') engine.type(`${engine.state().value} m${n};`);
          if (s.do === 'other') server.write(`${server.stored.value} o${n};`);
          if (s.do === 'cut') server.up = false;
          if (s.do === 'mend') server.up = true;
          if (s.do === 'see' && server.up) engine.follow(server.stored);
          if (s.do === 'wait') await vi.advanceTimersByTimeAsync(s.ms);
        }
        server.up = true;
        for (let settle = 0; settle < 5; settle += 1) {
          await vi.advanceTimersByTimeAsync(60_000);
          if (engine.state().status === 'conflict') engine.resolve('both');
        }
        engine.follow(server.stored);
        expect(engine.state().value).toBe(server.stored.value);
        for (let i = 1; i <= n; i += 1) {
          const kind = steps[i - 1]?.do;
          if (kind === 'type') expect(server.stored.value).toContain(`m${i};`);
          if (kind === 'other') expect(server.stored.value).toContain(`o${i};`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
