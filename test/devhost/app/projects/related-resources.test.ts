import { describe, expect, it } from 'vitest';
import type {
  InferenceService,
  KubernetesObject,
  Secret,
  ServingRuntime,
} from '../../../../src/cluster/kubernetes.ts';
import { relatedResources, withoutSecrets } from './related-resources.ts';

const model: InferenceService = {
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'llama', uid: 'model-uid' },
  spec: { predictor: { model: { runtime: 'llama' } } },
};
const runtime: ServingRuntime = {
  apiVersion: 'serving.kserve.io/v1alpha1',
  kind: 'ServingRuntime',
  metadata: { name: 'llama' },
  spec: {
    imagePullSecrets: [{ name: 'nim-image-pull' }],
    containers: [
      {
        name: 'kserve-container',
        env: [
          {
            name: 'NGC_API_KEY',
            valueFrom: { secretKeyRef: { name: 'nim-api-key', key: 'NGC_API_KEY' } },
          },
        ],
      },
    ],
    volumes: [{ name: 'cache', persistentVolumeClaim: { claimName: 'nim-llama' } }],
  },
};
const named = (kind: string, name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name },
});
const owned: KubernetesObject = {
  ...named('Role', 'llama-view-role'),
  metadata: {
    name: 'llama-view-role',
    ownerReferences: [
      { apiVersion: '', kind: 'InferenceService', name: 'llama', uid: 'model-uid' },
    ],
  },
};
const token: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  type: 'kubernetes.io/service-account-token',
  metadata: { name: 't', annotations: { 'kubernetes.io/service-account.name': 'llama-sa' } },
};

describe('relatedResources', () => {
  it('finds the runtime, what it uses, what the deployment owns, and its tokens', () => {
    const all = [
      runtime,
      named('Secret', 'nim-api-key'),
      named('Secret', 'nim-image-pull'),
      named('Secret', 'other'),
      named('PersistentVolumeClaim', 'nim-llama'),
      named('PersistentVolumeClaim', 'other'),
      named('ConfigMap', 'nim-api-key'),
      owned,
      token,
    ];
    expect(
      relatedResources(model, all).map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual([
      'InferenceService llama',
      'ServingRuntime llama',
      'Secret nim-api-key',
      'Secret nim-image-pull',
      'PersistentVolumeClaim nim-llama',
      'Role llama-view-role',
      'Secret t',
    ]);
  });
});

describe('withoutSecrets', () => {
  it('shows the length of a Secret’s values only', () => {
    const secret: Secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'nim-api-key' },
      data: { api_key: btoa('nvapi-1234') },
      stringData: { other: 'nvapi-5678' },
    };
    const shown = JSON.stringify(withoutSecrets(secret));
    expect(shown).toContain('10 bytes, not shown');
    expect(shown).not.toContain(btoa('nvapi-1234'));
    expect(shown).not.toContain('nvapi');
  });

  it('shows everything else as it is', () => {
    expect(withoutSecrets(runtime)).toBe(runtime);
  });
});
