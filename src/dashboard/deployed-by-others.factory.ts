import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';
import { type Deployment, KSERVE_PLATFORM } from './host-contract.ts';

/** Parts of a deployment that differ by who made it. */
interface Given {
  image?: string;
  runtime?: Partial<ServingRuntime['metadata']>;
  container?: object;
  runtimeSpec?: object;
  service?: Partial<InferenceService['metadata']>;
  predictor?: object;
  model?: object;
}

const deployed = (given: Given): Deployment => ({
  modelServingPlatformId: KSERVE_PLATFORM,
  model: {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: 'llama', namespace: 'nim-demo', uid: 'uid-1', ...given.service },
    spec: {
      predictor: {
        ...given.predictor,
        model: { modelFormat: { name: 'llama-3.1-8b-instruct' }, runtime: 'llama', ...given.model },
      },
    },
  },
  server: {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ServingRuntime',
    metadata: { name: 'llama', namespace: 'nim-demo', uid: 'uid-2', ...given.runtime },
    spec: {
      containers: [{ name: 'kserve-container', image: given.image ?? '', ...given.container }],
      ...given.runtimeSpec,
    },
  },
});

const keyFrom = (name: string) => ({
  name: 'NGC_API_KEY',
  valueFrom: { secretKeyRef: { name, key: 'NGC_API_KEY' } },
});
const cachePath = { name: 'NIM_CACHE_PATH', value: '/mnt/models/cache' };
const memory = { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } };
const image = 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.0';
const gpu = { requests: { 'nvidia.com/gpu': '1' }, limits: { 'nvidia.com/gpu': '1' } };

/** What both forms of the dashboard's older integration have in common: they start from one Template. */
const older = (volume: string, given: Given): Deployment =>
  deployed({
    ...given,
    image,
    runtime: {
      labels: { 'opendatahub.io/dashboard': 'true' },
      annotations: {
        'opendatahub.io/recommended-accelerators': '["nvidia.com/gpu"]',
        'opendatahub.io/template-display-name': 'NVIDIA NIM',
        'opendatahub.io/template-name': 'nvidia-nim-runtime',
        'openshift.io/display-name': 'NVIDIA NIM',
        'runtimes.opendatahub.io/nvidia-nim': 'true',
      },
    },
    container: {
      env: [cachePath, keyFrom('nvidia-nim-secrets')],
      ports: [{ containerPort: 8000, protocol: 'TCP' }],
      volumeMounts: [
        { name: 'shm', mountPath: '/dev/shm' },
        { name: volume, mountPath: '/mnt/models/cache', subPath: 'llama' },
      ],
    },
    runtimeSpec: {
      annotations: { 'prometheus.io/path': '/metrics', 'prometheus.io/port': '8000' },
      imagePullSecrets: [{ name: 'ngc-secret' }],
      multiModel: false,
      protocolVersions: ['grpc-v2', 'v2'],
      supportedModelFormats: [
        { autoSelect: false, name: 'llama-3.1-8b-instruct', priority: 1, version: '1.8.0' },
      ],
      volumes: [{ name: volume, persistentVolumeClaim: { claimName: volume } }, memory],
    },
  });

/**
 * As the older integration's dialog leaves it (opendatahub-io/odh-dashboard,
 * `frontend/src/pages/modelServing/screens/projects/nim`): two bounds for the replicas, empty lists, and
 * no description or strategy.
 */
export const olderByDialog = (): Deployment =>
  older('nim-pvc-x7f3a', {
    service: {
      labels: { 'opendatahub.io/dashboard': 'true' },
      annotations: {
        'openshift.io/display-name': 'Llama',
        'security.opendatahub.io/enable-auth': 'true',
        'serving.kserve.io/deploymentMode': 'RawDeployment',
        'serving.kserve.io/stop': 'false',
      },
    },
    predictor: { minReplicas: 1, maxReplicas: 3 },
    model: { args: [], env: [], resources: gpu },
  });

/**
 * As the older integration's wizard leaves it (opendatahub-io/odh-dashboard, `packages/nim-serving`):
 * like the host's own, with the volume called after its claim.
 */
export const olderByWizard = (): Deployment =>
  older('llama-cache', {
    service: {
      labels: {
        'networking.kserve.io/visibility': 'exposed',
        'opendatahub.io/dashboard': 'true',
        'opendatahub.io/genai-asset': 'true',
      },
      annotations: {
        'opendatahub.io/genai-use-case': 'Chat',
        'opendatahub.io/hardware-profile-name': 'nvidia-gpu',
        'opendatahub.io/hardware-profile-namespace': 'opendatahub',
        'opendatahub.io/hardware-profile-resource-version': '42',
        'openshift.io/description': 'For the demo',
        'openshift.io/display-name': 'Llama',
        'security.opendatahub.io/enable-auth': 'false',
      },
    },
    predictor: {
      deploymentStrategy: { type: 'Recreate' },
      minReplicas: 2,
      maxReplicas: 2,
      tolerations: [{ key: 'somebody', operator: 'Exists' }],
    },
    model: {
      args: ['--verbose'],
      env: [{ name: 'NIM_LOG_LEVEL', value: 'INFO' }],
      resources: gpu,
    },
  });

export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** Written by hand: from a mirror, by digest, with another cache path, and with much that no field shows. */
export const madeByHand = (name = `mirror.example:5000/ai/nim/meta/llama@${DIGEST}`): Deployment =>
  deployed({
    image: name,
    container: {
      env: [
        { name: 'NIM_CACHE_PATH', value: '/opt/nim/.cache' },
        { name: 'NGC_API_KEY', valueFrom: { secretKeyRef: { name: 'ngc', key: 'key' } } },
      ],
      volumeMounts: [{ name: 'models', mountPath: '/opt/nim', subPath: 'team' }],
      securityContext: { runAsNonRoot: true },
    },
    runtimeSpec: {
      supportedModelFormats: [
        { name: 'other' },
        { name: 'llama', version: '1', autoSelect: true, priority: 2 },
      ],
      volumes: [
        { name: 'models', persistentVolumeClaim: { claimName: 'team.models' } },
        { name: 'notes', configMap: { name: 'notes' } },
      ],
    },
    service: { annotations: { 'example.com/note': 'by hand' }, finalizers: ['kserve'] } as object,
    predictor: {
      deploymentStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0 } },
      imagePullSecrets: [{ name: 'mirror' }],
      timeout: 600,
    },
    model: {
      modelFormat: { name: 'llama', version: '1' },
      args: ['--verbose', '', '# by hand'],
      env: [
        { name: 'A', value: '1' },
        { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hf', key: 'token' } } },
        { name: 'B', value: '$(HF_TOKEN)' },
      ],
      ports: [{ containerPort: 8000, protocol: 'TCP' }],
    },
  });
