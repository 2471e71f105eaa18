import type { KubernetesObject, ObjectMeta } from '../../../src/cluster/kubernetes.ts';

/** Metadata as the cluster keeps it: what it sets itself is always there. */
export interface StoredMeta extends ObjectMeta {
  uid: string;
  creationTimestamp: string;
  /** Counted up at each change of a custom resource's spec; other kinds have none. */
  generation?: number;
  deletionGracePeriodSeconds?: number;
  finalizers?: string[];
}

/** An object in the cluster. Its kind's own fields (`spec`, `data`, `rules`, ...) are unread JSON. */
export interface StoredObject extends KubernetesObject {
  metadata: StoredMeta;
  [field: string]: unknown;
}
