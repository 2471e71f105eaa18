import { lastFour } from '../../src/apiKey/key-shape.ts';
import { keySecretNames, keySecrets } from '../../src/apiKey/key-secrets.ts';
import {
  NIM_SUB_PATH_ANNOTATION,
  NIM_VOLUME_ANNOTATION,
} from '../../src/bundle/storage-on-deployment.ts';
import type {
  KubernetesObject,
  PersistentVolumeClaim,
  Secret,
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

/** The two Secrets of nim-demo's own key. */
export const storedSecrets: readonly Secret[] = Object.values(
  keySecrets({
    project: 'nim-demo',
    names: keySecretNames('project', ''),
    stored: {
      key: testKeys.valid.key,
      record: {
        id: 'id-of-the-key',
        lastFour: lastFour(testKeys.valid.key),
        verification: 'verified',
        at: '2026-08-22T12:00:00.000Z',
        by: 'pat',
      },
    },
  }),
);
