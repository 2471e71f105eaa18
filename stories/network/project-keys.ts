import { REPLACING_ANNOTATION } from '../../src/apiKey/project-key.ts';
import type { KubernetesObject, Secret } from '../../src/cluster/kubernetes.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { keySecretsOf, storedSecrets } from './objects.ts';

const withAnnotations = (secret: Secret, annotations: Record<string, string>): Secret => ({
  ...secret,
  metadata: { ...secret.metadata, annotations: { ...secret.metadata.annotations, ...annotations } },
});

/** The project's key as somebody stored it whom nobody could tell whether NVIDIA knows it. */
export const notVerifiedSecrets = keySecretsOf(testKeys.valid.key, {
  verification: 'not-verified',
  at: '2026-08-23T12:00:00.000Z',
  by: 'ada',
});

/** The project's key as somebody made it by hand: nothing is written down about it. */
export const bareSecrets: readonly Secret[] = storedSecrets.map(({ metadata, ...secret }) => ({
  ...secret,
  metadata: { name: metadata.name, namespace: 'nim-demo' },
}));

/** Both Secrets, each of another key. */
export const disagreeingSecrets: readonly Secret[] = storedSecrets.map((secret, index) =>
  withAnnotations(secret, { 'nim-wizard.opendatahub.io/key-id': `id-${index}` }),
);

/** A replacement of the key has left the previous one in the container's Secret. */
export const unfinishedSecrets: readonly Secret[] = storedSecrets.map((secret) =>
  secret.metadata.name === 'nim-api-key'
    ? {
        ...withAnnotations(secret, { [REPLACING_ANNOTATION]: 'true' }),
        data: { ...secret.data, 'previous.NGC_API_KEY': btoa(testKeys.otherValid.key) },
      }
    : secret,
);

const RBAC = 'rbac.authorization.k8s.io';

/** Lets vic, who only looks at nim-demo, list its Secrets, too. */
export const vicListsSecrets: readonly KubernetesObject[] = [
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'Role',
    metadata: { name: 'secret-lister', namespace: 'nim-demo' },
    rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }],
  } as KubernetesObject,
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: { name: 'vic-lists-secrets', namespace: 'nim-demo' },
    roleRef: { apiGroup: RBAC, kind: 'Role', name: 'secret-lister' },
    subjects: [{ apiGroup: RBAC, kind: 'User', name: 'vic' }],
  } as KubernetesObject,
];

interface SecretInCluster extends Secret {
  data: Record<string, string>;
}

/** A Secret of nim-demo as the cluster holds it now; undefined when it is not there. */
export const secretNow = async (name: string): Promise<SecretInCluster | undefined> => {
  const answer = await fetch(`/api/k8s/api/v1/namespaces/nim-demo/secrets/${name}`);
  return answer.ok ? await answer.json() : undefined;
};

/** The annotations that KServe puts on a deployment's pods, as the cluster holds them now. */
export const podAnnotationsNow = async (name: string): Promise<unknown> => {
  const path = '/api/k8s/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices';
  const service = await (await fetch(`${path}/${name}`)).json();
  return service.spec.predictor.annotations;
};

const KINDS_OF_A_DEPLOYMENT = {
  Secret: 'api/v1/namespaces/nim-demo/secrets',
  PersistentVolumeClaim: 'api/v1/namespaces/nim-demo/persistentvolumeclaims',
  ServingRuntime: 'apis/serving.kserve.io/v1alpha1/namespaces/nim-demo/servingruntimes',
  InferenceService: 'apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices',
};

/** What a deployment is made of, as `<kind>/<name>`, as far as nim-demo has it now. */
export const namesNow = async (): Promise<string[]> => {
  const lists = Object.entries(KINDS_OF_A_DEPLOYMENT).map(async ([kind, path]) => {
    const { items } = await (await fetch(`/api/k8s/${path}`)).json();
    return items.map(({ metadata }: KubernetesObject) => `${kind}/${metadata.name}`);
  });
  return (await Promise.all(lists)).flat();
};
