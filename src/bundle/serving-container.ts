import type { Container, ServingRuntime } from '../cluster/kubernetes.ts';

/** KServe's name for the container that serves the model. */
export const SERVING_CONTAINER = 'kserve-container';

/** Where a NIM keeps the model's files. */
export const CACHE_PATH = '/mnt/models/cache';

/** The environment variable by which a NIM learns where its cache is. */
export const CACHE_PATH_VARIABLE = 'NIM_CACHE_PATH';

/** The container that serves the model, if the runtime has one. */
export const servingContainer = (runtime: ServingRuntime): Container | undefined =>
  runtime.spec.containers.find(({ name }) => name === SERVING_CONTAINER);

/** The runtime with its serving container changed, and everything else as it was. */
export const withServingContainer = (
  runtime: ServingRuntime,
  change: (container: Container) => Container,
): ServingRuntime => ({
  ...runtime,
  spec: {
    ...runtime.spec,
    containers: runtime.spec.containers.map((container) =>
      container.name === SERVING_CONTAINER ? change(container) : container,
    ),
  },
});

/** The container with an environment variable set, in place of one of the same name. */
export const withVariable = (
  container: Container,
  variable: NonNullable<Container['env']>[number],
): Container => ({
  ...container,
  env: [...(container.env ?? []).filter(({ name }) => name !== variable.name), variable],
});
