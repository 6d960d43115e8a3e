// A throw-away database for each server: a SQLite file, or a database of its own in the
// PostgreSQL cluster whose administrator's URL is in TANDEM_TEST_POSTGRESQL.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface TestDatabase {
  /** As TANDEM_DATABASE takes it. */
  url: string;
  drop(): Promise<void>;
}

export function createDatabase(): Promise<TestDatabase> {
  const admin = process.env.TANDEM_TEST_POSTGRESQL;
  if (!admin) return sqliteFile();
  if (!/^postgres(ql)?:\/\//.test(admin)) {
    throw new Error(`TANDEM_TEST_POSTGRESQL has to be a postgresql:// URL, not '${admin}'`);
  }
  return postgresDatabase(admin);
}

async function sqliteFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-api-'));
  return {
    url: `sqlite:${join(folder, 'tandem.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function postgresDatabase(admin: string): Promise<TestDatabase> {
  const name = `tandem_api_${randomBytes(8).toString('hex')}`;
  await asAdministrator(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: () => asAdministrator(admin, `drop database if exists ${name} with (force)`),
  };
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
