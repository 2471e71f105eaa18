import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster } from '../../test/factories/dashboard-proxy.factory.ts';
import { enteredKey, recordWith } from '../apiKey/key-secrets.factory.ts';
import { keySecretNames, keySecrets } from '../apiKey/key-secrets.ts';
import { emptyVault, keepKey } from '../apiKey/key-vault.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { errorOf } from '../submit/memory-cluster.factory.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { projectKeyQuery } from '../wizard/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { keyWritesOf, lookAgainAfter } from './key-of-deployment.ts';

const names = keySecretNames('project', '');
const place = { project: 'nim-demo', deployment: 'my-model' };

const storedSecrets: KubernetesObject[] = Object.values(
  keySecrets({ project: 'nim-demo', names, stored: { key: 'nvapi-stored', record: recordWith() } }),
);

beforeEach(() => keepKey('nim-demo', 'nvapi-entered'));

afterEach(() => {
  queryClient.clear();
  emptyVault('nim-demo');
  vi.unstubAllGlobals();
});

describe('what is done to the Secrets of a key that was entered', () => {
  it('is creating them, with who entered it', async () => {
    openEmbeddedCluster('ada');
    const writes = await keyWritesOf(enteredKey({ verification: 'could-not-tell' }), place);
    expect(writes.map(({ secret }) => secret.metadata)).toMatchObject([
      {
        name: 'nim-api-key',
        annotations: {
          'nim-wizard.opendatahub.io/key-verification': 'not-verified',
          'nim-wizard.opendatahub.io/key-recorded-by': 'ada',
        },
      },
      { name: 'nim-image-pull' },
    ]);
    expect(writes.map(({ replacement }) => replacement)).toEqual([undefined, undefined]);
  });

  it('is replacing those that the project has', async () => {
    const { cluster } = openEmbeddedCluster('ada', storedSecrets);
    const writes = await keyWritesOf(enteredKey(), place);
    const versions = cluster
      .objects()
      .filter(({ kind }) => kind === 'Secret')
      .map(({ metadata }) => metadata.resourceVersion);
    expect(writes.map(({ replacement }) => replacement?.before.resourceVersion)).toEqual(versions);
  });

  it('is replacing them in the version that the person was shown', async () => {
    const { sent } = openEmbeddedCluster('ada', storedSecrets);
    await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    const asked = sent.length;
    await keyWritesOf(enteredKey(), place);
    expect(sent.slice(asked).map(({ path }) => path)).not.toContainEqual(
      expect.stringContaining('/secrets'),
    );
  });

  it('is creating those of the deployment where it is for this one alone', async () => {
    openEmbeddedCluster('ada', storedSecrets);
    const writes = await keyWritesOf(enteredKey({ scope: 'deployment' }), place);
    expect(writes.map(({ secret }) => secret.metadata.name)).toEqual([
      'nim-api-key-my-model',
      'nim-image-pull-my-model',
    ]);
    expect(writes.map(({ replacement }) => replacement)).toEqual([undefined, undefined]);
  });

  it('is nothing for a key that is there', async () => {
    openEmbeddedCluster('ada', storedSecrets);
    const stored = { kind: 'stored', project: 'nim-demo', source: 'project' } as const;
    expect(await keyWritesOf(stored, place)).toEqual([]);
  });

  it('cannot be said of a key that is not known any more', async () => {
    openEmbeddedCluster('ada');
    emptyVault('nim-demo');
    await expect(keyWritesOf(enteredKey(), place)).rejects.toThrow(/enter it again/);
  });
});

describe('after a submission that failed', () => {
  it('the key is looked at again before it is replaced', async () => {
    const { sent } = openEmbeddedCluster('ada', storedSecrets);
    await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    const asked = sent.length;
    lookAgainAfter(new SubmissionError('failed'), 'nim-demo');
    await keyWritesOf(enteredKey(), place);
    expect(sent.slice(asked).map(({ path }) => path)).toContainEqual(
      expect.stringContaining('/secrets'),
    );
  });

  it('a key that it came upon is known to be there, though nobody here can see it', async () => {
    openEmbeddedCluster('vic', storedSecrets);
    const before = await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    const [object] = storedSecrets;
    const refused = object
      ? [{ verb: 'created' as const, object, error: errorOf('alreadyExists') }]
      : [];
    lookAgainAfter(new SubmissionError('exists', refused), 'nim-demo');
    const after = await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    expect([before.key.kind, after.key.kind]).toEqual(['hidden', 'unseen']);
  });
});
