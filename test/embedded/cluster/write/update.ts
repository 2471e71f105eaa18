import { refuseEscalation } from '../access/escalation.ts';
import type { Cluster } from '../cluster.ts';
import { sameJson } from '../json.ts';
import type { Caller } from '../request/caller.ts';
import type { ResourceType } from '../resource-type.ts';
import { badRequest, conflict, invalid } from '../status.ts';
import type { StoredObject } from '../stored-object.ts';
import { isSameObject, metadataChangeErrors } from '../validation/metadata.ts';
import { refuseInvalid } from './create.ts';

interface Update {
  cluster: Cluster;
  caller: Caller;
  type: ResourceType;
  subresource: string;
  /** The object that the body replaces. */
  before: StoredObject;
  /** What shall stand instead; it is changed on its way. */
  object: StoredObject;
  isPatch?: boolean;
  dryRun: boolean;
}

/** Replaces an object that exists, or tries to, and returns it as the cluster keeps it. */
export const updateObject = (given: Update): StoredObject => {
  const { cluster, caller, type, before, object } = given;
  refuseOtherName(object, before.metadata.name);
  refuseOtherNamespace(object, before);
  if (!given.isPatch) {
    refuseOtherUid(object, before, type);
  }
  refuseStale(object, before, type);
  keepIdentity(object, before);
  keepStatusApart(object, before, type, given.subresource);
  type.complete?.(object, cluster.storage, false);
  countGeneration(object, before, type);
  refuseEscalation(caller, type, object, cluster.storage);
  refuseChange(object, before, type);
  refuseInvalid(object, type);
  if (given.dryRun || isSameObject(object, before)) {
    return {
      ...object,
      metadata: { ...object.metadata, resourceVersion: before.metadata.resourceVersion ?? '' },
    };
  }
  return keepOrRelease(object, cluster, type);
};

/** An object that waits for its finalizers goes when the last of them does. */
const keepOrRelease = (
  object: StoredObject,
  { storage }: Cluster,
  type: ResourceType,
): StoredObject => {
  const kept = storage.put(type, object);
  const waiting = (object.metadata.finalizers ?? []).length > 0;
  if (object.metadata.deletionTimestamp && !waiting) {
    storage.remove(type, kept);
  }
  return kept;
};

const refuseOtherName = (object: StoredObject, name: string): void => {
  const own = object.metadata.name;
  if (own === '') {
    throw badRequest(
      `the name of the object (${name} based on URL) was undeterminable: name must be provided`,
    );
  }
  if (own !== name) {
    throw badRequest(
      `the name of the object (${own}) does not match the name on the URL (${name})`,
    );
  }
};

const refuseOtherNamespace = (object: StoredObject, before: StoredObject): void => {
  const { namespace = '' } = before.metadata;
  const own = object.metadata.namespace ?? '';
  if (own !== '' && own !== namespace) {
    throw badRequest(
      `the namespace of the object (${own}) does not match the namespace on the request (${namespace})`,
    );
  }
  if (namespace === '') {
    delete object.metadata.namespace;
  } else {
    object.metadata.namespace = namespace;
  }
};

/** A replacement that names another uid is meant for another object; in a patch it is a forbidden change. */
const refuseOtherUid = (
  { metadata: { uid } }: StoredObject,
  { metadata }: StoredObject,
  type: ResourceType,
): void => {
  if (uid !== '' && uid !== metadata.uid) {
    const folder = type.custom ? `${type.group}/${type.plural}` : type.plural;
    const key = `/registry/${folder}/${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`;
    throw conflict(
      type,
      metadata.name,
      `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`,
    );
  }
};

const refuseStale = (object: StoredObject, before: StoredObject, type: ResourceType): void => {
  const { resourceVersion } = object.metadata;
  if (resourceVersion === undefined && type.custom) {
    const field = 'metadata.resourceVersion';
    // The API server names the resource here where it names the kind everywhere else.
    throw invalid({ group: type.group, kind: type.plural }, before.metadata.name, [
      {
        field,
        reason: 'FieldValueInvalid',
        body: 'Invalid value: 0x0: must be specified for an update',
      },
    ]);
  }
  if (resourceVersion !== undefined && resourceVersion !== before.metadata.resourceVersion) {
    throw conflict(
      type,
      before.metadata.name,
      'the object has been modified; please apply your changes to the latest version and try again',
    );
  }
};

/** What the API server alone decides stays as it is. */
const keepIdentity = (object: StoredObject, { metadata: before }: StoredObject): void => {
  const { metadata } = object;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  delete metadata.generation;
  object.metadata = {
    ...metadata,
    uid: metadata.uid || before.uid,
    creationTimestamp: metadata.creationTimestamp || before.creationTimestamp,
    resourceVersion: before.resourceVersion ?? '',
    ...(before.deletionTimestamp ? { deletionTimestamp: before.deletionTimestamp } : {}),
    ...(before.deletionGracePeriodSeconds === undefined
      ? {}
      : { deletionGracePeriodSeconds: before.deletionGracePeriodSeconds }),
    ...(before.generation === undefined ? {} : { generation: before.generation }),
  };
};

/** With a status subresource, the object's address does not touch the status, and `/status` touches nothing else. */
const keepStatusApart = (
  object: StoredObject,
  before: StoredObject,
  type: ResourceType,
  subresource: string,
): void => {
  if (!type.hasStatus) {
    return;
  }
  if (subresource !== 'status') {
    setStatus(object, before['status']);
    return;
  }
  const status = object['status'];
  for (const field of Object.keys(object)) {
    delete object[field];
  }
  Object.assign(object, structuredClone(before));
  setStatus(object, status);
};

const setStatus = (object: StoredObject, status: unknown): void => {
  if (status === undefined) {
    delete object['status'];
  } else {
    object['status'] = status;
  }
};

const countGeneration = (object: StoredObject, before: StoredObject, type: ResourceType): void => {
  if (!type.custom) {
    return;
  }
  const own = ({ metadata: _metadata, ...fields }: StoredObject) =>
    type.hasStatus ? { ...fields, status: undefined } : fields;
  if (!sameJson(own(object), own(before))) {
    object.metadata.generation = (before.metadata.generation ?? 0) + 1;
  }
};

const refuseChange = (object: StoredObject, before: StoredObject, type: ResourceType): void => {
  const errors = [
    ...metadataChangeErrors(object, before),
    ...(type.validateChange?.(object, before) ?? []),
  ];
  if (errors.length > 0) {
    throw invalid(type, object.metadata.name, errors);
  }
};
