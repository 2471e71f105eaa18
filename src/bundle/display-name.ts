import type { ObjectMeta } from '../cluster/kubernetes.ts';

/** What people call an object: the name that the dashboard shows, where it has one. */
export const displayNameOf = ({ name, annotations }: ObjectMeta): string =>
  annotations?.['openshift.io/display-name'] ?? name;
