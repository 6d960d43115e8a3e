// A second district on the same server, that nobody of the first has a role in.
import { Client } from './client';
import { password, TestDistrict } from './district';
import type { Server } from './server';
import { buildWorld } from './world';

export interface ForeignDistrict {
  district: string;
  /** Path parameters that name its records. */
  ids: Record<string, string>;
}

export async function buildForeignDistrict(server: Server): Promise<ForeignDistrict> {
  const { code, stdout, stderr } = await server.run(
    ...['district', 'add', '02020', 'Far Away Schools'],
    ...['--email', 'far@example.org', '--person', 'Fay Far'],
  );
  if (code !== 0) throw new Error(`no second district: ${stderr}`);
  const token = stdout.trim().split('/').at(-1) ?? '';
  const admin = new Client(server);
  await admin.ok('acceptInvitation', { path: { token }, body: { password } });
  const far = await TestDistrict.of(admin);
  const { common, scoped } = await buildWorld(far);
  // Keys are words and not ids: they would be found in any district.
  const words = [
    'function_id',
    'field',
    'number',
    'pack_id',
    'pack_version',
    'step',
    'subject',
    'part',
    'year',
  ];
  const ids = Object.fromEntries(
    Object.entries({ ...common, ...scoped.north }).filter(
      ([name]) => !words.includes(name) && name !== 'code',
    ),
  );
  return { district: far.id, ids };
}
