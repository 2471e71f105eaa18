import { timestamp, type Cluster } from '../cluster.ts';
import { isJsonObject, listAt, objectAt, textAt, type JsonObject } from '../json.ts';
import { parseJson } from '../request/decoding.ts';
import { isDryRun } from '../request/options.ts';
import type { ResourceType } from '../resource-type.ts';
import { conflict, invalid, type Status } from '../status.ts';
import { unsupportedValue } from '../field-errors.ts';
import type { StoredObject } from '../stored-object.ts';

/** What becomes of the objects that an object owns. */
export type Propagation = 'Background' | 'Foreground' | 'Orphan';

export interface Deletion {
  dryRun: boolean;
  propagation: Propagation;
  uid: string | undefined;
  resourceVersion: string | undefined;
}

/**
 * Reads DeleteOptions from a request's body or, only when it has none, from its query: as in the API server, whose
 * `?dryRun=All` with a body deletes for real.
 */
export const readDeletion = (body: string, query: URLSearchParams): Deletion => {
  const options = body.trim() === '' ? fromQuery(query) : parseJson(body);
  const preconditions = objectAt(options, 'preconditions');
  const isOrphaned = isJsonObject(options) && options['orphanDependents'] === true;
  return {
    dryRun: isDryRun(listAt(options, 'dryRun').map(String), 'DeleteOptions'),
    propagation: isOrphaned ? 'Orphan' : propagationOf(textAt(options, 'propagationPolicy')),
    uid: textAt(preconditions, 'uid'),
    resourceVersion: textAt(preconditions, 'resourceVersion'),
  };
};

const fromQuery = (query: URLSearchParams): JsonObject => ({
  dryRun: query.getAll('dryRun'),
  orphanDependents: query.get('orphanDependents') === 'true',
  propagationPolicy: query.get('propagationPolicy'),
});

const propagations: Propagation[] = ['Foreground', 'Background', 'Orphan'];

const propagationOf = (policy: string | undefined): Propagation => {
  if (policy === undefined) {
    return 'Background';
  }
  const known = propagations.find((propagation) => propagation === policy);
  if (!known) {
    throw invalid({ kind: 'DeleteOptions', group: 'meta.k8s.io' }, '', [
      unsupportedValue('propagationPolicy', policy, [...propagations, 'nil']),
    ]);
  }
  return known;
};

/**
 * Deletes an object. One with finalizers (a volume claim has one of its own) is only marked, and answered with;
 * the controllers take it away.
 */
export const deleteObject = (
  cluster: Cluster,
  type: ResourceType,
  object: StoredObject,
  deletion: Deletion,
): Status | StoredObject => {
  refusePreconditions(type, object, deletion);
  const finalizers = [
    ...(object.metadata.finalizers ?? []),
    ...(deletion.propagation === 'Orphan' ? ['orphan'] : []),
    ...(deletion.propagation === 'Foreground' ? ['foregroundDeletion'] : []),
  ];
  if (type.kind === 'Namespace' || finalizers.length > 0) {
    return mark(cluster, type, object, [...new Set(finalizers)], deletion.dryRun);
  }
  if (!deletion.dryRun) {
    cluster.storage.remove(type, object);
  }
  return type.answersDeleted ? object : deleted(type, object);
};

const refusePreconditions = (
  type: ResourceType,
  object: StoredObject,
  { uid, resourceVersion }: Deletion,
): void => {
  const { metadata } = object;
  // The API server names the kind here where it names the resource everywhere else.
  const named = { group: type.group, plural: type.kind };
  if (uid !== undefined && uid !== metadata.uid) {
    throw conflict(
      named,
      metadata.name,
      `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      named,
      metadata.name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    );
  }
};

const mark = (
  cluster: Cluster,
  type: ResourceType,
  object: StoredObject,
  finalizers: string[],
  dryRun: boolean,
): StoredObject => {
  const marked: StoredObject = {
    ...object,
    metadata: {
      ...object.metadata,
      deletionTimestamp: object.metadata.deletionTimestamp ?? timestamp(cluster),
      ...(type.kind === 'Namespace' ? {} : { deletionGracePeriodSeconds: 0 }),
      ...(finalizers.length > 0 ? { finalizers } : {}),
      ...(object.metadata.generation === undefined
        ? {}
        : { generation: object.metadata.generation + 1 }),
    },
    ...(type.kind === 'Namespace' ? { status: { phase: 'Terminating' } } : {}),
  };
  return dryRun ? marked : cluster.storage.put(type, marked);
};

const deleted = (type: ResourceType, { metadata }: StoredObject): Status => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  details: {
    name: metadata.name,
    ...(type.group === '' ? {} : { group: type.group }),
    kind: type.plural,
    uid: metadata.uid,
  },
});
