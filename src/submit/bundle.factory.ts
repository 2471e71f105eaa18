import { recordWith } from '../apiKey/key-secrets.factory.ts';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import type { KeySecretPair } from '../apiKey/project-key.ts';
import { type KeySecretWrite, keyWrites } from '../apiKey/write-key.ts';
import type { TokenChoice } from '../bundle/deployment-choices.ts';
import { choicesWith, deploymentWith, newVolume } from '../bundle/deployment.factory.ts';
import { type ResourceBundle, resourceBundle } from '../bundle/resource-bundle.ts';
import { applyKey } from '../bundle/key-on-deployment.ts';
import { applyStorage } from '../bundle/storage-on-deployment.ts';

const names = keySecretNames('project', 'my-model');
const ownNames = keySecretNames('deployment', 'my-model');

/** What is done to the Secrets of nim-demo's key: created, or replaced where they exist. */
export const writesOver = (existing: KeySecretPair = {}): KeySecretWrite[] =>
  keyWrites({
    project: 'nim-demo',
    names,
    stored: { key: 'nvapi-some', record: recordWith() },
    existing,
  });

/** A bundle with all that there can be: key, new volume, tokens. */
export const fullBundle = (existing?: KeySecretPair): ResourceBundle =>
  resourceBundle({
    choices: choicesWith({
      tokens: [
        { displayName: 'Default', name: 'default' },
        { displayName: 'CI', name: 'ci' },
      ],
    }),
    storage: newVolume(),
    keyWrites: writesOver(existing),
    deployment: applyKey(applyStorage(deploymentWith(), newVolume()), names),
  });

/** A bundle with a key for this deployment alone. */
export const ownKeyBundle = (): ResourceBundle =>
  resourceBundle({
    choices: choicesWith({ tokens: [{ displayName: 'Default', name: 'default' }] }),
    storage: newVolume(),
    keyWrites: keyWrites({
      project: 'nim-demo',
      names: ownNames,
      stored: { key: 'nvapi-some', record: recordWith() },
      existing: {},
    }),
    deployment: applyKey(applyStorage(deploymentWith(), newVolume()), ownNames),
  });

/** A bundle with these tokens, and otherwise the least that there can be. */
export const bundleWithTokens = (tokens: TokenChoice[]): ResourceBundle =>
  resourceBundle({
    choices: choicesWith({ tokens }),
    storage: { kind: 'existing', name: 'models', subPath: '' },
    keyWrites: [],
    deployment: deploymentWith(),
  });

/** A deployment of another name on the key and the volume of `fullBundle`. */
export const usingBundle = (name: string): ResourceBundle => {
  const storage = { kind: 'existing', name: 'nim-my-model', subPath: '' } as const;
  const { model, server } = applyKey(applyStorage(deploymentWith(), storage), names);
  return {
    keyWrites: [],
    runtime: { ...server, metadata: { ...server.metadata, name } },
    inferenceService: { ...model, metadata: { ...model.metadata, name } },
  };
};

/** A bundle with the least that there can be: a runtime and an InferenceService. */
export const leastBundle = (): ResourceBundle =>
  resourceBundle({
    choices: choicesWith(),
    storage: { kind: 'existing', name: 'models', subPath: '' },
    keyWrites: [],
    deployment: deploymentWith(),
  });
