import type { ClusterUser } from './request/caller.ts';
import type { Storage } from './storage.ts';

/** What the rooms of the embedded cluster share. */
export interface Cluster {
  storage: Storage;
  users: ClusterUser[];
  clock: () => Date;
}

/** The clock's time as Kubernetes writes it: in UTC, to the second. */
export const timestamp = (cluster: Cluster): string =>
  cluster
    .clock()
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z');
