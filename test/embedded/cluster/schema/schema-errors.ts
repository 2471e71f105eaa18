import { isJsonObject, sameJson } from '../json.ts';
import type { FieldError } from '../status.ts';
import type { Schema } from './schema.ts';

/**
 * What the API server's schema validation says about a custom resource, in the words of 1.20 (go-openapi):
 * newer servers say the same of the same fields with the reason `FieldValueTypeInvalid` for a wrong type.
 */
export const schemaErrors = (value: unknown, schema: Schema, at: string): FieldError[] => {
  if (value === null) {
    return schema.nullable ? [] : [wrongType(at, value, schema)].flat();
  }
  if (schema['x-kubernetes-int-or-string']) {
    return intOrTextErrors(value, schema, at);
  }
  if (schema.type && !hasType(value, schema.type)) {
    return [wrongType(at, value, schema)].flat();
  }
  if (Array.isArray(value)) {
    return listErrors(value, schema, at);
  }
  return isJsonObject(value) ? objectErrors(value, schema, at) : scalarErrors(value, schema, at);
};

const hasType = (value: unknown, type: NonNullable<Schema['type']>): boolean => {
  switch (type) {
    case 'object':
      return isJsonObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    default:
      return typeof value === type;
  }
};

const jsonType = (value: unknown): string => {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
};

const invalidField = (field: string, shown: string, why: string): FieldError => ({
  field,
  reason: 'FieldValueInvalid',
  body: `Invalid value: ${shown}: ${field} in body ${why}`,
});

const wrongType = (field: string, value: unknown, schema: Schema): FieldError => {
  const type = jsonType(value);
  const wanted = schema['x-kubernetes-int-or-string'] ? 'integer,string' : schema.type;
  return invalidField(
    field,
    JSON.stringify(type),
    `must be of type ${wanted}: ${JSON.stringify(type)}`,
  );
};

const intOrTextErrors = (value: unknown, schema: Schema, at: string): FieldError[] => {
  if (typeof value === 'string') {
    return scalarErrors(value, schema, at);
  }
  return hasType(value, 'integer') ? [] : [wrongType(at, value, schema)];
};

const scalarErrors = (value: unknown, schema: Schema, at: string): FieldError[] => {
  const shown = JSON.stringify(value);
  if (schema.enum && !schema.enum.some((allowed) => allowed === value)) {
    const supported = schema.enum.map((allowed) => JSON.stringify(allowed)).join(', ');
    return [
      {
        field: at,
        reason: 'FieldValueNotSupported',
        body: `Unsupported value: ${shown}: supported values: ${supported}`,
      },
    ];
  }
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value)) {
    return [invalidField(at, shown, `should match '${schema.pattern}'`)];
  }
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
    return [invalidField(at, shown, `should be greater than or equal to ${schema.minimum}`)];
  }
  return [];
};

const listErrors = (list: unknown[], schema: Schema, at: string): FieldError[] => {
  const { items } = schema;
  const inItems = items
    ? list.flatMap((item, index) => schemaErrors(item, items, `${at}[${index}]`))
    : [];
  return [...inItems, ...duplicates(list, schema, at)];
};

const duplicates = (list: unknown[], schema: Schema, at: string): FieldError[] => {
  const keys = schema['x-kubernetes-list-map-keys'];
  if (!keys) {
    return [];
  }
  const identity = (item: unknown) => keys.map((key) => (isJsonObject(item) ? item[key] : item));
  return list.flatMap((item, index) => {
    const own = identity(item);
    const earlier = list.slice(0, index).some((other) => sameJson(identity(other), own));
    return earlier
      ? [
          {
            field: `${at}[${index}]`,
            reason: 'FieldValueDuplicate',
            body: duplicateBody(keys, own),
          },
        ]
      : [];
  });
};

// Go prints the map of an item's keys; a reader needs the keys, so that part is kept alike.
const duplicateBody = (keys: string[], values: unknown[]): string =>
  `Duplicate value: map[string]interface {}{${keys
    .map((key, index) => `${JSON.stringify(key)}:${JSON.stringify(values[index])}`)
    .join(', ')}}`;

const objectErrors = (value: Record<string, unknown>, schema: Schema, at: string): FieldError[] => {
  const inside = (key: string) => (at === '' ? key : `${at}.${key}`);
  const missing = (schema.required ?? [])
    .filter((key) => value[key] === undefined)
    .map((key) => ({ field: inside(key), reason: 'FieldValueRequired', body: 'Required value' }));
  const wrong = Object.entries(value).flatMap(([key, field]) => {
    const known = schema.properties?.[key] ?? schema.additionalProperties;
    return known ? schemaErrors(field, known, inside(key)) : [];
  });
  return [...wrong, ...missing];
};
