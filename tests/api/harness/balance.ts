// Steps through a round that several tests take.
import type { Client } from './client';
import type { Schemas } from './contract';

export type Template = Schemas['Template'];
type Answers = Record<string, Record<string, string>>;

/** The built-in pack's building template: building and collaborative functions. */
export const builtInPack = 'district-school-toolkit';

export function openRound(
  lead: Client,
  fields: Partial<Schemas['OpenRoundFields']> = {},
): Promise<Schemas['RoundDetail']> {
  return lead.ok('openRound', {
    body: { year: '2026-27', due_on: '2027-01-31', pack_id: null, pack_version: null, ...fields },
  });
}

/** The template of a school, or (null) the district's. */
export function templateOf(round: Schemas['RoundDetail'], school: string | null): string {
  const found = round.templates.find(({ school_id }) => school_id === school);
  if (!found) throw new Error(`the round has no template of ${school ?? 'the district'}`);
  return found.id;
}

/** The functions that a template asks, from the pack it was opened under. */
export async function functionsOf(client: Client, template: Template): Promise<string[]> {
  const pack = await client.ok('getPack', {
    path: { pack_id: template.pack_id, pack_version: template.pack_version },
  });
  const { templates, functions } = pack as unknown as {
    templates: { id: string; columns: string[] }[];
    functions: { items: { id: string; column: string }[] };
  };
  const columns = templates.find(({ id }) => id === template.kind)?.columns ?? [];
  return functions.items.filter(({ column }) => columns.includes(column)).map(({ id }) => id);
}

/** Answers one field, whatever its version is now. */
export function answer(
  client: Client,
  template: string,
  functionId: string,
  field: string,
  value: string,
  seen = 0,
): Promise<Schemas['Answer']> {
  return client.ok('saveAnswer', {
    path: { template, function_id: functionId, field },
    body: { value, person_id: null },
    seen,
  });
}

/** Rates every function in place, but for `exceptions`: fields by function. */
export async function fill(
  client: Client,
  template: string,
  exceptions: Answers = {},
): Promise<Template> {
  const now = await client.ok('getTemplate', { path: { template } });
  for (const functionId of await functionsOf(client, now)) {
    const fields = { status: 'in-place', ...exceptions[functionId] };
    for (const [field, value] of Object.entries(fields)) {
      const before = now.answers.find((a) => a.function_id === functionId && a.field === field);
      if (before?.value === value) continue;
      await answer(client, template, functionId, field, value, before?.version ?? 0);
    }
  }
  return client.ok('getTemplate', { path: { template } });
}

/** Fills a template in and submits it. */
export async function submit(
  client: Client,
  template: string,
  exceptions: Answers = {},
): Promise<Template> {
  const { version } = await fill(client, template, exceptions);
  return client.ok('submitTemplate', {
    path: { template },
    body: { note: 'Ready for you.' },
    seen: version,
  });
}

/** Accepts a submitted template. */
export function accept(client: Client, { id, version }: Template): Promise<Template> {
  return client.ok('acceptTemplate', {
    path: { template: id },
    body: { message: 'Thank you.' },
    seen: version,
  });
}

/** Returns a submitted template. */
export function giveBack(
  client: Client,
  { id, version }: Template,
  comments: Schemas['ReturnFields']['comments'] = [],
): Promise<Template> {
  return client.ok('returnTemplate', {
    path: { template: id },
    body: { message: 'Please say more.', comments },
    seen: version,
  });
}
