import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';

type Rule = Record<string, string[]>;
type PolicyObject = KubernetesObject & Record<string, unknown>;

const apiGroup = 'rbac.authorization.k8s.io';
const apiVersion = `${apiGroup}/v1`;
const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };

const clusterRole = (name: string, rules: Rule[]): PolicyObject => ({
  apiVersion,
  kind: 'ClusterRole',
  metadata: { name, labels },
  rules,
});

const boundTo = (name: string, groups: string[]): PolicyObject => ({
  apiVersion,
  kind: 'ClusterRoleBinding',
  metadata: { name, labels },
  roleRef: { apiGroup, kind: 'ClusterRole', name },
  subjects: groups.map((group) => ({ apiGroup, kind: 'Group', name: group })),
});

const publicPaths = ['/healthz', '/livez', '/readyz', '/version', '/version/'];

/**
 * The part of the policy which every API server brings along that matters to us: who may do everything, and what
 * every signed-in user may ask (discovery, and what they may do).
 */
export const bootstrapPolicy: KubernetesObject[] = [
  clusterRole('cluster-admin', [
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { nonResourceURLs: ['*'], verbs: ['*'] },
  ]),
  clusterRole('system:basic-user', [
    {
      apiGroups: ['authorization.k8s.io'],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
      verbs: ['create'],
    },
    {
      apiGroups: ['authentication.k8s.io'],
      resources: ['selfsubjectreviews'],
      verbs: ['create'],
    },
  ]),
  clusterRole('system:discovery', [
    {
      nonResourceURLs: [
        '/api',
        '/api/*',
        '/apis',
        '/apis/*',
        '/healthz',
        '/livez',
        '/openapi',
        '/openapi/*',
        '/readyz',
        '/version',
        '/version/',
      ],
      verbs: ['get'],
    },
  ]),
  clusterRole('system:public-info-viewer', [{ nonResourceURLs: publicPaths, verbs: ['get'] }]),
  boundTo('cluster-admin', ['system:masters']),
  boundTo('system:basic-user', ['system:authenticated']),
  boundTo('system:discovery', ['system:authenticated']),
  boundTo('system:public-info-viewer', ['system:authenticated', 'system:unauthenticated']),
];
