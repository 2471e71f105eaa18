import { type KeySecretNames, NGC_API_KEY } from '../apiKey/key-secrets.ts';
import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';
import { servingContainer } from './serving-container.ts';

/** A deployment that takes its key from certain Secrets. */
export interface KeyUser {
  name: string;
  displayName: string;
  service: InferenceService;
}

/** The deployments of a project that use one of a key's two Secrets, by their display names. */
export const keyUsers = (options: {
  names: KeySecretNames;
  runtimes: readonly ServingRuntime[];
  services: readonly InferenceService[];
}): KeyUser[] => {
  const users = new Set(
    options.runtimes
      .filter((runtime) => usesKey(runtime, options.names))
      .map(({ metadata }) => metadata.name),
  );
  return options.services
    .filter(({ spec }) => users.has(spec.predictor.model?.runtime ?? ''))
    .map((service) => ({
      name: service.metadata.name,
      displayName:
        service.metadata.annotations?.['openshift.io/display-name'] ?? service.metadata.name,
      service,
    }))
    .toSorted((one, other) => one.displayName.localeCompare(other.displayName));
};

const usesKey = (runtime: ServingRuntime, names: KeySecretNames): boolean =>
  runtime.spec.imagePullSecrets?.some(({ name }) => name === names.imagePull) === true ||
  servingContainer(runtime)?.env?.some(
    ({ name, valueFrom }) => name === NGC_API_KEY && valueFrom?.secretKeyRef?.name === names.apiKey,
  ) === true;
