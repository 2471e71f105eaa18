import jsonPatch, { type Operation } from 'fast-json-patch';
import { isJsonObject } from '../json.ts';

/**
 * The document with the operations applied (RFC 6902), as the API server's library (evanphx/json-patch 4) does it,
 * which is laxer than the RFC with a member that is missing: `copy` takes it for null, `replace` adds it, and a `test`
 * for null passes. `move` and `remove` refuse it.
 *
 * @throws Error when an operation cannot be done; the document is then worth nothing.
 */
export const withOperations = (document: object, operations: Operation[]): unknown =>
  operations.reduce<unknown>(withOperation, document);

const withOperation = (document: unknown, operation: Operation): unknown =>
  isTestForNothing(document, operation)
    ? document
    : jsonPatch.applyOperation(document, asStrict(document, operation), true).newDocument;

const isTestForNothing = (document: unknown, operation: Operation): boolean =>
  operation.op === 'test' && operation.value === null && isMissing(document, operation.path);

/** What stands for the operation by the RFC. */
const asStrict = (document: unknown, operation: Operation): Operation => {
  if (operation.op === 'copy' && isMissing(document, operation.from)) {
    return { op: 'add', path: operation.path, value: null };
  }
  return operation.op === 'replace' && isMissing(document, operation.path)
    ? { ...operation, op: 'add' }
    : operation;
};

/** Whether a pointer leads to an object that does not have the member; where there is no such object is an error. */
const isMissing = (document: unknown, pointer: string): boolean => {
  const end = pointer.lastIndexOf('/');
  const parent = end < 0 ? undefined : valueAt(document, pointer.slice(0, end));
  const member = pointer
    .slice(end + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  return isJsonObject(parent) && !Object.hasOwn(parent, member);
};

const valueAt = (document: unknown, pointer: string): unknown => {
  try {
    return jsonPatch.getValueByPointer(document, pointer) as unknown;
  } catch {
    return undefined;
  }
};
