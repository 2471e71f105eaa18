import type { Container, ServingRuntime, Template, Volume } from '../cluster/kubernetes.ts';
import { SERVING_CONTAINER, withServingContainer } from './serving-container.ts';
import { displayNameOf } from './display-name.ts';
import { minutesToStart, readStartupTime, withStartupTime } from './startup-time.ts';

/** By this the dashboard knows a NIM's runtime, whoever made it. */
export const NIM_ANNOTATION = 'runtimes.opendatahub.io/nvidia-nim';

/** By this the list of deployments says how a model is called; a Template carries it on itself. */
export const PROTOCOL_ANNOTATION = 'opendatahub.io/apiProtocol';

const SHARED_MEMORY = '/dev/shm';

export type RuntimeOutcome =
  { status: 'ok'; runtime: ServingRuntime } | { status: 'failed'; message: string };

/**
 * The ServingRuntime of a deployment, made from the Template's first one: renamed, marked, with
 * shared memory and the patience at start-up that the Template asks for, or a large model needs, and
 * without `resources`, since the hardware profile on the InferenceService decides.
 */
export const assembleServingRuntime = (options: {
  template: Template;
  project: string;
  name: string;
  /** What the model downloads before it starts, where that is known. */
  modelBytes?: number | undefined;
}): RuntimeOutcome => {
  const { template } = options;
  const source = template.objects.find(isServingRuntime);
  if (!source?.spec.containers.some(({ name }) => name === SERVING_CONTAINER)) {
    return {
      status: 'failed',
      message: `The template ${template.metadata.name} has no serving runtime with a container called ${SERVING_CONTAINER}. Ask an administrator to install it again.`,
    };
  }
  const startup = readStartupTime(template.metadata.annotations);
  if (startup.status === 'refused') {
    return {
      status: 'failed',
      message: `The template ${template.metadata.name} cannot be used: ${startup.message}. Ask an administrator to correct it.`,
    };
  }
  const minutes = Math.max(startup.minutes ?? 0, minutesToStart(options.modelBytes));
  const runtime = withServingContainer(structuredClone(source), (container) =>
    withStartupTime(withoutResources(container), minutes),
  );
  return {
    status: 'ok',
    runtime: withSharedMemory({ ...runtime, metadata: metadataOf(options, source) }),
  };
};

const isServingRuntime = (object: { kind: string }): object is ServingRuntime =>
  object.kind === 'ServingRuntime';

const metadataOf = (
  options: { template: Template; project: string; name: string },
  source: ServingRuntime,
): ServingRuntime['metadata'] => {
  const protocol = options.template.metadata.annotations?.[PROTOCOL_ANNOTATION];
  const displayName = displayNameOf(source.metadata);
  return {
    name: options.name,
    namespace: options.project,
    labels: { ...source.metadata.labels, 'opendatahub.io/dashboard': 'true' },
    annotations: {
      ...source.metadata.annotations,
      'openshift.io/display-name': displayName,
      'opendatahub.io/template-name': options.template.metadata.name,
      'opendatahub.io/template-display-name': displayName,
      ...(protocol === undefined ? {} : { [PROTOCOL_ANNOTATION]: protocol }),
      [NIM_ANNOTATION]: 'true',
    },
  };
};

const withoutResources = (container: Container): Container => {
  const { resources: _resources, ...rest } = container;
  return rest;
};

/** The mount may be there without its volume (older templates), or not at all. */
const withSharedMemory = (runtime: ServingRuntime): ServingRuntime => {
  const mount = runtime.spec.containers
    .find(({ name }) => name === SERVING_CONTAINER)
    ?.volumeMounts?.find(({ mountPath }) => mountPath === SHARED_MEMORY);
  const name = mount?.name ?? 'shm';
  const volumes = runtime.spec.volumes ?? [];
  const volume: Volume = { name, emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } };
  const withMount = mount
    ? runtime
    : withServingContainer(runtime, (container) => ({
        ...container,
        volumeMounts: [...(container.volumeMounts ?? []), { name, mountPath: SHARED_MEMORY }],
      }));
  return {
    ...withMount,
    spec: {
      ...withMount.spec,
      volumes: volumes.some((present) => present.name === name) ? volumes : [...volumes, volume],
    },
  };
};
