import type { Schema } from '@/api/client';

/** The parts of a toolkit pack that a template is made of (content/pack.schema.json). */
export interface FunctionItem {
  id: string;
  area: string;
  column: 'building' | 'collaborative' | 'district';
  title: string;
  text: string;
  details: string[];
}

export interface FieldOption {
  id: string;
  title: string;
}

export interface Field {
  id: string;
  kind: 'choice' | 'text' | 'person' | 'date';
  label: string;
  help: string;
  options?: FieldOption[];
  max_length?: number;
}

interface PackParts {
  functions: {
    columns: { id: FunctionItem['column']; title: string }[];
    areas: { id: string; title: string }[];
    items: FunctionItem[];
  };
  templates: {
    id: 'building' | 'district';
    title: string;
    purpose: string;
    columns: FunctionItem['column'][];
    fields: Field[];
  }[];
}

export interface Area {
  id: string;
  title: string;
  functions: FunctionItem[];
}

/** A template as it is filled in: the functions of its columns, by area, and what is asked. */
export interface Form {
  kind: Schema<'TemplateKind'>;
  title: string;
  purpose: string;
  areas: Area[];
  functions: FunctionItem[];
  fields: Field[];
  columnTitle: (column: FunctionItem['column']) => string;
}

export function formOf(pack: Schema<'Pack'>, kind: Schema<'TemplateKind'>): Form {
  const { functions, templates } = pack as unknown as PackParts;
  const template = templates.find(({ id }) => id === kind);
  const asked = functions.items.filter(({ column }) => template?.columns.includes(column));
  const areas = functions.areas
    .map((area) => ({ ...area, functions: asked.filter((item) => item.area === area.id) }))
    .filter((area) => area.functions.length > 0);
  return {
    kind,
    title: template?.title ?? pack.title,
    purpose: template?.purpose ?? '',
    areas,
    functions: areas.flatMap((area) => area.functions),
    fields: template?.fields ?? [],
    columnTitle: (column) => functions.columns.find(({ id }) => id === column)?.title ?? '',
  };
}

/**
 * Which function of the building template speaks to one of the district's: the same one when
 * both do it, otherwise the building's own in the same area.
 */
export function buildingSideOf(item: FunctionItem, building: Form): FunctionItem | null {
  const same = building.functions.find(({ id }) => id === item.id);
  if (same) return same;
  return (
    building.functions.find(({ area, column }) => area === item.area && column === 'building') ??
    null
  );
}

export function ratingField(form: Form): Field | undefined {
  return form.fields.find(({ id }) => id === 'status');
}

/** What is asked only when there is something to do. */
export const planFields = new Set(['action', 'owner', 'due']);

/** In the templates' words: these two mean that something has to be done. */
export const needsAction = (status: string) => status === 'strengthen' || status === 'create';

/** The id of a function's card and of a field's input, so that links can point at them. */
export const cardId = (functionId: string) => functionId;
export const inputId = (functionId: string, field: string) => `${functionId}.${field}`;
