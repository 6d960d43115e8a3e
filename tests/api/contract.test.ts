// The contract itself, and that the server has its operations and no others.
import { fileURLToPath } from 'node:url';
import { createConfig, lint } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { allOperations, apiOperations, type JsonSchema, schemas } from './harness/contract';
import { runProgram } from './harness/server';

interface Route {
  operation: string;
  method: string;
  path: string;
}

const asText = ({ operation, method, path }: Route) => `${operation}: ${method} ${path}`;

test('the server routes exactly the operations of the contract', async () => {
  const { code, stdout } = await runProgram(['routes']);
  expect(code).toBe(0);
  const routes = (JSON.parse(stdout) as Route[]).map(({ path, ...route }) => ({
    ...route,
    path: path.replace(/^\/api\/v1(?=\/)/, ''),
  }));
  const expected = allOperations.map(({ id, method, path }) => ({ operation: id, method, path }));
  expect(routes.map(asText).sort()).toEqual(expected.map(asText).sort());
});

describe('the contract', () => {
  test('is an OpenAPI document that the linter finds no error in', async () => {
    const ref = fileURLToPath(new URL('../../api/openapi.yaml', import.meta.url));
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lint({ ref, config });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test('says for every operation who may', () => {
    const roles = schemas.Role?.enum as string[];
    for (const { id, roles: may } of allOperations) {
      if (typeof may === 'string') expect(['public', 'signed-in', 'seat'], id).toContain(may);
      else
        expect(roles, id).toEqual(expect.arrayContaining([...may.district, ...(may.school ?? [])]));
    }
  });

  test('asks for If-Match wherever something that exists is changed', () => {
    // A vote, a seat, a link and a file are there or not: they have no version to have seen.
    const exempt = ['changePassword', 'signOut', 'voteNote', 'unvoteNote', 'leaveSeat'];
    exempt.push('unshareMinutes', 'removeEvidenceFile');
    const missing = apiOperations.filter(
      ({ id, method, parameters }) =>
        ['PUT', 'DELETE'].includes(method) &&
        !exempt.includes(id) &&
        !parameters.some(({ name, required }) => name === 'If-Match' && required),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('answers every change of a record with its new version', () => {
    const missing = apiOperations.filter(
      ({ method, responses, body }) =>
        method === 'PUT' && body && responses['200'] && !responses['200'].headers.etag,
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('describes the same member the same way in a record and in the fields sent', () => {
    for (const [name, fields] of Object.entries(schemas)) {
      const record = schemas[name.replace(/Fields$/, '')];
      if (!name.endsWith('Fields') || !record) continue;
      const members = record.properties as Record<string, unknown>;
      for (const [member, schema] of Object.entries(fields.properties as object)) {
        expect(members[member], `${name}.${member}`).toEqual(schema);
      }
    }
  });

  test('lets a nullable member be left out of a request, and nothing else', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      if (!name.endsWith('Fields')) continue;
      const required = (schema.required ?? []) as string[];
      for (const [member, value] of Object.entries(
        schema.properties as Record<string, JsonSchema>,
      )) {
        expect(required.includes(member), `${name}.${member}`).toBe(!mayBeNull(value));
      }
    }
  });

  test('bounds every text, list and number', () => {
    const unbounded: string[] = [];
    for (const [name, schema] of Object.entries(schemas)) collectUnbounded(name, schema, unbounded);
    expect(unbounded).toEqual([]);
  });

  test('answers with strict objects, each with all its members', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      if (schema.type !== 'object' || !schema.properties || name === 'Pack') continue;
      expect(schema.additionalProperties, name).toBe(false);
      if (name.endsWith('Fields') || name === 'Problem') continue;
      expect(schema.required ?? [], name).toEqual(Object.keys(schema.properties));
    }
  });
});

function mayBeNull(schema: JsonSchema): boolean {
  if (Array.isArray(schema.type)) return schema.type.includes('null');
  return (
    Array.isArray(schema.oneOf) && schema.oneOf.some(({ type }: JsonSchema) => type === 'null')
  );
}

function collectUnbounded(place: string, node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const [at, item] of node.entries()) collectUnbounded(`${place}/${at}`, item, found);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const schema = node as JsonSchema;
  const types = [schema.type].flat();
  const closed = 'enum' in schema || 'const' in schema;
  if (types.includes('string') && !closed && !('maxLength' in schema)) found.push(place);
  if (types.includes('array') && !('maxItems' in schema)) found.push(place);
  if (types.includes('integer') || types.includes('number')) {
    if (!('minimum' in schema && 'maximum' in schema)) found.push(place);
  }
  for (const [key, value] of Object.entries(schema)) {
    if (key !== 'examples' && key !== 'enum') collectUnbounded(`${place}/${key}`, value, found);
  }
}
