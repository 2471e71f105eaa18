import type { KubernetesObject } from '../../../../src/cluster/kubernetes.ts';
import { listResources } from '../api/cluster.ts';
import { PROJECT } from '../api/resource-kinds.ts';

export type Project = KubernetesObject;

/** Every project, by display name. */
export const listProjects = async (): Promise<Project[]> => {
  const projects = await listResources<Project>(PROJECT);
  return projects.toSorted((a, b) => displayNameOf(a).localeCompare(displayNameOf(b)));
};

/** What a resource is called on screen. */
export const displayNameOf = ({ metadata }: KubernetesObject): string =>
  metadata.annotations?.['openshift.io/display-name'] || metadata.name;
