import type {
  InferenceService,
  KubernetesObject,
  Secret,
  ServingRuntime,
} from '../../../../src/cluster/kubernetes.ts';
import { isTokenOf } from './deployment.ts';

/** What was read of a kind in the project: the objects, or why not. */
export type ReadKind =
  | { status: 'read'; kind: string; objects: KubernetesObject[] }
  | { status: 'refused'; kind: string; message: string };

const isSecret = (object: KubernetesObject): object is Secret => object.kind === 'Secret';
const isRuntime = (object: KubernetesObject): object is ServingRuntime =>
  object.kind === 'ServingRuntime';

const namesUsedBy = (runtime: ServingRuntime | undefined): Set<string> =>
  new Set([
    ...(runtime?.spec.imagePullSecrets ?? []).map(({ name }) => `Secret ${name}`),
    ...(runtime?.spec.containers ?? [])
      .flatMap(({ env }) => env ?? [])
      .flatMap(({ valueFrom }) => valueFrom?.secretKeyRef?.name ?? [])
      .map((name) => `Secret ${name}`),
    ...(runtime?.spec.volumes ?? [])
      .flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [])
      .map((name) => `PersistentVolumeClaim ${name}`),
  ]);

/**
 * Of everything in a project what belongs to a deployment: the runtime that it names, what the runtime
 * uses (Secrets, volumes), what the deployment owns, and its tokens.
 */
export const relatedResources = (
  model: InferenceService,
  all: KubernetesObject[],
): KubernetesObject[] => {
  const runtime = all
    .filter(isRuntime)
    .find(({ metadata }) => metadata.name === model.spec.predictor.model?.runtime);
  const used = namesUsedBy(runtime);
  const isOwned = ({ metadata }: KubernetesObject) =>
    metadata.ownerReferences?.some(({ uid }) => uid === model.metadata.uid) === true;
  const related = all.filter(
    (object) =>
      object === runtime ||
      used.has(`${object.kind} ${object.metadata.name}`) ||
      isOwned(object) ||
      (isSecret(object) && isTokenOf(object, model.metadata.name)),
  );
  return [model, ...related];
};

const bytesOf = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);

/** The object as it may be shown: of a Secret's values only their length. */
export const withoutSecrets = (object: KubernetesObject): KubernetesObject => {
  if (!isSecret(object)) {
    return object;
  }
  const data = Object.fromEntries(
    Object.entries(object.data ?? {}).map(([key, value]) => [
      key,
      `<${bytesOf(value)} bytes, not shown>`,
    ]),
  );
  const { stringData: _stringData, ...shown } = object;
  return { ...shown, ...(object.data ? { data } : {}) } as Secret;
};
