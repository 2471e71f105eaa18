import { forbiddenField, invalidValue, tooLong } from '../field-errors.ts';
import { objectAt, sameJson } from '../json.ts';
import type { FieldError } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';
import { configKeyFaults } from './names.ts';

/** 1 MiB: what a ConfigMap or a Secret may hold, values only. */
export const dataLimit = 1024 * 1024;

/** The keys and the size of a ConfigMap. */
export const configMapErrors = (object: StoredObject): FieldError[] => {
  const data = objectAt(object, 'data');
  const binary = objectAt(object, 'binaryData');
  const both = Object.keys(data)
    .filter((key) => Object.hasOwn(binary, key))
    .map((key) => invalidValue(`data[${key}]`, key, 'duplicate of key present in binaryData'));
  const size = valueBytes(data) + valueBytes(binary);
  return [
    ...keyErrors('data', data),
    ...both,
    ...keyErrors('binaryData', binary),
    ...(size > dataLimit ? [tooLong('[]', dataLimit)] : []),
  ];
};

export const keyErrors = (field: string, data: Record<string, unknown>): FieldError[] =>
  Object.keys(data).flatMap((key) =>
    configKeyFaults(key).map((fault) => invalidValue(`${field}[${key}]`, key, fault)),
  );

const valueBytes = (data: Record<string, unknown>): number =>
  Object.values(data).reduce<number>(
    (sum, value) => sum + new TextEncoder().encode(String(value)).length,
    0,
  );

/** What `immutable: true` forbids, once it is set. */
export const immutableErrors = (
  object: StoredObject,
  before: StoredObject,
  fields: string[],
): FieldError[] => {
  if (before['immutable'] !== true) {
    return [];
  }
  const why = 'field is immutable when `immutable` is set';
  return [
    ...(object['immutable'] === true ? [] : [forbiddenField('immutable', why)]),
    ...fields
      .filter((field) => !sameJson(object[field] ?? {}, before[field] ?? {}))
      .map((field) => forbiddenField(field, why)),
  ];
};
