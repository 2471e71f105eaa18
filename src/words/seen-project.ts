/** What could not be looked at before a deployment, as the review page names it. */
export const notSeen = {
  services: 'names of deployments',
  runtimes: 'names of serving runtimes',
  claims: 'volumes',
  classes: 'storage classes',
  parts: "names of a deployment's parts",
  secrets: 'secrets',
  quotas: 'quotas',
  limitRanges: 'limit ranges',
  access: 'permissions',
} as const;
