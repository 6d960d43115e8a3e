import type { FieldStatus } from '@/offline/savedField';
import { type Answer, answerKey, keyed, type Read } from '../answers';

interface Entry {
  text: string;
  status: FieldStatus;
}

/**
 * The answers as they stand on the page, typed ones included, so that the progress and the
 * list of what is missing do not wait for the network. Each field tells it what it holds.
 */
export class AnswerBook {
  private entries = new Map<string, Entry>();
  private stored = new Map<string, Answer>();
  private edition = 0;
  private readonly listeners = new Set<() => void>();

  tell(functionId: string, field: string, entry: Entry): void {
    const key = answerKey(functionId, field);
    const known = this.entries.get(key);
    if (known?.text === entry.text && known.status === entry.status) return;
    this.entries.set(key, entry);
    this.changed();
  }

  /** What the server has: for fields that are not on the page. */
  follow(answers: Answer[]): void {
    this.stored = keyed(answers);
    this.changed();
  }

  /** The page shows answers as stored again. */
  forget(functionId: string, field: string): void {
    if (this.entries.delete(answerKey(functionId, field))) this.changed();
  }

  readonly read: Read = (functionId, field) => {
    const key = answerKey(functionId, field);
    return this.entries.get(key)?.text ?? this.stored.get(key)?.value ?? '';
  };

  /** Fields that are not on the server: kept here, in conflict or refused. */
  unsaved(): { functionId: string; field: string; status: FieldStatus }[] {
    return [...this.entries]
      .filter(([, { status }]) => status !== 'idle' && status !== 'saved')
      .map(([key, { status }]) => {
        const [functionId = '', field = ''] = key.split('/');
        return { functionId, field, status };
      });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): number => this.edition;

  private changed(): void {
    this.edition += 1;
    for (const listener of this.listeners) listener();
  }
}
