import type { Volume, VolumeMount } from '../cluster/kubernetes.ts';
import type { NimDeployment } from './nim-deployment.ts';
import { CACHE_PATH, CACHE_PATH_VARIABLE, servingContainer } from './serving-container.ts';

/** Where an existing deployment keeps its model. */
export type DeployedCache =
  | { kind: 'existing'; name: string; subPath: string }
  /** On no volume of the project: the kind of source that it is on, none for the container itself. */
  | { kind: 'elsewhere'; source?: string };

/**
 * Finds the model cache of a deployment, whoever made it: the container may have been told another
 * path, the volume may have any name and be mounted above that path, and both may be on either object.
 * Undefined for a deployment without a runtime.
 */
export const extractCache = (deployment: NimDeployment): DeployedCache | undefined => {
  if (!deployment.server) {
    return undefined;
  }
  const path = cachePathOf(deployment);
  const mount = mountsOf(deployment)
    .filter(({ mountPath }) => isWithin(path, mountPath))
    .toSorted((one, other) => other.mountPath.length - one.mountPath.length)[0];
  const volume = mount && volumesOf(deployment).find(({ name }) => name === mount.name);
  const claim = volume?.persistentVolumeClaim?.claimName;
  if (claim) {
    return { kind: 'existing', name: claim, subPath: mount?.subPath ?? '' };
  }
  const source = volume && Object.keys(volume).find((member) => member !== 'name');
  return { kind: 'elsewhere', ...(source ? { source } : {}) };
};

const cachePathOf = ({ model, server }: NimDeployment): string => {
  const variables = [
    ...(model.spec.predictor.model?.env ?? []),
    ...((server && servingContainer(server)?.env) ?? []),
  ];
  return variables.find(({ name }) => name === CACHE_PATH_VARIABLE)?.value ?? CACHE_PATH;
};

const mountsOf = ({ model, server }: NimDeployment): VolumeMount[] => [
  ...(model.spec.predictor.model?.volumeMounts ?? []),
  ...((server && servingContainer(server)?.volumeMounts) ?? []),
];

const volumesOf = ({ model, server }: NimDeployment): Volume[] => [
  ...(model.spec.predictor.volumes ?? []),
  ...(server?.spec.volumes ?? []),
];

const isWithin = (path: string, mountPath: string): boolean =>
  `${withoutSlash(path)}/`.startsWith(`${withoutSlash(mountPath)}/`);

const withoutSlash = (path: string): string => path.replace(/\/+$/, '');
