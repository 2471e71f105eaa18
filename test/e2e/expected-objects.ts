/**
 * What a NIM deployment called "My llama" looks like in the cluster, written by hand from the host's contract and the
 * system's description, without the plugin's own code.
 */

const namespace = 'nim-demo';

export const expectedVolume = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'nim-my-llama',
    namespace,
    labels: { 'opendatahub.io/managed': 'true' },
    annotations: {
      'dashboard.opendatahub.io/nim-pvc': 'true',
      'dashboard.opendatahub.io/nim-subpath': '',
    },
  },
  spec: {
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    storageClassName: 'standard-csi',
    resources: { requests: { storage: '100Gi' } },
  },
};

const probe = (path: string, failureThreshold: number) => ({
  httpGet: { path, port: 8000 },
  periodSeconds: 10,
  failureThreshold,
});

const cachePath = { name: 'NIM_CACHE_PATH', value: '/mnt/models/cache' };
const apiKey = {
  name: 'NGC_API_KEY',
  valueFrom: { secretKeyRef: { name: 'nim-api-key', key: 'NGC_API_KEY' } },
};

const writable = [
  { name: 'nim-workspace', mountPath: '/opt/nim/workspace' },
  { name: 'cache', mountPath: '/.cache' },
  { name: 'nim-nginx', mountPath: '/opt/nim/nginx' },
  { name: 'nim-generated-configs', mountPath: '/opt/nim/generated_configs' },
  { name: 'nim-cache', mountPath: '/opt/nim/.cache' },
  { name: 'nim-config', mountPath: '/opt/nim/.config' },
  { name: 'nim-triton', mountPath: '/opt/nim/.triton' },
];

/** The runtime; without a key the cluster pulls and downloads with its own credentials. */
export const expectedRuntime = ({
  withKey = true,
  claimName = 'nim-my-llama',
  subPath = undefined as string | undefined,
} = {}) => ({
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'ServingRuntime',
  metadata: {
    name: 'my-llama',
    namespace,
    labels: { 'opendatahub.io/dashboard': 'true' },
    annotations: {
      'openshift.io/display-name': 'NVIDIA NIM',
      'opendatahub.io/apiProtocol': 'REST',
      'opendatahub.io/recommended-accelerators': '["nvidia.com/gpu"]',
      'opendatahub.io/template-name': 'nim-http-template',
      'opendatahub.io/template-display-name': 'NVIDIA NIM',
      'runtimes.opendatahub.io/nvidia-nim': 'true',
    },
  },
  spec: {
    annotations: { 'prometheus.io/path': '/v1/metrics', 'prometheus.io/port': '8000' },
    multiModel: false,
    protocolVersions: ['grpc-v2', 'v2'],
    supportedModelFormats: [
      { name: 'llama-3.1-8b-instruct', version: '1.15.5', autoSelect: false, priority: 1 },
    ],
    ...(withKey ? { imagePullSecrets: [{ name: 'nim-image-pull' }] } : {}),
    containers: [
      {
        name: 'kserve-container',
        image: 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.15.5',
        env: withKey ? [cachePath, apiKey] : [cachePath],
        ports: [{ containerPort: 8000, protocol: 'TCP' }],
        startupProbe: probe('/v1/health/ready', 180),
        readinessProbe: probe('/v1/health/ready', 3),
        livenessProbe: probe('/v1/health/live', 3),
        volumeMounts: [
          { name: 'shm', mountPath: '/dev/shm' },
          ...writable,
          {
            name: 'nim-cache-volume',
            mountPath: '/mnt/models/cache',
            ...(subPath === undefined ? {} : { subPath }),
          },
        ],
      },
    ],
    volumes: [
      { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } },
      ...writable.map(({ name }) => ({ name, emptyDir: {} })),
      { name: 'nim-cache-volume', persistentVolumeClaim: { claimName } },
    ],
  },
});

/** The deployment itself, on the profile "NVIDIA GPU"; its version in the cluster is the annotation's. */
export const expectedService = ({
  profileVersion,
  isProtected = false,
}: {
  profileVersion: string;
  isProtected?: boolean;
}) => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: {
    name: 'my-llama',
    namespace,
    labels: { 'opendatahub.io/dashboard': 'true' },
    annotations: {
      'openshift.io/display-name': 'My llama',
      'openshift.io/description': '',
      'security.opendatahub.io/enable-auth': String(isProtected),
      'opendatahub.io/hardware-profile-name': 'nvidia-gpu',
      'opendatahub.io/hardware-profile-namespace': 'opendatahub',
      'opendatahub.io/hardware-profile-resource-version': profileVersion,
    },
  },
  spec: {
    predictor: {
      minReplicas: 1,
      maxReplicas: 1,
      deploymentStrategy: { type: 'RollingUpdate' },
      nodeSelector: { 'nvidia.com/gpu.present': 'true' },
      tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
      model: {
        runtime: 'my-llama',
        modelFormat: { name: 'llama-3.1-8b-instruct' },
        resources: {
          requests: { cpu: 4, memory: '32Gi', 'nvidia.com/gpu': 1 },
          limits: { cpu: 4, memory: '32Gi', 'nvidia.com/gpu': 1 },
        },
      },
    },
  },
});

const owned = {
  namespace,
  ownerReferences: [
    {
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      name: 'my-llama',
      blockOwnerDeletion: false,
    },
  ],
};

/** What lets the holder of one token call the deployment. */
export const expectedTokenObjects = [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'my-llama-view-role', ...owned },
    rules: [
      {
        apiGroups: ['serving.kserve.io'],
        resources: ['inferenceservices'],
        resourceNames: ['my-llama'],
        verbs: ['get'],
      },
    ],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'my-llama-view', ...owned },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'Role',
      name: 'my-llama-view-role',
    },
    subjects: [{ kind: 'ServiceAccount', name: 'my-llama-sa', namespace }],
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'default-name-my-llama-sa',
      ...owned,
      labels: { 'opendatahub.io/dashboard': 'true' },
      annotations: {
        'kubernetes.io/service-account.name': 'my-llama-sa',
        'openshift.io/display-name': 'default-name',
      },
    },
    type: 'kubernetes.io/service-account-token',
  },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'my-llama-sa', ...owned },
  },
];
