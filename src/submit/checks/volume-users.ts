import { displayNameOf } from '../../bundle/display-name.ts';
import type {
  InferenceService,
  KubernetesObject,
  ServingRuntime,
} from '../../cluster/kubernetes.ts';
import { usedBy } from '../used-by.ts';

/** All that may use a volume of a project; what could not be seen is missing. */
export interface DeployedObjects {
  runtimes?: readonly ServingRuntime[] | undefined;
  services?: readonly InferenceService[] | undefined;
}

/**
 * The deployments that use a volume, but for one, by what people call them. Each of a deployment's two
 * objects may name the volume; a runtime that does and serves none goes by its own name.
 */
export const usersOfVolume = (
  name: string,
  { runtimes = [], services = [] }: DeployedObjects,
  except = '',
): string[] => {
  const names = (one: KubernetesObject): boolean =>
    usedBy(one).includes(`PersistentVolumeClaim/${name}`);
  const naming = runtimes.filter(names).map(({ metadata }) => metadata.name);
  const users = services.filter((one) => names(one) || naming.includes(runtimeOf(one)));
  const served = services.map(runtimeOf);
  const others = users.filter(({ metadata }) => metadata.name !== except);
  return [
    ...apart(others),
    ...naming.filter((runtime) => runtime !== except && !served.includes(runtime)),
  ];
};

/** By what people call them; those that are called alike have their own names besides. */
const apart = (services: readonly InferenceService[]): string[] => {
  const names = services.map(({ metadata }) => displayNameOf(metadata));
  return services.map(({ metadata }, index) => {
    const name = names[index] ?? metadata.name;
    const isAlone = names.filter((other) => other === name).length === 1;
    return isAlone ? name : `${name} (${metadata.name})`;
  });
};

/** A runtime is named, or has the deployment's own name. */
const runtimeOf = ({ metadata, spec }: InferenceService): string =>
  spec.predictor.model?.runtime ?? metadata.name;
