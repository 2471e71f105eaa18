import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { planDeployment } from '../plan/submit-plan.ts';
import { checkSecrets } from './secrets.ts';

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
