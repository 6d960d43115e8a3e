/**
 * A create that is tried again with the same body must not create twice: the key stays with
 * the body until the server has answered with success.
 */
export class IdempotencyKeys {
  private key: string | null = null;
  private sent: string | null = null;

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  keyFor(body: unknown): string {
    const text = JSON.stringify(body) ?? '';
    if (this.key === null || this.sent !== text) {
      this.key = this.newKey();
      this.sent = text;
    }
    return this.key;
  }

  done(): void {
    this.key = null;
    this.sent = null;
  }
}
