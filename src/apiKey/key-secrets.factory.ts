import type { ObjectMeta, Secret } from '../cluster/kubernetes.ts';
import type { KeyRecord } from './key-record.ts';
import type { EnteredKeyReference } from './key-reference.ts';
import { keySecretNames, keySecrets } from './key-secrets.ts';
import type { KeySecretPair } from './project-key.ts';

/** What is known of a key that ada verified, but for what is given. */
export const recordWith = (given: Partial<KeyRecord> = {}): KeyRecord => ({
  id: 'id-of-the-key',
  lastFour: 'WXYZ',
  verification: 'verified',
  at: '2026-08-22T12:00:00.000Z',
  by: 'ada',
  ...given,
});

/** A verified key that was entered in the wizard, but for what is given. */
export const enteredKey = (given: Partial<EnteredKeyReference> = {}): EnteredKeyReference => ({
  kind: 'entered',
  project: 'nim-demo',
  id: 'id-of-the-key',
  scope: 'project',
  lastFour: 'WXYZ',
  verification: 'verified',
  replaces: '',
  ...given,
});

/** Both Secrets of nim-demo's key. */
export const storedSecrets = (record: KeyRecord = recordWith()): Secret[] =>
  Object.values(
    keySecrets({
      project: 'nim-demo',
      names: keySecretNames('project', ''),
      stored: { key: 'nvapi-stored', record },
    }),
  );

/** The metadata of both Secrets of nim-demo's key, as the cluster would answer it. */
export const storedPair = (record: KeyRecord = recordWith()): Required<KeySecretPair> => {
  const names = keySecretNames('project', '');
  const stored = { key: 'nvapi-stored', record };
  const { apiKey, imagePull } = keySecrets({ project: 'nim-demo', names, stored });
  return {
    apiKey: inCluster(apiKey.metadata, '11'),
    imagePull: inCluster(imagePull.metadata, '12'),
  };
};

const inCluster = (metadata: ObjectMeta, resourceVersion: string): ObjectMeta => ({
  ...metadata,
  uid: `uid-of-${metadata.name}`,
  resourceVersion,
});
