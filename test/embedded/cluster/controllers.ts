import { objectAt, textAt } from './json.ts';
import { resourceTypeOf } from './resource-table.ts';
import type { OwnerReference } from '../../../src/cluster/kubernetes.ts';
import type { ResourceType } from './resource-type.ts';
import type { Storage } from './storage.ts';
import type { StoredObject } from './stored-object.ts';
import { serviceAccountToken } from './service-account-token.ts';
import { claimProtection } from './validation/volume-claims.ts';

/**
 * Does what Kubernetes' controllers do, until nothing is left to do: collect what has lost its owners, take off
 * finalizers, empty namespaces, give tokens. In a cluster that happens some time after a write; here at once, but
 * after the write has been answered, so an answer never shows it.
 */
export const runControllers = (storage: Storage): void => {
  let before: string;
  do {
    before = storage.revision();
    for (const object of storage.all()) {
      const type = resourceTypeOf(object);
      const current =
        type && storage.get(type, object.metadata.namespace ?? '', object.metadata.name);
      if (type && current) {
        control(current, type, storage);
      }
    }
  } while (storage.revision() !== before);
};

const control = (object: StoredObject, type: ResourceType, storage: Storage): void => {
  if (object.metadata.deletionTimestamp) {
    finishDeletion(object, type, storage);
  } else if (!collect(object, type, storage) && object.kind === 'Secret') {
    controlToken(object, type, storage);
  }
};

const finishDeletion = (object: StoredObject, type: ResourceType, storage: Storage): void => {
  const finalizers = object.metadata.finalizers ?? [];
  if (finalizers.includes('orphan')) {
    releaseDependents(object, storage);
  }
  if (finalizers.includes('foregroundDeletion') && hasBlockingDependents(object, storage)) {
    return;
  }
  if (object.kind === 'Namespace' && emptyNamespace(object, storage) === 'waiting') {
    return;
  }
  const ours = ['orphan', 'foregroundDeletion', claimProtection];
  const left = finalizers.filter((finalizer) => !ours.includes(finalizer));
  if (left.length === 0) {
    storage.remove(type, object);
  } else if (left.length < finalizers.length) {
    storage.put(type, { ...object, metadata: { ...object.metadata, finalizers: left } });
  }
};

const dependentsOf = (owner: StoredObject, storage: Storage): StoredObject[] =>
  storage
    .all()
    .filter((object) =>
      object.metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid),
    );

const releaseDependents = (owner: StoredObject, storage: Storage): void => {
  for (const dependent of dependentsOf(owner, storage)) {
    setOwners(dependent, storage, ({ uid }) => uid !== owner.metadata.uid);
  }
};

const setOwners = (
  object: StoredObject,
  storage: Storage,
  keeps: (owner: OwnerReference) => boolean,
): void => {
  const type = resourceTypeOf(object);
  const { ownerReferences = [], ...metadata } = object.metadata;
  const kept = ownerReferences.filter(keeps);
  if (type && kept.length < ownerReferences.length) {
    const owners = kept.length > 0 ? { ownerReferences: kept } : {};
    storage.put(type, { ...object, metadata: { ...metadata, ...owners } });
  }
};

/** Dependents of an owner that is deleted in the foreground go first. */
const hasBlockingDependents = (owner: StoredObject, storage: Storage): boolean => {
  const dependents = dependentsOf(owner, storage);
  for (const dependent of dependents.filter(({ metadata }) => !metadata.deletionTimestamp)) {
    const type = resourceTypeOf(dependent);
    if (type) {
      takeAway(dependent, type, storage, owner.metadata.deletionTimestamp);
    }
  }
  return dependentsOf(owner, storage).some((dependent) =>
    dependent.metadata.ownerReferences?.some(
      ({ uid, blockOwnerDeletion }) => uid === owner.metadata.uid && blockOwnerDeletion === true,
    ),
  );
};

const takeAway = (
  object: StoredObject,
  type: ResourceType,
  storage: Storage,
  at = object.metadata.creationTimestamp,
): void => {
  if ((object.metadata.finalizers ?? []).length === 0) {
    storage.remove(type, object);
  } else if (!object.metadata.deletionTimestamp) {
    const metadata = { ...object.metadata, deletionTimestamp: at, deletionGracePeriodSeconds: 0 };
    storage.put(type, { ...object, metadata });
  }
};

/** Removes an object whose owners are all gone; lets go of single owners that are. Returns whether it acted. */
const collect = (object: StoredObject, type: ResourceType, storage: Storage): boolean => {
  const owners = object.metadata.ownerReferences ?? [];
  const here = owners.filter((owner) => isThere(owner, object, storage));
  if (here.length === owners.length) {
    return false;
  }
  if (here.length === 0) {
    takeAway(object, type, storage);
  } else {
    setOwners(object, storage, (owner) => here.includes(owner));
  }
  return true;
};

const isThere = (owner: OwnerReference, object: StoredObject, storage: Storage): boolean => {
  const type = resourceTypeOf(owner);
  // Nobody here knows the kind, so nobody can say that the owner is gone: the collector waits as well.
  if (!type) {
    return true;
  }
  const namespace = type.namespaced ? (object.metadata.namespace ?? '') : '';
  return storage.get(type, namespace, owner.name)?.metadata.uid === owner.uid;
};

const emptyNamespace = (namespace: StoredObject, storage: Storage): 'empty' | 'waiting' => {
  const inside = () =>
    storage.all().filter((object) => object.metadata.namespace === namespace.metadata.name);
  for (const object of inside()) {
    const type = resourceTypeOf(object);
    if (type) {
      takeAway(object, type, storage, namespace.metadata.deletionTimestamp);
    }
  }
  return inside().length === 0 ? 'empty' : 'waiting';
};

/** Fills a token Secret of a service account that exists; removes one of an account that does not. */
const controlToken = (secret: StoredObject, type: ResourceType, storage: Storage): void => {
  const { namespace = '', annotations = {} } = secret.metadata;
  const name = annotations['kubernetes.io/service-account.name'];
  if (secret['type'] !== 'kubernetes.io/service-account-token' || name === undefined) {
    return;
  }
  const account = storage.get({ group: '', plural: 'serviceaccounts' }, namespace, name);
  const uid = annotations['kubernetes.io/service-account.uid'];
  if (!account || (uid !== undefined && uid !== account.metadata.uid)) {
    takeAway(secret, type, storage);
  } else if (!textAt(secret['data'], 'token')) {
    giveToken(secret, account, type, storage);
  }
};

const giveToken = (
  secret: StoredObject,
  account: StoredObject,
  type: ResourceType,
  storage: Storage,
): void => {
  storage.put(type, {
    ...secret,
    metadata: {
      ...secret.metadata,
      annotations: {
        ...secret.metadata.annotations,
        'kubernetes.io/service-account.uid': account.metadata.uid,
      },
    },
    data: { ...objectAt(secret, 'data'), ...serviceAccountToken(secret, account) },
  });
};
