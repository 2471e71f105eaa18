import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { answer, type Answer } from './answer.ts';
import { bootstrapPolicy } from './bootstrap-policy.ts';
import type { Cluster } from './cluster.ts';
import { runControllers } from './controllers.ts';
import type { ClusterUser } from './request/caller.ts';
import { represented } from './representation.ts';
import { resourceTypeOf } from './resource-table.ts';
import { Refusal } from './status.ts';
import { createStorage } from './storage.ts';
import { createObject } from './write/create.ts';

export type { ClusterUser } from './request/caller.ts';

/** A Kubernetes cluster's API in memory, for the kinds that the plugin and the dashboard use. */
export interface EmbeddedCluster {
  /**
   * Answers one Kubernetes API request; the path is the API server's own (`/api/v1/...`, `/apis/...`), the caller is
   * the bearer token.
   */
  fetch(request: Request): Promise<Response>;
  /** Every object, for tests and dumps; a deep copy, sorted by kind, namespace, name. */
  objects(): KubernetesObject[];
}

const builder = { name: 'system:embedded-cluster', groups: ['system:masters'] };

/**
 * Makes a cluster that holds the given objects beside the API server's own policy. The objects pass the same checks
 * as any request; namespaces may stand anywhere in the list.
 *
 * @throws Error naming the object that cannot be created.
 */
export const createEmbeddedCluster = (options: {
  objects: KubernetesObject[];
  users: ClusterUser[];
  clock?: () => Date;
}): EmbeddedCluster => {
  const cluster: Cluster = {
    storage: createStorage(),
    users: options.users,
    clock: options.clock ?? (() => new Date()),
  };
  const given = [...bootstrapPolicy, ...options.objects];
  const inOrder = [...given.filter(isNamespace), ...given.filter((object) => !isNamespace(object))];
  for (const object of inOrder) {
    plant(cluster, object);
  }
  runControllers(cluster.storage);
  return {
    fetch: async (request) => toResponse(await outcome(cluster, request)),
    objects: () => cluster.storage.all().toSorted(byKindAndName),
  };
};

const isNamespace = (object: KubernetesObject): boolean => object.kind === 'Namespace';

const plant = (cluster: Cluster, object: KubernetesObject): void => {
  const type = resourceTypeOf(object);
  const title = `${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  if (!type) {
    throw new Error(`${title}: the embedded cluster does not serve this kind`);
  }
  try {
    createObject({
      cluster,
      caller: builder,
      type,
      namespace: object.metadata.namespace ?? '',
      body: object,
      query: new URLSearchParams(),
    });
  } catch (error) {
    throw new Error(`${title} cannot be created`, { cause: error });
  }
};

const outcome = async (cluster: Cluster, request: Request): Promise<Answer> => {
  try {
    return represented(request.headers.get('accept'), await answer(cluster, request));
  } catch (error) {
    if (error instanceof Refusal) {
      return { code: error.status.code ?? 500, body: error.status };
    }
    throw error;
  }
};

const toResponse = ({ code, body }: Answer): Response =>
  typeof body === 'string'
    ? new Response(body, { status: code, headers: { 'content-type': 'text/plain; charset=utf-8' } })
    : Response.json(body, { status: code });

const sortKey = ({ kind, metadata }: KubernetesObject): string =>
  `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;

const byKindAndName = (left: KubernetesObject, right: KubernetesObject): number =>
  sortKey(left) < sortKey(right) ? -1 : 1;
