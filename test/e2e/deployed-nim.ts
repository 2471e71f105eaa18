import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import type { JsonObject } from '../embedded/cluster/json.ts';
import { expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import { expectedRuntime, expectedService, expectedVolume } from './expected-objects.ts';
import type { Keys } from './random-keys.ts';

/** A Secret as Kubernetes keeps it, from one with readable data. */
export const encoded = ({ data, ...rest }: { data: JsonObject }): KubernetesObject =>
  ({
    ...rest,
    data: Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return [name, Buffer.from(text).toString('base64')];
      }),
    ),
  }) as unknown as KubernetesObject;

const RECORD = { id: '0123456789abcdef0123456789abcdef', at: '2026-08-22T12:00:00.000Z' };

/** What the happy path leaves in the project: "My llama" with its volume and the project's key. */
export const deployedNim = ({ valid }: Keys): KubernetesObject[] => [
  encoded(expectedKeySecret(valid, RECORD)),
  encoded(expectedPullSecret(valid, RECORD)),
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
