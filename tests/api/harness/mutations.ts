// Every way to break a body that is right, read off the contract's schema for it.
import { type JsonSchema, schemas } from './contract';

export interface Mutation {
  what: string;
  /** Where the server has to see the fault. */
  pointer: string;
  body: Record<string, unknown>;
}

function resolved(schema: JsonSchema): JsonSchema {
  if (typeof schema.$ref !== 'string') return schema;
  return resolved(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

/** The schema without its null half. */
function present(schema: JsonSchema): JsonSchema {
  const full = resolved(schema);
  const choices = full.oneOf as JsonSchema[] | undefined;
  const other = choices?.find(({ type }) => type !== 'null');
  if (other) return resolved(other);
  const type = [full.type].flat().find((one) => one !== 'null');
  return { ...full, type };
}

const ofType: Record<string, unknown> = {
  string: 'text',
  integer: 7,
  boolean: true,
  array: [],
  object: { x: 1 },
};

function wrongTypes(type: unknown): unknown[] {
  const right = type === 'number' ? 'integer' : type;
  return Object.entries(ofType)
    .filter(([name]) => name !== right)
    .map(([, value]) => value);
}

/** Values of the right type that the schema does not allow. */
function outOfBounds(schema: JsonSchema): unknown[] {
  const values: unknown[] = [];
  if (Array.isArray(schema.enum)) return ['no-such-choice'];
  if (schema.type === 'string') {
    if (typeof schema.minLength === 'number') values.push('');
    if (typeof schema.maxLength === 'number') values.push('x'.repeat(schema.maxLength + 1));
    if (schema.pattern || schema.format) values.push('not of that shape');
    if (schema.format === 'date') values.push('2027-02-30');
    if (!schema.pattern && !schema.format) values.push('a\u0000b', 'a\u0007b');
  }
  if (schema.type === 'integer') {
    if (typeof schema.minimum === 'number') values.push(schema.minimum - 1);
    if (typeof schema.maximum === 'number') values.push(schema.maximum + 1);
    values.push(1.5);
  }
  if (schema.type === 'array' && typeof schema.maxItems === 'number' && schema.maxItems <= 500) {
    const items = resolved(schema.items as JsonSchema);
    const anyText = items.type === 'string' && !items.enum && !items.pattern && !items.format;
    if (items.type === 'object') values.push(['not an object'], [{}]);
    else if (anyText) values.push([{ x: 1 }], ['a\u0000b'], Array(schema.maxItems + 1).fill('x'));
    else values.push([{ x: 1 }], ['no-such-thing']);
  }
  return values;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 50)}… (${text.length})` : text;
}

export function mutationsOf(name: string, good: object): Mutation[] {
  const schema = schemas[name];
  if (!schema) throw new Error(`the contract has no schema '${name}'`);
  const required = new Set((schema.required ?? []) as string[]);
  const found: Mutation[] = [
    { what: 'an unknown member', pointer: '/surprise', body: { ...good, surprise: 1 } },
  ];
  for (const [member, raw] of Object.entries(schema.properties as Record<string, JsonSchema>)) {
    const pointer = `/${member}`;
    const put = (what: string, value: unknown) =>
      found.push({ what: `${member} ${what}`, pointer, body: { ...good, [member]: value } });
    if (required.has(member)) {
      const { [member]: _, ...without } = good as Record<string, unknown>;
      found.push({ what: `no ${member}`, pointer, body: without });
      put('null', null);
    }
    const full = present(raw);
    for (const value of wrongTypes(full.type)) put(`= ${show(value)}`, value);
    for (const value of outOfBounds(full)) put(`= ${show(value)}`, value);
  }
  return found;
}
