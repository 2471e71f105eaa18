import { describe, expect, it } from 'vitest';
import { tokenResources } from './token-resources.ts';

describe('the resources of token authentication', () => {
  it('are none when no token was asked for', () => {
    expect(
      tokenResources({ project: 'nim-demo', deployment: 'my-model', tokens: [] }),
    ).toBeUndefined();
  });

  it('let a token get this one InferenceService, and nothing else', () => {
    const tokens = [
      { displayName: 'Default name', name: 'default-name' },
      { displayName: 'CI', name: 'ci' },
    ];
    expect(tokenResources({ project: 'nim-demo', deployment: 'my-model', tokens })).toEqual({
      serviceAccount: {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'my-model-sa', namespace: 'nim-demo' },
      },
      role: {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'my-model-view-role', namespace: 'nim-demo' },
        rules: [
          {
            apiGroups: ['serving.kserve.io'],
            resources: ['inferenceservices'],
            resourceNames: ['my-model'],
            verbs: ['get'],
          },
        ],
      },
      roleBinding: {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'my-model-view', namespace: 'nim-demo' },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Role',
          name: 'my-model-view-role',
        },
        subjects: [{ kind: 'ServiceAccount', name: 'my-model-sa', namespace: 'nim-demo' }],
      },
      secrets: [
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: 'default-name-my-model-sa',
            namespace: 'nim-demo',
            labels: { 'opendatahub.io/dashboard': 'true' },
            annotations: {
              'kubernetes.io/service-account.name': 'my-model-sa',
              'openshift.io/display-name': 'Default name',
            },
          },
          type: 'kubernetes.io/service-account-token',
        },
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: 'ci-my-model-sa',
            namespace: 'nim-demo',
            labels: { 'opendatahub.io/dashboard': 'true' },
            annotations: {
              'kubernetes.io/service-account.name': 'my-model-sa',
              'openshift.io/display-name': 'CI',
            },
          },
          type: 'kubernetes.io/service-account-token',
        },
      ],
    });
  });
});
