import { recordWith } from '../../src/apiKey/key-secrets.factory.ts';
import { keySecretNames, keySecrets } from '../../src/apiKey/key-secrets.ts';
import { findProjectKey, pairToReplace } from '../../src/apiKey/project-key.ts';
import type { ResourceBundle } from '../../src/bundle/resource-bundle.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { fullBundle, leastBundle, ownKeyBundle } from '../../src/submit/bundle.factory.ts';

/** A project, and what is deployed into it. */
export interface Scenario {
  name: string;
  /** What is in the project before. */
  objects: KubernetesObject[];
  /** What is to be created, given what is in the project now. */
  bundle: (now: readonly KubernetesObject[]) => ResourceBundle;
}

const project = 'nim-demo';

/** Somebody else's, in the same project. */
const bystanders: KubernetesObject[] = [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'theirs', namespace: project, labels: { 'opendatahub.io/managed': 'true' } },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'models', namespace: project },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  } as KubernetesObject,
];

const storedKey: KubernetesObject[] = Object.values(
  keySecrets({
    project,
    names: keySecretNames('project', ''),
    stored: { key: 'nvapi-stored', record: recordWith({ id: 'before', lastFour: 'ored' }) },
  }),
);

const withProjectKey = (now: readonly KubernetesObject[]): ResourceBundle => {
  const secrets = now.filter(
    ({ kind, metadata }) => kind === 'Secret' && metadata.namespace === project,
  );
  return fullBundle(pairToReplace(findProjectKey(secrets.map(({ metadata }) => metadata))));
};

export const scenarios: Scenario[] = [
  { name: 'a first deployment, with tokens', objects: bystanders, bundle: withProjectKey },
  {
    name: 'a key that is replaced, with tokens',
    objects: [...bystanders, ...storedKey],
    bundle: withProjectKey,
  },
  { name: 'a key for this deployment, with a token', objects: bystanders, bundle: ownKeyBundle },
  {
    name: 'key and volume used again',
    objects: [...bystanders, ...storedKey],
    bundle: leastBundle,
  },
];
