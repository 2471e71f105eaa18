import type { ResourceRequirements } from '../../cluster/kubernetes.ts';

/** What a container asks for as the cluster counts it: where it only says how much it may use, it asks for that. */
export const requestsOf = ({
  requests,
  limits,
}: ResourceRequirements): NonNullable<ResourceRequirements['requests']> => ({
  ...limits,
  ...requests,
});
