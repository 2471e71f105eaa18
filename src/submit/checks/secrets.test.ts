import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { planDeployment } from '../plan/submit-plan.ts';
import { checkPullType, checkSecrets } from './secrets.ts';

const used = keySecretNames('project', '');
const named = (...names: string[]) => names.map((name) => ({ name }));
const full = planDeployment(fullBundle(), '');
const least = planDeployment(leastBundle(), '');

describe('the Secrets of a deployment', () => {
  it('are fine where the key is made, and where it is there', () => {
    expect(checkSecrets(full, { used, secrets: [] })).toEqual([]);
    expect(checkSecrets(least, { used, secrets: named('nim-api-key', 'nim-image-pull') })).toEqual(
      [],
    );
    expect(checkSecrets(least, { used: undefined, secrets: [] })).toEqual([]);
  });

  it('are missed where somebody has removed one meanwhile', () => {
    expect(checkSecrets(least, { used, secrets: named('nim-api-key') })).toEqual([
      {
        field: 'key',
        severity: 'stops',
        title: "The project's key is not there any more",
        body: 'Removed meanwhile: the secret "nim-image-pull". Go back to "Model details" and enter a key.',
      },
    ]);
  });

  it('may not be there under the name of a token', () => {
    expect(checkSecrets(full, { used, secrets: named('ci-my-model-sa') })).toMatchObject([
      { field: 'tokens', title: 'The secret "ci-my-model-sa" exists already' },
    ]);
  });

  it('leave it to the dry run to speak of a key that has come up, and to replace one', () => {
    const secrets = named('nim-api-key', 'nim-image-pull');
    expect(checkSecrets(full, { used, secrets })).toEqual([]);
    expect(checkSecrets(planDeployment(fullBundle(storedPair()), ''), { used, secrets })).toEqual(
      [],
    );
  });

  it("may not be there where a deployment's own key is made", () => {
    const names = keySecretNames('deployment', 'my-model');
    const [first, ...others] = fullBundle().keyWrites;
    const renamed = first && {
      secret: { ...first.secret, metadata: { ...first.secret.metadata, name: names.apiKey } },
    };
    const plan = planDeployment(
      {
        ...fullBundle(),
        keyWrites: renamed ? [renamed, ...others] : [],
      },
      '',
    );
    expect(
      checkSecrets(plan, { used: undefined, secrets: named('nim-api-key-my-model') }),
    ).toMatchObject([{ field: 'key', title: 'The secret "nim-api-key-my-model" exists already' }]);
  });
});

describe('the Secret that images are pulled with', () => {
  const [notForPulling, pullName] = [['nim-api-key', 'nim-image-pull'], 'nim-image-pull'];

  it('is of no use where it is of another type', () => {
    expect(checkPullType(least, { used, notForPulling })).toEqual([
      {
        field: 'key',
        severity: 'warns',
        title: `The secret "${pullName}" is of a type with which no image is pulled`,
        body: 'Kubernetes looks for a login in secrets of the type "kubernetes.io/dockerconfigjson" only, so the image of the model may not be pulled. The type of a secret never changes: remove the secret, and then enter the key again on "Model details".',
      },
    ]);
  });

  it('is of no use either where another key is put into it', () => {
    const replaced = planDeployment(fullBundle(storedPair()), '');
    expect(checkPullType(replaced, { used, notForPulling })).toHaveLength(1);
  });

  it('may be of any type that Kubernetes pulls with, and is of the right one where it is made', () => {
    expect(checkPullType(least, { used, notForPulling: ['nim-api-key'] })).toEqual([]);
    expect(checkPullType(full, { used, notForPulling })).toEqual([]);
  });

  it('does not matter where none is used', () => {
    expect(checkPullType(least, { used: undefined, notForPulling })).toEqual([]);
  });
});
