import { isJsonObject, type JsonObject } from '../json.ts';
import type { Schema } from './schema.ts';

/**
 * The value without the fields its schema does not know, as the API server drops them silently.
 * A value of the wrong type is returned as it is: refusing it is validation's business.
 */
export const prune = (value: unknown, schema: Schema): unknown => {
  if (Array.isArray(value)) {
    const items = schema.items;
    return items ? value.map((item) => prune(item, items)) : value;
  }
  return isJsonObject(value) ? pruneObject(value, schema) : value;
};

const pruneObject = (value: JsonObject, schema: Schema): JsonObject => {
  const keepAll = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const entries = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
    const known = fieldSchema(schema, key);
    if (known) {
      return [[key, prune(field, known)]];
    }
    return keepAll ? [[key, field]] : [];
  });
  return Object.fromEntries(entries);
};

const fieldSchema = (schema: Schema, key: string): Schema | undefined =>
  schema.properties && Object.hasOwn(schema.properties, key)
    ? schema.properties[key]
    : schema.additionalProperties;

/** The value with the defaults of its schema filled in where a field is missing. */
export const withDefaults = (value: unknown, schema: Schema): unknown => {
  const items = schema.items;
  if (Array.isArray(value)) {
    return items ? value.map((item) => withDefaults(item, items)) : value;
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const filled: JsonObject = { ...value };
  for (const [key, known] of Object.entries(schema.properties ?? {})) {
    const field = filled[key] === undefined ? structuredClone(known.default) : filled[key];
    if (field !== undefined) {
      filled[key] = withDefaults(field, known);
    }
  }
  const others = schema.additionalProperties;
  return others
    ? Object.fromEntries(Object.entries(filled).map(([k, v]) => [k, withDefaults(v, others)]))
    : filled;
};

/** The value without the fields that are null where their schema knows no null: there it means "not set". */
export const withoutNulls = (value: unknown, schema: Schema): unknown => {
  const { items } = schema;
  if (Array.isArray(value)) {
    return items ? value.map((item) => withoutNulls(item, items)) : value;
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const entries = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
    const known = fieldSchema(schema, key);
    const isUnset = field === null && known?.nullable !== true && known?.default === undefined;
    if (known && isUnset) {
      return [];
    }
    return [[key, known ? withoutNulls(field, known) : field]];
  });
  return Object.fromEntries(entries);
};
