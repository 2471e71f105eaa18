import type { KubernetesObject, Secret } from '../cluster/kubernetes.ts';
import type { TokenChoice } from './deployment-choices.ts';

interface Role extends KubernetesObject {
  rules: { apiGroups: string[]; resources: string[]; resourceNames: string[]; verbs: string[] }[];
}

interface RoleBinding extends KubernetesObject {
  roleRef: { apiGroup: string; kind: string; name: string };
  subjects: { kind: string; name: string; namespace?: string }[];
}

/** What lets a token's holder call one model, and nothing else. */
export interface TokenResources {
  serviceAccount: KubernetesObject;
  role: Role;
  roleBinding: RoleBinding;
  secrets: Secret[];
}

const RBAC = 'rbac.authorization.k8s.io';

/**
 * The objects of token authentication, named as the host names them. Each is to be owned by the
 * InferenceService, so that it goes when that does. Undefined when no token was asked for.
 */
export const tokenResources = (options: {
  project: string;
  deployment: string;
  tokens: readonly TokenChoice[];
}): TokenResources | undefined => {
  const { project: namespace, deployment, tokens } = options;
  if (tokens.length === 0) {
    return undefined;
  }
  const serviceAccount = `${deployment}-sa`;
  const role = `${deployment}-view-role`;
  return {
    serviceAccount: {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: serviceAccount, namespace },
    },
    role: {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: { name: role, namespace },
      rules: [
        {
          apiGroups: ['serving.kserve.io'],
          resources: ['inferenceservices'],
          resourceNames: [deployment],
          verbs: ['get'],
        },
      ],
    },
    roleBinding: {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name: `${deployment}-view`, namespace },
      roleRef: { apiGroup: RBAC, kind: 'Role', name: role },
      subjects: [{ kind: 'ServiceAccount', name: serviceAccount, namespace }],
    },
    secrets: tokens.map((token) => tokenSecret(namespace, serviceAccount, token)),
  };
};

const tokenSecret = (namespace: string, serviceAccount: string, token: TokenChoice): Secret => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: `${token.name}-${serviceAccount}`,
    namespace,
    labels: { 'opendatahub.io/dashboard': 'true' },
    annotations: {
      'kubernetes.io/service-account.name': serviceAccount,
      'openshift.io/display-name': token.displayName,
    },
  },
  type: 'kubernetes.io/service-account-token',
});
