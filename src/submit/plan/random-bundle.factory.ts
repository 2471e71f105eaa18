import { type Arbitrary, array, boolean, constantFrom, record, stringMatching } from 'fast-check';
import { recordWith, storedPair } from '../../apiKey/key-secrets.factory.ts';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import { keyWrites } from '../../apiKey/write-key.ts';
import type { TokenChoice } from '../../bundle/deployment-choices.ts';
import { choicesWith, deploymentWith, newVolume } from '../../bundle/deployment.factory.ts';
import { type ResourceBundle, resourceBundle } from '../../bundle/resource-bundle.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { checkTokens, tokensOf } from '../checks/tokens.ts';

/** A bundle, and the project for which it was put together. */
export interface RandomSubmission {
  bundle: ResourceBundle;
  /** What is there before: Secrets that are replaced, what is nobody's business, names that are taken. */
  objects: KubernetesObject[];
}

const bundleOf = (given: {
  key: 'none' | 'created' | 'replaced' | 'half' | 'own';
  hasVolume: boolean;
  tokens: TokenChoice[];
}): RandomSubmission => {
  const { key, tokens } = given;
  const pair = storedPair(recordWith({ id: 'before' }));
  const existing = key === 'replaced' ? pair : key === 'half' ? { imagePull: pair.imagePull } : {};
  const names = keySecretNames(key === 'own' ? 'deployment' : 'project', 'my-model');
  const stored = { key: 'nvapi-some', record: recordWith() };
  const bundle = resourceBundle({
    choices: choicesWith({ tokens }),
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

/** As the host names it: several display names may come to one name. */
const anyToken = stringMatching(/^[a-cA-C]{1,2}$/).map((displayName): TokenChoice => ({
  displayName,
  name: displayName.toLowerCase(),
}));

/** As people fill in the form; the check of the tokens may refuse it. */
export const anyUncheckedBundle: Arbitrary<RandomSubmission> = record({
  key: constantFrom('none', 'created', 'replaced', 'half', 'own'),
  hasVolume: boolean(),
  tokens: array(anyToken, { maxLength: 4 }),
}).map(bundleOf);

/** What comes as far as to be submitted. */
export const anyBundle = anyUncheckedBundle.filter(({ bundle }) => isPlannable(bundle));

export const isPlannable = ({ tokens }: ResourceBundle): boolean =>
  checkTokens(tokensOf(tokens?.secrets ?? [])).length === 0;
