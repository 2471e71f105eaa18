import { refuseEscalation } from '../access/escalation.ts';
import { reviewed } from '../access/reviews.ts';
import { selfSubjectOf } from '../access/self-subject.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import type { Caller } from '../request/caller.ts';
import { decode } from '../request/decoding.ts';
import { isDryRun } from '../request/options.ts';
import type { ResourceType } from '../resource-type.ts';
import { schemaErrors } from '../schema/schema-errors.ts';
import {
  alreadyExists,
  badRequest,
  forbidden,
  invalid,
  notFound,
  storageFault,
} from '../status.ts';
import type { StoredObject } from '../stored-object.ts';
import { metadataErrors } from '../validation/metadata.ts';

interface Creation {
  cluster: Cluster;
  caller: Caller;
  type: ResourceType;
  namespace: string;
  body: unknown;
  query: URLSearchParams;
}

/** Creates an object, or tries to (dry run), and returns it as the cluster keeps it. */
export const createObject = (given: Creation): object => {
  const { cluster, caller, type } = given;
  const dryRun = isDryRun(given.query.getAll('dryRun'), 'CreateOptions');
  const object = decode(given.body, type);
  placeIn(object, type, given.namespace);
  if (type.review) {
    return type.kind === 'SelfSubjectReview'
      ? selfSubjectOf(caller, timestamp(cluster))
      : reviewed(object, caller, cluster.storage);
  }
  refuseMissingNamespace(cluster, type, object);
  const versionGiven = object.metadata.resourceVersion !== undefined;
  giveIdentity(object, type, cluster);
  type.complete?.(object, cluster.storage, true);
  refuseEscalation(caller, type, object, cluster.storage);
  refuseInvalid(object, type);
  if (cluster.storage.get(type, object.metadata.namespace ?? '', object.metadata.name)) {
    throw alreadyExists(type, object.metadata.name);
  }
  if (dryRun) {
    return object;
  }
  if (versionGiven) {
    throw storageFault('resourceVersion should not be set on objects to be created');
  }
  return cluster.storage.put(type, object);
};

/** Puts the address's namespace on the object, which may name the same one or none. */
const placeIn = (object: StoredObject, type: ResourceType, namespace: string): void => {
  const own = object.metadata.namespace ?? '';
  if (own !== '' && own !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (type.namespaced) {
    object.metadata.namespace = namespace;
  } else {
    delete object.metadata.namespace;
  }
};

const refuseMissingNamespace = (
  { storage }: Cluster,
  type: ResourceType,
  object: StoredObject,
): void => {
  const name = object.metadata.namespace;
  if (!type.namespaced || name === undefined) {
    return;
  }
  const namespaces = { group: '', plural: 'namespaces' };
  const namespace = storage.get(namespaces, '', name);
  if (!namespace) {
    throw notFound(namespaces, name);
  }
  if (namespace.metadata.deletionTimestamp) {
    throw forbidden(
      type,
      object.metadata.name,
      `unable to create new content in namespace ${name} because it is being terminated`,
    );
  }
};

const giveIdentity = (object: StoredObject, type: ResourceType, cluster: Cluster): void => {
  const { metadata } = object;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  delete metadata.resourceVersion;
  delete metadata.generation;
  metadata.uid = crypto.randomUUID();
  metadata.creationTimestamp = timestamp(cluster);
  if (metadata.name === '' && metadata.generateName) {
    metadata.name = `${metadata.generateName}${randomSuffix()}`;
  }
  if (type.custom) {
    metadata.generation = 1;
  }
  if (type.hasStatus) {
    delete object['status'];
  }
  if (type.kind === 'Namespace') {
    object['spec'] = { finalizers: ['kubernetes'] };
    object['status'] = { phase: 'Active' };
  }
};

// No vowels and nothing that looks like one: Kubernetes' alphabet for generated names.
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

const randomSuffix = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) =>
    alphabet.charAt(byte % alphabet.length),
  ).join('');

/** Refuses an object whose metadata or own fields are wrong. */
export const refuseInvalid = (object: StoredObject, type: ResourceType): void => {
  const { apiVersion: _version, kind: _kind, metadata: _metadata, ...own } = object;
  const errors = [
    ...metadataErrors(object, type),
    ...(type.custom ? schemaErrors(own, type.schema, '') : []),
    ...(type.validate?.(object) ?? []),
  ];
  if (errors.length > 0) {
    throw invalid(type, object.metadata.name, errors);
  }
};
