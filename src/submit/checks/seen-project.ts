import type {
  InferenceService,
  KubernetesObject,
  LimitRange,
  ObjectMeta,
  PersistentVolumeClaim,
  ResourceQuota,
  ServingRuntime,
  StorageClass,
} from '../../cluster/kubernetes.ts';

/** Whether this person may do that in the project, as the cluster itself says. */
export interface AccessAnswer {
  verb: 'create' | 'update' | 'patch' | 'delete';
  kind: string;
  isAllowed: boolean;
}

/**
 * What a project and its cluster hold, as far as this person may see it. What could not be read is
 * missing, and nothing is said about it: the dry run asks the cluster anyway.
 */
export interface SeenProject {
  services?: readonly InferenceService[];
  runtimes?: readonly ServingRuntime[];
  claims?: readonly PersistentVolumeClaim[];
  classes?: readonly StorageClass[];
  /** The metadata of Secrets. */
  secrets?: readonly ObjectMeta[];
  /** The names of Secrets of a type that Kubernetes does not pull images with. */
  notForPulling?: readonly string[];
  /** Of the kinds that are made for a deployment, the metadata; a kind that could not be read has none. */
  parts?: readonly KubernetesObject[];
  quotas?: readonly ResourceQuota[];
  limitRanges?: readonly LimitRange[];
  access: readonly AccessAnswer[];
}
