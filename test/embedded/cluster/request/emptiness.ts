import { isJsonObject, type JsonObject } from '../json.ts';
import type { Schema } from '../schema/schema.ts';

/**
 * The value without what Go's types do not write down: null, and the empty texts, lists and maps of named fields.
 * A field that is `nullable` in our table is a pointer in Go: an empty text in it is said, and stays.
 */
export const withoutEmpty = (value: unknown, schema: Schema): unknown => {
  const { items } = schema;
  if (Array.isArray(value)) {
    return items ? value.map((item) => withoutEmpty(item, items)) : value;
  }
  return isJsonObject(value) ? fieldsWithoutEmpty(value, schema) : value;
};

const fieldsWithoutEmpty = (value: JsonObject, schema: Schema): JsonObject => {
  const entries = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
    const known = schema.properties?.[key] ?? schema.additionalProperties;
    if (!known) {
      return [[key, field]];
    }
    const inner = withoutEmpty(field, known);
    const isMapValue = !schema.properties;
    if (isMapValue) {
      return [[key, inner ?? zeroOf(known)]];
    }
    return isEmpty(inner, known) ? [] : [[key, inner]];
  });
  return Object.fromEntries(entries);
};

/** What null in a map is read as: no text, or no quantity. */
const zeroOf = (schema: Schema): string => (schema['x-kubernetes-int-or-string'] ? '0' : '');

const isEmpty = (value: unknown, schema: Schema): boolean => {
  if (value === null || value === undefined) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.length === 0;
  }
  if (isJsonObject(value)) {
    return schema.additionalProperties !== undefined && Object.keys(value).length === 0;
  }
  return value === '' && schema.nullable !== true;
};
