import type { KeyRecord } from '../../src/apiKey/key-record.ts';
import { lastFour } from '../../src/apiKey/key-shape.ts';
import { keySecretNames, keySecrets } from '../../src/apiKey/key-secrets.ts';
import {
  NIM_SUB_PATH_ANNOTATION,
  NIM_VOLUME_ANNOTATION,
} from '../../src/bundle/storage-on-deployment.ts';
import { SHARDS_ANNOTATION } from '../../src/catalog/catalog-shards.ts';
import type {
  InferenceService,
  KubernetesObject,
  PersistentVolumeClaim,
  Secret,
  ServingRuntime,
} from '../../src/cluster/kubernetes.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { dashboardNamespace } from '../../test/embedded/seed/seed.ts';

type ChangeSeed = (seed: KubernetesObject[]) => KubernetesObject[];

export const having =
  (...more: KubernetesObject[]): ChangeSeed =>
  (seed) => [...seed, ...more];

export const lacking =
  (kind: string, name?: string): ChangeSeed =>
  (seed) =>
    seed.filter(
      (object) => object.kind !== kind || (name !== undefined && object.metadata.name !== name),
    );

/** The shipped catalog with these entries in the place of its own. */
export const catalogOf = (data: Record<string, string>): ChangeSeed => changedCatalog(() => data);

/** The shipped catalog with these entries beside its own. */
export const catalogWith = (data: Record<string, string>): ChangeSeed =>
  changedCatalog((own) => ({ ...own, ...data }));

/** The shipped catalog as one that goes on in further ConfigMaps, named with commas between them. */
export const catalogWithParts =
  (names: string): ChangeSeed =>
  (seed) =>
    seed.map((object) =>
      isCatalog(object)
        ? {
            ...object,
            metadata: { ...object.metadata, annotations: { [SHARDS_ANNOTATION]: names } },
          }
        : object,
    );

const changedCatalog =
  (change: (data: object) => object): ChangeSeed =>
  (seed) =>
    seed.map((object) => (isCatalog(object) ? { ...object, data: change(object.data) } : object));

const isCatalog = (object: KubernetesObject): object is KubernetesObject & { data: object } =>
  object.kind === 'ConfigMap' && object.metadata.name === 'nim-models-data' && 'data' in object;

/** A ConfigMap with a catalog, in the dashboard's namespace. */
export const catalogMap = (
  name: string,
  data: Record<string, string>,
): KubernetesObject & { data: object } => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: dashboardNamespace },
  data,
});

/** The text of one entry of a catalog; without more, in the older format. */
export const entry = (name: string, more: object = {}): string =>
  JSON.stringify({
    name,
    displayName: name,
    shortDescription: '',
    namespace: 'nim/story',
    tags: ['1.0.0'],
    ...more,
  });

/** A volume of nim-demo; one that a NIM has cached on knows the sub-path. */
export const volume = (name: string, size: string, nimSubPath?: string): PersistentVolumeClaim => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name,
    namespace: 'nim-demo',
    ...(nimSubPath === undefined
      ? {}
      : {
          annotations: {
            [NIM_VOLUME_ANNOTATION]: 'true',
            [NIM_SUB_PATH_ANNOTATION]: nimSubPath,
          },
        }),
  },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'standard-csi',
    resources: { requests: { storage: size } },
  },
});

/** The Secrets of the dashboard's older integration, as it makes them. */
export const olderSecrets: readonly KubernetesObject[] = [
  ['nvidia-nim-secrets', 'Opaque', { NGC_API_KEY: btoa(testKeys.service.key) }],
  ['ngc-secret', 'kubernetes.io/dockerconfigjson', { '.dockerconfigjson': btoa('{}') }],
].map(([name, type, data]) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: String(name), namespace: 'nim-demo' },
  type,
  data,
}));

/** The two Secrets of nim-demo's own key, with what is known of it. */
export const keySecretsOf = (key: string, known: Partial<KeyRecord> = {}): readonly Secret[] =>
  Object.values(
    keySecrets({
      project: 'nim-demo',
      names: keySecretNames('project', ''),
      stored: {
        key,
        record: {
          id: 'id-of-the-key',
          lastFour: lastFour(key),
          verification: 'verified',
          at: '2026-08-22T12:00:00.000Z',
          by: 'pat',
          ...known,
        },
      },
    }),
  );

/** The key that pat has verified for nim-demo. */
export const storedSecrets = keySecretsOf(testKeys.valid.key);

/** A deployment of nim-demo that uses the project's key. */
export const deployedWith = (
  name: string,
  displayName: string,
): [ServingRuntime, InferenceService] => {
  const metadata = { name, namespace: 'nim-demo' };
  const { apiKey, imagePull } = keySecretNames('project', '');
  const runtime: ServingRuntime = {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ServingRuntime',
    metadata,
    spec: {
      containers: [
        {
          name: 'kserve-container',
          image: 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5',
          env: [
            {
              name: 'NGC_API_KEY',
              valueFrom: { secretKeyRef: { name: apiKey, key: 'NGC_API_KEY' } },
            },
          ],
        },
      ],
      imagePullSecrets: [{ name: imagePull }],
    },
  };
  const service: InferenceService = {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { ...metadata, annotations: { 'openshift.io/display-name': displayName } },
    spec: { predictor: { model: { runtime: name, modelFormat: { name: 'llama' } } } },
  };
  return [runtime, service];
};
