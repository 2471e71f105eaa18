import type { Extension, LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import type { RuleBook } from '../rules/rule-book.ts';

/** A list's entry as the plugin wrote it, with the identity that the store gives it. */
export type ListedExtension = LoadedExtension<Extension<string, Record<string, unknown>>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'then' in value &&
  typeof value.then === 'function';

/** How an extension is named in an alert: its type, and the id or field that tells it from others. */
export const nameExtension = (
  extension: Pick<ListedExtension, 'type' | 'properties' | 'pluginName'>,
) => {
  const { id, fieldId } = extension.properties;
  const part = [id, fieldId].find((name) => typeof name === 'string');
  return `${extension.pluginName} ${extension.type}${part === undefined ? '' : ` (${String(part)})`}`;
};

export type CodeReferenceFault = (path: string, detail: string) => void;

/**
 * Calls every function inside `properties` without arguments and puts in its place what its promise
 * resolves to; arrays are searched for objects, but a function that is itself an item stays. A function that is no code reference is reported; a promise that rejects leaves
 * `undefined` and is counted in `errors`, as in the real dashboard.
 */
export const resolveCodeReferences = async (
  properties: Record<string, unknown>,
  onFault: CodeReferenceFault,
): Promise<{ properties: Record<string, unknown>; errors: unknown[]; faults: number }> => {
  const errors: unknown[] = [];
  let faults = 0;
  const fault: CodeReferenceFault = (path, detail) => {
    faults += 1;
    onFault(path, detail);
  };
  const resolve = async (value: unknown, path: string): Promise<unknown> => {
    if (typeof value === 'function') {
      return resolveReference(value, path, fault, errors);
    }
    if (Array.isArray(value)) {
      return Promise.all(
        value.map((item, index) => (isObject(item) ? resolve(item, `${path}[${index}]`) : item)),
      );
    }
    if (!isObject(value)) {
      return value;
    }
    const entries = Object.entries(value).map(async ([key, member]) => [
      key,
      await resolve(member, path === '' ? key : `${path}.${key}`),
    ]);
    return Object.fromEntries(await Promise.all(entries));
  };
  const resolved = await resolve(properties, '');
  return { properties: isObject(resolved) ? resolved : {}, errors, faults };
};

/** A reference that never settles keeps every extension of its type from loading, in silence. */
const PATIENCE_MS = 10_000;

const resolveReference = async (
  reference: Function,
  path: string,
  fault: CodeReferenceFault,
  errors: unknown[],
): Promise<unknown> => {
  let called: unknown;
  try {
    called = Reflect.apply(reference, undefined, []);
  } catch (error) {
    fault(path, `properties.${path} threw when it was called without arguments: ${String(error)}`);
    return undefined;
  }
  if (!isThenable(called)) {
    fault(path, `properties.${path} returned no promise when it was called without arguments.`);
    return undefined;
  }
  const timer = setTimeout(
    () => fault(path, `properties.${path} has not settled for ${PATIENCE_MS / 1000} seconds.`),
    PATIENCE_MS,
  );
  try {
    return await called;
  } catch (error) {
    errors.push(error);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};

/** The `onFault` that writes into the rule book. */
export const reportFaults =
  (ruleBook: RuleBook, extension: ListedExtension): CodeReferenceFault =>
  (_path, detail) =>
    ruleBook.report({ rule: 'code-reference', extension: nameExtension(extension), detail });
