import type { ContractCluster } from '../contract-cluster.ts';

/** Part of what a cluster must do: declares tests that ask the cluster, which is there when they run. */
export type Contract = (cluster: () => ContractCluster) => void;
