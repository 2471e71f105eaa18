import { commonFetch, commonFetchJSON } from '@openshift/dynamic-plugin-sdk-utils';
import { z } from 'zod';
import type {
  ClusterClient,
  DeletePreconditions,
  ListReference,
  ObjectReference,
  ReadOptions,
  WriteOptions,
} from './cluster-client.ts';
import { type ClusterOutcome, NotFromKubernetes, readClusterError } from './cluster-error.ts';
import type { JsonPatch } from './json-patch.ts';
import type { KubernetesObject } from './kubernetes.ts';
import { collectionPath, objectPath } from './resource-path.ts';

/** Of Secrets only the metadata comes back to the browser, also in the answer to a creation. */
const metadataOnly = (as: 'PartialObjectMetadata' | 'PartialObjectMetadataList'): string =>
  `application/json;as=${as};g=meta.k8s.io;v=v1,application/json`;

const get = <T extends KubernetesObject>(
  reference: ObjectReference,
  options: ReadOptions = {},
): Promise<ClusterOutcome<T>> =>
  outcomeOf(async () =>
    asKind(
      reference,
      await commonFetchJSON<T>(
        objectPath(reference),
        requestFor(reference, options),
        ...AS_KUBERNETES,
      ),
    ),
  );

const list = async <T extends KubernetesObject>(
  reference: ListReference,
  options: ReadOptions = {},
): Promise<ClusterOutcome<T[]>> => {
  const outcome = await outcomeOf(() =>
    fetchList<T>(
      `${collectionPath(reference)}${selectorQuery(reference)}`,
      requestFor(reference, options, 'PartialObjectMetadataList'),
    ),
  );
  // Older API servers answer an empty list of metadata with null.
  return outcome.status === 'ok' ? { status: 'ok', value: outcome.value.items ?? [] } : outcome;
};

/**
 * As the SDK fetches JSON, but for an answer that is not Kubernetes' own words: it keeps its code. A cluster
 * that does not know a group of kinds says "404 page not found", which is neither JSON nor a Status.
 */
const fetchList = async <T>(path: string, request: RequestInit): Promise<{ items: T[] | null }> => {
  const accepting = { headers: { Accept: 'application/json' }, ...request };
  const response = await commonFetch(path, accepting, ...AS_KUBERNETES);
  if (!response.ok) {
    throw new NotFromKubernetes(response.status);
  }
  return response.json();
};

const create = <T extends KubernetesObject>(
  object: T,
  options: WriteOptions = {},
): Promise<ClusterOutcome<T>> =>
  write(
    commonFetchJSON.post<T>,
    collectionPath({ ...object, ...object.metadata }),
    object,
    options,
  );

const replace = <T extends KubernetesObject>(
  object: T,
  options: WriteOptions = {},
): Promise<ClusterOutcome<T>> => write(commonFetchJSON.put<T>, objectPath(object), object, options);

/** Changes an object. A patch that sets a resourceVersion which the object has no more is answered with 409. */
const patch = <T extends KubernetesObject>(
  reference: ObjectReference,
  operations: JsonPatch,
  options: WriteOptions & { resourceVersion?: string | undefined } = {},
): Promise<ClusterOutcome<T>> => {
  const { resourceVersion } = options;
  const guard: JsonPatch =
    resourceVersion === undefined
      ? []
      : [{ op: 'replace', path: '/metadata/resourceVersion', value: resourceVersion }];
  const body = [...guard, ...operations];
  return write(commonFetchJSON.patch<T>, objectPath(reference), reference, options, body);
};

/** Sends an object, or what is to become of it. */
const write = <T extends KubernetesObject>(
  send: typeof commonFetchJSON.post<T>,
  path: string,
  reference: ObjectReference,
  options: WriteOptions,
  body: unknown = reference,
): Promise<ClusterOutcome<T>> =>
  outcomeOf(async () =>
    asKind(
      reference,
      await send(
        `${path}${dryRunQuery(options)}`,
        body,
        requestFor(reference, options),
        ...AS_KUBERNETES,
      ),
    ),
  );

const remove = async (
  reference: ObjectReference,
  preconditions: DeletePreconditions,
  options: WriteOptions = {},
): Promise<ClusterOutcome<undefined>> => {
  const outcome = await outcomeOf(() =>
    commonFetchJSON.delete(
      objectPath(reference),
      // With a body the API server does not look at the query.
      {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions,
        ...(options.dryRun ? { dryRun: ['All'] } : {}),
      },
      requestFor(reference, options),
      ...AS_KUBERNETES,
    ),
  );
  return outcome.status === 'ok' ? { status: 'ok', value: undefined } : outcome;
};

/**
 * The cluster through the dashboard's Kubernetes proxy, with the user's own rights. The host has set
 * up the SDK's fetch: it adds `/api/k8s` and throws an error that carries the `Status`.
 */
export const dashboardCluster: ClusterClient = { get, list, create, replace, patch, remove };

/** The SDK's own time limit, and its reading of answers as Kubernetes'. */
const AS_KUBERNETES = [undefined, true] as const;

const requestFor = (
  { kind, onlyMetadata }: Pick<ListReference, 'kind' | 'onlyMetadata'>,
  { signal }: ReadOptions = {},
  as: Parameters<typeof metadataOnly>[0] = 'PartialObjectMetadata',
): RequestInit => ({
  ...(signal ? { signal } : {}),
  ...(kind === 'Secret' || onlyMetadata ? { headers: { Accept: metadataOnly(as) } } : {}),
});

/**
 * An object that came back as `PartialObjectMetadata`, under the kind that it has in the cluster: by
 * that it is addressed and named later.
 */
const asKind = <T extends KubernetesObject>({ apiVersion, kind }: ObjectReference, answer: T): T =>
  partialSchema.safeParse(answer).success ? { ...answer, apiVersion, kind } : answer;

const partialSchema = z.object({ kind: z.literal('PartialObjectMetadata') });

const selectorQuery = ({ name, label, notOfTypes = [] }: ListReference): string => {
  const fields = [
    ...(name === undefined ? [] : [`metadata.name=${name}`]),
    ...notOfTypes.map((type) => `type!=${type}`),
  ];
  const query = new URLSearchParams({
    ...(fields.length === 0 ? {} : { fieldSelector: fields.join(',') }),
    ...(label === undefined ? {} : { labelSelector: label }),
  }).toString();
  return query === '' ? '' : `?${query}`;
};

const dryRunQuery = ({ dryRun }: WriteOptions): string => (dryRun ? '?dryRun=All' : '');

/**
 * The host hands on an error answer that is no `Status` as if it were the object that was asked for
 * (the dashboard's own gateway errors, for instance): only what looks like Kubernetes' answer counts.
 */
const answerSchema = z.union([
  z.object({ kind: z.string(), metadata: z.object({}) }),
  z.object({ items: z.array(z.object({})).nullable() }),
]);

const outcomeOf = async <T>(request: () => Promise<T>): Promise<ClusterOutcome<T>> => {
  try {
    const value = await request();
    return answerSchema.safeParse(value).success
      ? { status: 'ok', value }
      : failed(new NotFromKubernetes());
  } catch (error) {
    return failed(error);
  }
};

const failed = (thrown: unknown): ClusterOutcome<never> => ({
  status: 'failed',
  error: readClusterError(thrown),
});
