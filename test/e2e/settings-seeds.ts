import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { encoded } from './deployed-nim.ts';
import { type ExpectedRecord, expectedKeySecret, expectedPullSecret } from './expected-key.ts';
import { expectedRuntime, expectedService } from './expected-objects.ts';
import type { Keys } from './random-keys.ts';

/** What pat wrote down of the project's key, without verification. */
export const RECORD_OF_PAT: ExpectedRecord = {
  id: '0123456789abcdef0123456789abcdef',
  verification: 'not-verified',
  at: '2026-08-22T12:00:00.000Z',
  by: 'pat',
};

/** The project's key as pat stored it. */
export const projectKey = ({ valid }: Keys): KubernetesObject[] => [
  encoded(expectedKeySecret(valid, RECORD_OF_PAT)),
  encoded(expectedPullSecret(valid, RECORD_OF_PAT)),
];

/** A deployment that uses the project's key. */
export const deploymentCalled = (name: string, displayName: string): KubernetesObject[] => {
  const runtime = expectedRuntime();
  const { metadata, spec, ...service } = expectedService({ profileVersion: '1' });
  const { predictor } = spec;
  const annotations = { ...metadata.annotations, 'openshift.io/display-name': displayName };
  return [
    { ...runtime, metadata: { ...runtime.metadata, name } },
    {
      ...service,
      metadata: { ...metadata, name, annotations },
      spec: { predictor: { ...predictor, model: { ...predictor.model, runtime: name } } },
    },
  ] as KubernetesObject[];
};

/** The project's key and two deployments that use it. */
export const twoDeployments = (keys: Keys): KubernetesObject[] => [
  ...projectKey(keys),
  ...deploymentCalled('chat', 'Chat'),
  ...deploymentCalled('rag', 'RAG'),
];
