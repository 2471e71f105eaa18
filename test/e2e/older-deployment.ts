import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { cachedVolume, olderSecrets } from './seeds.ts';
import type { Keys } from './random-keys.ts';

const namespace = 'nim-demo';
const labels = { 'opendatahub.io/dashboard': 'true' };

/** "Older", as the dialog of the dashboard's older integration deploys a NIM, with its Secrets and volume. */
export const olderDeployment = ({ valid }: Keys): KubernetesObject[] => [
  ...olderSecrets(valid),
  cachedVolume('nim-pvc-x7f3a', ''),
  {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ServingRuntime',
    metadata: {
      name: 'older',
      namespace,
      labels,
      annotations: {
        'opendatahub.io/template-name': 'nvidia-nim-runtime',
        'openshift.io/display-name': 'NVIDIA NIM',
        'runtimes.opendatahub.io/nvidia-nim': 'true',
      },
    },
    spec: {
      multiModel: false,
      protocolVersions: ['grpc-v2', 'v2'],
      imagePullSecrets: [{ name: 'ngc-secret' }],
      supportedModelFormats: [
        { autoSelect: false, name: 'llama-3.1-8b-instruct', priority: 1, version: '1.8.0' },
      ],
      containers: [
        {
          name: 'kserve-container',
          image: 'nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.0',
          env: [
            { name: 'NIM_CACHE_PATH', value: '/mnt/models/cache' },
            {
              name: 'NGC_API_KEY',
              valueFrom: { secretKeyRef: { name: 'nvidia-nim-secrets', key: 'NGC_API_KEY' } },
            },
          ],
          volumeMounts: [
            { name: 'shm', mountPath: '/dev/shm' },
            { name: 'nim-pvc-x7f3a', mountPath: '/mnt/models/cache' },
          ],
        },
      ],
      volumes: [
        { name: 'nim-pvc-x7f3a', persistentVolumeClaim: { claimName: 'nim-pvc-x7f3a' } },
        { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } },
      ],
    },
  } as KubernetesObject,
  {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: {
      name: 'older',
      namespace,
      labels,
      annotations: {
        'openshift.io/display-name': 'Older',
        'security.opendatahub.io/enable-auth': 'false',
        'serving.kserve.io/deploymentMode': 'RawDeployment',
      },
    },
    spec: {
      predictor: {
        minReplicas: 1,
        maxReplicas: 3,
        model: {
          modelFormat: { name: 'llama-3.1-8b-instruct' },
          runtime: 'older',
          args: [],
          env: [],
          resources: { requests: { cpu: '4' }, limits: { cpu: '4' } },
        },
      },
    },
  } as KubernetesObject,
];
