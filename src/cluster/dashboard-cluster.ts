import { commonFetchJSON } from '@openshift/dynamic-plugin-sdk-utils';
import { z } from 'zod';
import type { ClusterClient, WriteOptions } from './cluster-client.ts';
import { type ClusterOutcome, readClusterError } from './cluster-error.ts';
import type { KubernetesObject } from './kubernetes.ts';
import { collectionPath, objectPath } from './resource-path.ts';

/**
 * The cluster through the dashboard's Kubernetes proxy, with the user's own rights. The host has set
 * up the SDK's fetch: it adds `/api/k8s` and throws an error that carries the `Status`.
 */
export const dashboardCluster: ClusterClient = {
  get: <T extends KubernetesObject>(
    reference: Parameters<ClusterClient['get']>[0],
    options: { signal?: AbortSignal } = {},
  ) => outcomeOf(() => commonFetchJSON<T>(objectPath(reference), options, undefined, true)),

  list: async <T extends KubernetesObject>(
    reference: Parameters<ClusterClient['list']>[0],
    options: { signal?: AbortSignal } = {},
  ) => {
    const query =
      reference.labelSelector === undefined
        ? ''
        : `?labelSelector=${encodeURIComponent(reference.labelSelector)}`;
    const outcome = await outcomeOf(() =>
      commonFetchJSON<{ items: T[] }>(
        `${collectionPath(reference)}${query}`,
        options,
        undefined,
        true,
      ),
    );
    return outcome.status === 'ok' ? { status: 'ok', value: outcome.value.items } : outcome;
  },

  create: <T extends KubernetesObject>(object: T, options: WriteOptions = {}) =>
    outcomeOf(() =>
      commonFetchJSON.post<T>(
        `${collectionPath({ ...object, ...namespaceOf(object) })}${dryRunQuery(options)}`,
        object,
        {},
        undefined,
        true,
      ),
    ),

  replace: <T extends KubernetesObject>(object: T, options: WriteOptions = {}) =>
    outcomeOf(() =>
      commonFetchJSON.put<T>(
        `${objectPath(object)}${dryRunQuery(options)}`,
        object,
        {},
        undefined,
        true,
      ),
    ),

  remove: async (reference, preconditions) => {
    const outcome = await outcomeOf(() =>
      commonFetchJSON.delete(
        objectPath(reference),
        {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          preconditions,
        },
        {},
        undefined,
        true,
      ),
    );
    return outcome.status === 'ok' ? { status: 'ok', value: undefined } : outcome;
  },
};

const namespaceOf = (object: KubernetesObject): { namespace?: string } =>
  object.metadata.namespace === undefined ? {} : { namespace: object.metadata.namespace };

const dryRunQuery = ({ dryRun }: WriteOptions): string => (dryRun ? '?dryRun=All' : '');

/**
 * The host hands on an error answer that is no `Status` as if it were the object that was asked for
 * (the dashboard's own gateway errors, for instance): only what looks like Kubernetes' answer counts.
 */
const answerSchema = z.union([
  z.object({ kind: z.string(), metadata: z.object({}) }),
  z.object({ items: z.array(z.object({})) }),
  z.object({ kind: z.literal('Status'), status: z.literal('Success') }),
]);

const outcomeOf = async <T>(request: () => Promise<T>): Promise<ClusterOutcome<T>> => {
  try {
    const value = await request();
    return answerSchema.safeParse(value).success
      ? { status: 'ok', value }
      : failed(new Error('The dashboard answered with something that is not from Kubernetes.'));
  } catch (error) {
    return failed(error);
  }
};

const failed = (thrown: unknown): ClusterOutcome<never> => ({
  status: 'failed',
  error: readClusterError(thrown),
});
