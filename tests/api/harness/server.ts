// Starts the real program on a database and a port of its own, and ends it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDatabase, type TestDatabase } from './database';

const program =
  process.env.TANDEM_BIN ??
  fileURLToPath(new URL('../../../build/release/tandem', import.meta.url));

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

type Environment = Record<string, string>;

export class Server {
  private process: ChildProcess | null = null;
  private log = '';

  private constructor(
    private readonly database: TestDatabase,
    readonly port: number,
    private readonly settings: Environment,
  ) {}

  static async start(settings: Environment = {}): Promise<Server> {
    if (!existsSync(program)) {
      throw new Error(`there is no ${program}: build first, or name the program in TANDEM_BIN`);
    }
    const server = new Server(await createDatabase(), await freePort(), settings);
    try {
      await server.launch();
    } catch (problem) {
      await server.stop();
      throw problem;
    }
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the server has logged so far. */
  get logged(): string {
    return this.log;
  }

  /** Runs another command of the program on the same database. */
  run(...command: string[]): Promise<Ran> {
    return runProgram(command, this.environment());
  }

  /** Ends the process and starts another on the same database and port. */
  async restart(): Promise<void> {
    await this.end();
    await this.launch();
  }

  async stop(): Promise<void> {
    await this.end();
    await this.database.drop();
  }

  /** One more process on the same database, with a port of its own. */
  async another(): Promise<Server> {
    const server = new Server(this.database, await freePort(), this.settings);
    await server.launch();
    return server;
  }

  /** As if its machine had lost power. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  private environment(): Environment {
    return {
      TANDEM_DATABASE: this.database.url,
      TANDEM_LISTEN: `127.0.0.1:${this.port}`,
      TANDEM_PUBLIC_URL: this.origin,
      TANDEM_PASSWORD_COST: 'test',
      ...this.settings,
    };
  }

  private async launch(): Promise<void> {
    const child = spawn(program, ['serve'], {
      env: { ...process.env, ...this.environment() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    const keep = (chunk: Buffer) => {
      this.log = (this.log + chunk.toString()).slice(-200_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const giveUpAt = Date.now() + 20_000;
    while (!(await this.isReady())) {
      if (child.exitCode !== null) throw new Error(`the server ended at once:\n${this.log}`);
      if (Date.now() > giveUpAt) throw new Error(`the server is not ready:\n${this.log}`);
      await pause(20);
    }
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.origin}/readyz`)).status === 200;
    } catch {
      return false;
    }
  }

  private async end(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const slow = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(slow);
  }
}

export async function runProgram(command: string[], environment: Environment = {}): Promise<Ran> {
  const child = spawn(program, command, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran: Ran = { code: -1, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ran.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ran.stderr += chunk.toString();
  });
  const [code] = await once(child, 'close');
  ran.code = code ?? -1;
  return ran;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
