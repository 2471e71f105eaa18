import { invalidValue, required, tooLong } from '../field-errors.ts';
import { objectAt, textAt } from '../json.ts';
import type { FieldError } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';
import { dataLimit, immutableErrors, keyErrors } from './config-maps.ts';

const dockerKeys: Record<string, string> = {
  'kubernetes.io/dockerconfigjson': '.dockerconfigjson',
  'kubernetes.io/dockercfg': '.dockercfg',
};

const neededKeys: Record<string, string[]> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/** A Secret's keys, its size, and what its type demands. */
export const secretErrors = (object: StoredObject): FieldError[] => {
  const data = objectAt(object, 'data');
  const size = Object.values(data).reduce<number>((sum, value) => sum + decodedSize(value), 0);
  return [
    ...keyErrors('data', data),
    ...(size > dataLimit ? [tooLong('data', dataLimit)] : []),
    ...typeErrors(object, data),
  ];
};

const decodedSize = (value: unknown): number => {
  const base64 = String(value);
  const padding = /=*$/.exec(base64)?.[0].length ?? 0;
  return (base64.length / 4) * 3 - padding;
};

const typeErrors = (object: StoredObject, data: Record<string, unknown>): FieldError[] => {
  const type = textAt(object, 'type') ?? 'Opaque';
  const dockerKey = dockerKeys[type];
  if (dockerKey) {
    return dockerErrors(data[dockerKey], dockerKey);
  }
  if (type === 'kubernetes.io/service-account-token') {
    return serviceAccountErrors(object);
  }
  if (type === 'kubernetes.io/basic-auth' && !('username' in data) && !('password' in data)) {
    return [required('data[username]'), required('data[password]')];
  }
  return (neededKeys[type] ?? [])
    .filter((key) => !(key in data))
    .map((key) => required(`data[${key}]`));
};

const dockerErrors = (value: unknown, key: string): FieldError[] => {
  const field = `data[${key}]`;
  if (typeof value !== 'string') {
    return [required(field)];
  }
  const fault = jsonFault(atob(value));
  return fault ? [invalidValue(field, '<secret contents redacted>', fault)] : [];
};

const jsonFault = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return goJsonFault(text, error);
  }
};

// Go's words for the two commonest faults of a JSON document. V8's own words would repeat part of the text, a secret.
const goJsonFault = (text: string, error: unknown): string => {
  const said = error instanceof Error ? error.message : String(error);
  if (text.trim() === '' || /unexpected end|unterminated/i.test(said)) {
    return 'unexpected end of JSON input';
  }
  const first = text.trimStart().charAt(0);
  return /[{["\d\-tfn]/.test(first)
    ? 'invalid character in the middle of a value'
    : `invalid character '${first}' looking for beginning of value`;
};

const serviceAccountErrors = (object: StoredObject): FieldError[] =>
  object.metadata.annotations?.['kubernetes.io/service-account.name']
    ? []
    : [required('metadata.annotations[kubernetes.io/service-account.name]')];

/** A Secret's type never changes; its data does not once it is immutable. */
export const secretChangeErrors = (object: StoredObject, before: StoredObject): FieldError[] => [
  ...(object['type'] === before['type']
    ? []
    : [invalidValue('type', object['type'], 'field is immutable')]),
  ...immutableErrors(object, before, ['data']),
];

/** Folds `stringData` into `data`, as the API server does before it looks at either. */
export const completeSecret = (object: StoredObject): void => {
  const given = Object.entries(objectAt(object, 'stringData'));
  const folded = given.map(([key, value]): [string, string] => [key, toBase64(String(value))]);
  const data = { ...objectAt(object, 'data'), ...Object.fromEntries(folded) };
  delete object['stringData'];
  if (Object.keys(data).length > 0) {
    object['data'] = data;
  } else {
    delete object['data'];
  }
  object['type'] = textAt(object, 'type') || 'Opaque';
};

const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
