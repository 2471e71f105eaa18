import type { Schema } from './schema/schema.ts';
import type { StoredObject } from './stored-object.ts';
import type { FieldError } from './status.ts';
import type { Storage } from './storage.ts';

/**
 * One kind of resource: how it is addressed, and what the API server demands of it.
 *
 * Kinds of the API server itself (`custom: false`) and custom resources differ as they do in Kubernetes: a wrong
 * type is 400 for the first and 422 for the second, only the first may be updated without a resourceVersion.
 */
export interface ResourceType {
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  shortNames: string[];
  namespaced: boolean;
  custom: boolean;
  /** Answered, never kept: access reviews. */
  review?: true;
  /** A PUT may create (RBAC's kinds). */
  createOnUpdate?: true;
  hasStatus?: true;
  /** A deletion is answered with the object, not with a Status. */
  answersDeleted?: true;
  schema: Schema;
  /** RBAC's names are path segments; everything else is a DNS subdomain or, if said so, a label. */
  names: 'subdomain' | 'label' | 'path-segment';
  /** Fills in what the API server fills in, on a new or changed object. */
  complete?: (object: StoredObject, storage: Storage, created: boolean) => void;
  validate?: (object: StoredObject) => FieldError[];
  validateChange?: (object: StoredObject, before: StoredObject) => FieldError[];
}

/** `v1` or `group/version`. */
export const apiVersionOf = (type: { group: string; version: string }): string =>
  type.group === '' ? type.version : `${type.group}/${type.version}`;
