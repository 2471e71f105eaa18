import { describe, expect, it } from 'vitest';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import { deploymentWith } from '../../bundle/deployment.factory.ts';
import { applyKey } from '../../bundle/key-on-deployment.ts';
import { checkUsedSecrets } from './used-secrets.ts';

const deployment = applyKey(deploymentWith(), keySecretNames('project', ''));
const named = (...names: string[]) => names.map((name) => ({ name }));
const key = named('nim-api-key', 'nim-image-pull');
const laptop = { displayName: 'Laptop', secretName: 'laptop-my-model-sa' };
const phone = { displayName: 'Phone', secretName: 'phone-my-model-sa' };

describe('the Secrets of a deployment that is edited', () => {
  it('are all there', () => {
    const secrets = [...key, ...named('laptop-my-model-sa')];
    expect(checkUsedSecrets(deployment, { tokens: [laptop], secrets })).toEqual([]);
  });

  it('are missed where one of its key is gone', () => {
    expect(checkUsedSecrets(deployment, { tokens: [], secrets: named('nim-api-key') })).toEqual([
      {
        field: 'key',
        severity: 'warns',
        title:
          'The secret "nim-image-pull" that the deployment uses is not in the project any more',
        body: "An update makes new pods, and they do not start without it. Put it back first: the project's key on the project's settings, any other secret by kubectl.",
      },
    ]);
  });

  it('are missed where one of two tokens is gone', () => {
    const secrets = [...key, ...named('laptop-my-model-sa')];
    expect(checkUsedSecrets(deployment, { tokens: [laptop, phone], secrets })).toEqual([
      {
        field: 'tokens',
        severity: 'warns',
        title: 'The token "Phone" is not there any more',
        body: 'Somebody has removed its secret "phone-my-model-sa": it opens nothing. Remove it here, and add another where one is needed.',
      },
    ]);
  });

  it('are not missed of a token that is new, nor of a key where the deployment takes none', () => {
    const tokens = [{ displayName: 'New' }];
    expect(checkUsedSecrets(deploymentWith(), { tokens, secrets: [] })).toEqual([]);
  });
});
