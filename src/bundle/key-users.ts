import { LANGUAGE } from '../words/language.ts';
import { type KeySecretNames, NGC_API_KEY } from '../apiKey/key-secrets.ts';
import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';
import { displayNameOf } from './display-name.ts';
import { servingContainer } from './serving-container.ts';

/** A deployment that takes its key from certain Secrets. */
export interface KeyUser {
  name: string;
  displayName: string;
  /** What its runtime pulls; missing where the runtime names none. */
  image?: string;
  service: InferenceService;
}

/** The deployments of a project that use one of a key's two Secrets, by their display names. */
export const keyUsers = (options: {
  names: KeySecretNames;
  runtimes: readonly ServingRuntime[];
  services: readonly InferenceService[];
}): KeyUser[] => {
  const runtimes = new Map(
    options.runtimes
      .filter((runtime) => usesKey(runtime, options.names))
      .map((runtime) => [runtime.metadata.name, servingContainer(runtime)?.image]),
  );
  return options.services
    .filter(({ spec }) => runtimes.has(spec.predictor.model?.runtime ?? ''))
    .map((service) => userOf(service, runtimes.get(service.spec.predictor.model?.runtime ?? '')))
    .toSorted((one, other) => one.displayName.localeCompare(other.displayName, LANGUAGE));
};

const userOf = (service: InferenceService, image: string | undefined): KeyUser => ({
  name: service.metadata.name,
  displayName: displayNameOf(service.metadata),
  ...(image === undefined ? {} : { image }),
  service,
});

const usesKey = (runtime: ServingRuntime, names: KeySecretNames): boolean =>
  runtime.spec.imagePullSecrets?.some(({ name }) => name === names.imagePull) === true ||
  servingContainer(runtime)?.env?.some(
    ({ name, valueFrom }) => name === NGC_API_KEY && valueFrom?.secretKeyRef?.name === names.apiKey,
  ) === true;
