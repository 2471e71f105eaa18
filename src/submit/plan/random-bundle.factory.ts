import {
  type Arbitrary,
  boolean,
  constantFrom,
  record,
  stringMatching,
  uniqueArray,
} from 'fast-check';
import { recordWith, storedPair } from '../../apiKey/key-secrets.factory.ts';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import { keyWrites } from '../../apiKey/write-key.ts';
import { choicesWith, deploymentWith, newVolume } from '../../bundle/deployment.factory.ts';
import { type ResourceBundle, resourceBundle } from '../../bundle/resource-bundle.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';

/** A bundle, and the project for which it was put together. */
export interface RandomSubmission {
  bundle: ResourceBundle;
  /** What is there before: Secrets that are replaced, what is nobody's business, names that are taken. */
  objects: KubernetesObject[];
}

const bundleOf = (given: {
  key: 'none' | 'created' | 'replaced' | 'half' | 'own';
  hasVolume: boolean;
  tokens: string[];
}): RandomSubmission => {
  const { key, tokens } = given;
  const pair = storedPair(recordWith({ id: 'before' }));
  const existing = key === 'replaced' ? pair : key === 'half' ? { imagePull: pair.imagePull } : {};
  const names = keySecretNames(key === 'own' ? 'deployment' : 'project', 'my-model');
  const stored = { key: 'nvapi-some', record: recordWith() };
  const bundle = resourceBundle({
    choices: choicesWith({ tokens: tokens.map((name) => ({ displayName: name, name })) }),
    storage: given.hasVolume ? newVolume() : { kind: 'existing', name: 'models', subPath: '' },
    keyWrites: key === 'none' ? [] : keyWrites({ project: 'nim-demo', names, stored, existing }),
    deployment: deploymentWith(),
  });
  const objects = Object.values(existing).map((metadata): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
  }));
  return { bundle, objects };
};

export const anyBundle: Arbitrary<RandomSubmission> = record({
  key: constantFrom('none', 'created', 'replaced', 'half', 'own'),
  hasVolume: boolean(),
  tokens: uniqueArray(stringMatching(/^[a-z]{1,8}$/), { maxLength: 4 }),
}).map(bundleOf);
