import { recordWith } from '../../src/apiKey/key-secrets.factory.ts';
import { keySecretNames, keySecrets } from '../../src/apiKey/key-secrets.ts';
import { keepKey } from '../../src/apiKey/key-vault.ts';
import { findProjectKey, pairToReplace } from '../../src/apiKey/project-key.ts';
import type { ResourceBundle } from '../../src/bundle/resource-bundle.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { filledIn } from '../../src/dashboard/filled-in.factory.ts';
import { fullBundle, leastBundle, ownKeyBundle } from '../../src/submit/bundle.factory.ts';
import { queryClient } from '../../src/wizard/query-client.ts';
import { type Press, pressPlan, pressWizard } from './press.ts';

/** A project, and what is deployed into it. */
export interface Scenario {
  name: string;
  /** What is in the project before. */
  objects: KubernetesObject[];
  /** What was done on this page before. */
  open: () => void;
  press: Press;
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

const nothing = (): void => undefined;

export const scenarios: Scenario[] = [
  {
    name: 'a first deployment, with tokens',
    objects: bystanders,
    open: nothing,
    press: pressPlan(withProjectKey),
  },
  {
    name: 'a key that is replaced, with tokens',
    objects: [...bystanders, ...storedKey],
    open: nothing,
    press: pressPlan(withProjectKey),
  },
  {
    name: 'a key for this deployment, with a token',
    objects: bystanders,
    open: nothing,
    press: pressPlan(ownKeyBundle),
  },
  {
    name: 'key and volume used again',
    objects: [...bystanders, ...storedKey],
    open: nothing,
    press: pressPlan(leastBundle),
  },
];

/** The page has read nothing yet, so that everything is asked in the press. */
const openPage = (): void => {
  queryClient.clear();
  keepKey(project, 'nvapi-some');
};

/** By the plugin's whole function: settings, template, checks and looks are requests, too. */
export const wholeScenarios: Scenario[] = [
  {
    name: 'the whole press, first',
    objects: bystanders,
    open: openPage,
    press: pressWizard(filledIn()),
  },
  {
    name: 'the whole press, key and volume used again',
    objects: [...bystanders, ...storedKey],
    open: openPage,
    press: pressWizard(
      filledIn({
        key: { kind: 'stored', project, source: 'project' },
        storage: { kind: 'existing', name: 'models', subPath: '' },
      }),
    ),
  },
];
