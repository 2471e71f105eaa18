import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import type { JsonObject } from '../embedded/cluster/json.ts';
import {
  expectedKeySecret,
  expectedPullSecret,
  expectedRuntime,
  expectedService,
  expectedVolume,
} from './expected-objects.ts';
import type { Keys } from './random-keys.ts';

type Written = Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>;

/** A Secret as Kubernetes keeps it, from one with readable data. */
const encoded = ({ data, ...rest }: Written & { data: JsonObject }): KubernetesObject =>
  ({
    ...rest,
    data: Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return [name, Buffer.from(text).toString('base64')];
      }),
    ),
  }) as KubernetesObject;

/** What the happy path leaves in the project: "My llama" with its volume and the project's key. */
export const deployedNim = ({ valid }: Keys): KubernetesObject[] => [
  encoded(expectedKeySecret(valid)),
  encoded(expectedPullSecret(valid)),
  expectedVolume as KubernetesObject,
  expectedRuntime() as KubernetesObject,
  expectedService({ profileVersion: '1' }) as KubernetesObject,
];

/** A model of KServe's own, as somebody deploys it without this plugin. */
export const plainDeployment: KubernetesObject[] = [
  {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ServingRuntime',
    metadata: { name: 'plain', namespace: 'nim-demo' },
    spec: {
      multiModel: false,
      supportedModelFormats: [{ name: 'onnx', version: '1' }],
      containers: [{ name: 'kserve-container', image: 'example.com/openvino/model-server:2025.1' }],
    },
  } as KubernetesObject,
  {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: {
      name: 'plain',
      namespace: 'nim-demo',
      annotations: { 'openshift.io/display-name': 'Plain' },
    },
    spec: {
      predictor: {
        model: {
          runtime: 'plain',
          modelFormat: { name: 'onnx' },
          storageUri: 'https://example.com/model.onnx',
        },
      },
    },
  } as KubernetesObject,
];
