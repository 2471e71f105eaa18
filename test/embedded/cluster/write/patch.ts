import type { Operation } from 'fast-json-patch';
import { copyOf, isJsonObject } from '../json.ts';
import type { ResourceType } from '../resource-type.ts';
import { badRequest, Refusal, unsupportedMediaType } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';
import { parseJson } from '../request/decoding.ts';
import { withOperations } from './json-patch.ts';

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const applyPatchType = 'application/apply-patch+yaml';

/**
 * The object with the patch applied, not yet validated. Strategic merge patches and server-side apply are not
 * spoken here: 415, as the API server answers a patch of a type that it does not know.
 *
 * @throws Refusal 400, 415, 422
 */
export const patched = (
  before: StoredObject,
  contentType: string,
  body: string,
  type: ResourceType,
): unknown => {
  const [mediaType = ''] = contentType.split(';');
  switch (mediaType.trim()) {
    case jsonPatchType:
      return operated(before, parseJson(body));
    case mergePatchType:
      return merged(copyOf(before), parseJson(body));
    default:
      throw type.custom
        ? unsupportedMediaType([jsonPatchType, mergePatchType, applyPatchType])
        : unsupportedMediaType();
  }
};

/** RFC 7396: null removes, an object is merged, anything else replaces. */
const merged = (target: unknown, patch: unknown): unknown => {
  if (!isJsonObject(patch)) {
    return patch;
  }
  const result = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      result[key] = merged(result[key], value);
    }
  }
  return result;
};

const isOperation = (value: unknown): value is Operation =>
  isJsonObject(value) && typeof value['op'] === 'string' && typeof value['path'] === 'string';

const operated = (before: StoredObject, patch: unknown): unknown => {
  if (!Array.isArray(patch) || !patch.every(isOperation)) {
    throw badRequest('json: cannot unmarshal the patch into Go value of type jsonpatch.Patch');
  }
  try {
    return withOperations(copyOf(before), patch);
  } catch {
    throw rejectedPatch();
  }
};

/** An operation that cannot be done: a failed `test`, a path that is not there. */
const rejectedPatch = (): Refusal =>
  new Refusal({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'the server rejected our request due to an error in our request',
    reason: 'Invalid',
    details: {},
    code: 422,
  });
