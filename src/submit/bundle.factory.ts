import { keySecretNames } from '../apiKey/key-secrets.ts';
import { choicesWith, deploymentWith, newVolume } from '../bundle/deployment.factory.ts';
import { type ResourceBundle, resourceBundle } from '../bundle/resource-bundle.ts';
import { applyKey } from '../bundle/key-on-deployment.ts';
import { applyStorage } from '../bundle/storage-on-deployment.ts';

const names = keySecretNames('project', 'my-model');

/** A bundle with all that there can be: key, new volume, tokens. */
export const fullBundle = (): ResourceBundle =>
  resourceBundle({
    choices: choicesWith({
      tokens: [
        { displayName: 'Default', name: 'default' },
        { displayName: 'CI', name: 'ci' },
      ],
    }),
    storage: newVolume(),
    keyNames: names,
    key: 'nvapi-some',
    deployment: applyKey(applyStorage(deploymentWith(), newVolume()), names),
  });

/** A bundle with the least that there can be: a runtime and an InferenceService. */
export const leastBundle = (): ResourceBundle =>
  resourceBundle({
    choices: choicesWith(),
    storage: { kind: 'existing', name: 'models', subPath: '' },
    keyNames: undefined,
    deployment: deploymentWith(),
  });
