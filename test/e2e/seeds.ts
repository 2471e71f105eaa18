import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';

/** The version of the hardware profile "NVIDIA GPU", which a deployment remembers. */
export const profileVersion = (objects: KubernetesObject[]): string => {
  const profile = objects.find(
    ({ kind, metadata }) => kind === 'HardwareProfile' && metadata.name === 'nvidia-gpu',
  );
  return profile?.metadata.resourceVersion ?? '';
};

/** A catalog's entry before it is JSON; `1.10` is a tag that must be used exactly as it is. */
export const modelEntry = (name: string): Record<string, unknown> => ({
  name,
  displayName: `Model ${name}`,
  shortDescription: `The model called ${name}.`,
  namespace: 'nim/ours',
  tags: ['1.10'],
  latestTag: '1.10',
  updatedDate: '2026-02-04T19:47:27.380Z',
});

/** The ConfigMap of a catalog: each model's JSON by its name. */
export const catalogOf = (
  data: Record<string, string>,
  { name = 'nim-models-data', namespace = 'opendatahub' } = {},
): KubernetesObject & { data: Record<string, string> } => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace },
  data,
});

const RBAC = 'rbac.authorization.k8s.io';

/** A catalog in a namespace of its own, with what lets everybody read it. */
export const customCatalog = (name: string, namespace: string): KubernetesObject[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  catalogOf(
    {
      ours: JSON.stringify(modelEntry('ours')),
      theirs: JSON.stringify(modelEntry('theirs')),
    },
    { name, namespace },
  ),
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'Role',
    metadata: { name: `${name}-reader`, namespace },
    rules: [{ apiGroups: [''], resources: ['configmaps'], resourceNames: [name], verbs: ['get'] }],
  } as KubernetesObject,
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: { name: `${name}-reader`, namespace },
    roleRef: { apiGroup: RBAC, kind: 'Role', name: `${name}-reader` },
    subjects: [{ apiGroup: RBAC, kind: 'Group', name: 'system:authenticated' }],
  } as KubernetesObject,
];

/** A volume of the project that a NIM cached on before. */
export const cachedVolume = (name: string, subPath: string): KubernetesObject =>
  ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      namespace: 'nim-demo',
      annotations: {
        'dashboard.opendatahub.io/nim-pvc': 'true',
        'dashboard.opendatahub.io/nim-subpath': subPath,
      },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'standard-csi',
      resources: { requests: { storage: '50Gi' } },
    },
  }) as KubernetesObject;

/** Somebody else's deployment of the name that most tests use. */
export const somebodysDeployment: KubernetesObject = {
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'my-llama', namespace: 'nim-demo' },
  spec: { predictor: { model: { modelFormat: { name: 'another' } } } },
} as KubernetesObject;

/** The Secrets of the dashboard's older integration, as it makes them, with a key. */
export const olderSecrets = (key: string): KubernetesObject[] =>
  [
    { name: 'nvidia-nim-secrets', type: 'Opaque', data: { NGC_API_KEY: key } },
    {
      name: 'ngc-secret',
      type: 'kubernetes.io/dockerconfigjson',
      data: { '.dockerconfigjson': JSON.stringify({ auths: {} }) },
    },
  ].map(
    ({ name, type, data }) =>
      ({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace: 'nim-demo' },
        type,
        data: Object.fromEntries(
          Object.entries(data).map(([member, text]) => [
            member,
            Buffer.from(text).toString('base64'),
          ]),
        ),
      }) as KubernetesObject,
  );

/** Lets vic, who may only look, do these things in nim-demo, too. */
export const granted = (...rules: object[]): KubernetesObject[] => [
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'Role',
    metadata: { name: 'besides', namespace: 'nim-demo' },
    rules,
  } as KubernetesObject,
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: { name: 'besides', namespace: 'nim-demo' },
    roleRef: { apiGroup: RBAC, kind: 'Role', name: 'besides' },
    subjects: [{ apiGroup: RBAC, kind: 'User', name: 'vic' }],
  } as KubernetesObject,
];

/** What it takes to deploy, but for Secrets. */
export const mayDeploy = [
  { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['create', 'delete'] },
  {
    apiGroups: ['serving.kserve.io'],
    resources: ['servingruntimes', 'inferenceservices'],
    verbs: ['create', 'delete'],
  },
];
