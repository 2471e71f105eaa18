import type { ClusterOutcome } from './cluster-error.ts';
import type { JsonPatch } from './json-patch.ts';
import type { KubernetesObject } from './kubernetes.ts';

/** Which object: enough of it to make its address. */
export interface ObjectReference {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string | undefined };
}

/** Which objects to list: all of a kind, in one namespace or in the cluster. */
export interface ListReference {
  apiVersion: string;
  kind: string;
  namespace?: string | undefined;
  /** Only the object of this name: people may be allowed to list that one alone. */
  name?: string;
  /** Only objects with this label, whatever its value. */
  label?: string;
  /** Only Secrets of other types than these. */
  notOfTypes?: readonly string[];
  /** Of each object only the metadata, as of Secrets always. */
  onlyMetadata?: true;
}

/** Only delete the very object that is meant, not one that took its name since. */
export interface DeletePreconditions {
  uid?: string | undefined;
  resourceVersion?: string | undefined;
}

/** Kubernetes as the plugin uses it. Every method answers with an outcome and never throws. */
export interface ClusterClient {
  get<T extends KubernetesObject>(
    reference: ObjectReference,
    options?: ReadOptions,
  ): Promise<ClusterOutcome<T>>;
  list<T extends KubernetesObject>(
    reference: ListReference,
    options?: ReadOptions,
  ): Promise<ClusterOutcome<T[]>>;
  create<T extends KubernetesObject>(object: T, options?: WriteOptions): Promise<ClusterOutcome<T>>;
  replace<T extends KubernetesObject>(
    object: T,
    options?: WriteOptions,
  ): Promise<ClusterOutcome<T>>;
  /** Changes an object; with `resourceVersion`, only the very version that is meant. */
  patch<T extends KubernetesObject>(
    reference: ObjectReference,
    patch: JsonPatch,
    options?: WriteOptions & { resourceVersion?: string | undefined },
  ): Promise<ClusterOutcome<T>>;
  remove(
    reference: ObjectReference,
    preconditions: DeletePreconditions,
    options?: WriteOptions,
  ): Promise<ClusterOutcome<undefined>>;
}

export interface ReadOptions {
  signal?: AbortSignal;
}

export interface WriteOptions extends ReadOptions {
  /** Validate and answer as if it were done, and change nothing (`dryRun=All`). */
  dryRun?: boolean;
}
