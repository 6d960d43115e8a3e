// The contract as the tests use it: every operation by its id, and a validator for each answer.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats, { type FormatsPlugin } from 'ajv-formats';
import { parse } from 'yaml';
import type { components, operations } from './schema';

export type OperationId = keyof operations;
export type Schemas = components['schemas'];
export type Role = Schemas['Role'];
/** `seat`: whoever sits in the room of the workshop that the path names. */
export type Roles =
  | 'public'
  | 'signed-in'
  | 'seat'
  | { district: Role[]; school?: Role[]; seat?: boolean };
export type JsonSchema = { [keyword: string]: unknown };

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: JsonSchema;
}

interface Header {
  required?: boolean;
  schema: JsonSchema;
}

interface Response {
  headers: Record<string, Header>;
  content: Record<string, { schema: JsonSchema }>;
}

export interface Operation {
  id: OperationId;
  method: string;
  /** As in the contract: `/districts/{district}`. */
  path: string;
  /** What the path is relative to: `/api/v1`, or nothing for the probes and documents. */
  base: string;
  tag: string;
  roles: Roles;
  parameters: Parameter[];
  body: JsonSchema | null;
  responses: Record<string, Response>;
}

export const contractFile = fileURLToPath(new URL('../../../api/openapi.yaml', import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document, walked by its own rules.
type Loose = any;
const document: Loose = parse(readFileSync(contractFile, 'utf8'));

function resolve(node: Loose): Loose {
  if (!node?.$ref) return node;
  return String(node.$ref)
    .split('/')
    .slice(1)
    .reduce((found, part) => found[part], document);
}

function readResponse(node: Loose): Response {
  const { headers = {}, content = {} } = resolve(node);
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, header]) => [name.toLowerCase(), resolve(header)]),
    ),
    content,
  };
}

function readOperations(): Operation[] {
  const found: Operation[] = [];
  for (const [path, item] of Object.entries<Loose>(document.paths)) {
    const base = (item.servers ?? document.servers)[0].url.replace(/\/$/, '');
    for (const method of ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']) {
      const node = item[method];
      if (!node) continue;
      found.push({
        id: node.operationId,
        method: method.toUpperCase(),
        path,
        base,
        tag: node.tags[0],
        roles: node['x-roles'],
        parameters: [...(item.parameters ?? []), ...(node.parameters ?? [])].map(resolve),
        body: node.requestBody?.content['application/json'].schema ?? null,
        responses: Object.fromEntries(
          Object.entries(node.responses).map(([status, value]) => [status, readResponse(value)]),
        ),
      });
    }
  }
  return found;
}

export const allOperations = readOperations();
/** Those under /api/v1; the others are probes and documents. */
export const apiOperations = allOperations.filter(({ base }) => base === '/api/v1');
export const schemas: Record<string, JsonSchema> = document.components.schemas;

const byId = new Map(allOperations.map((operation) => [operation.id, operation]));

export function operationOf(id: OperationId): Operation {
  const operation = byId.get(id);
  if (!operation) throw new Error(`the contract has no operation '${id}'`);
  return operation;
}

/** References into the contract, turned into references into one JSON Schema. */
function asDefinitions(node: Loose): Loose {
  if (Array.isArray(node)) return node.map(asDefinitions);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref'
        ? String(value).replace('#/components/schemas/', 'contract#/$defs/')
        : asDefinitions(value),
    ]),
  );
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
(addFormats as unknown as FormatsPlugin)(ajv);
ajv.addSchema({ $id: 'contract', $defs: asDefinitions(schemas) });

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with `value` by `schema`, in words; nothing if it is right. */
export function faults(schema: JsonSchema, value: unknown): string[] {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (!validate) {
    validate = ajv.compile(asDefinitions(schema));
    compiled.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '(whole)'} ${message} ${JSON.stringify(params)}`,
  );
}

export function schemaFaults(name: keyof Schemas, value: unknown): string[] {
  return faults({ $ref: `#/components/schemas/${name}` }, value);
}

// The types of what an operation takes and answers, from the generated ones.
type Parameters<Id extends OperationId> = operations[Id]['parameters'];
export type PathOf<Id extends OperationId> = Parameters<Id> extends { path: infer P } ? P : object;
export type QueryOf<Id extends OperationId> =
  Parameters<Id> extends { query?: infer Q } ? NonNullable<Q> : object;
export type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : undefined;
type Answered<R> = R extends { content: { 'application/json': infer B } } ? B : undefined;
type Responses<Id extends OperationId> = operations[Id]['responses'];
export type ResultOf<Id extends OperationId> =
  Responses<Id> extends { 201: infer R }
    ? Answered<R>
    : Responses<Id> extends { 200: infer R }
      ? Answered<R>
      : undefined;
