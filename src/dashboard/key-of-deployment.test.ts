import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster } from '../../test/factories/dashboard-proxy.factory.ts';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey, storedSecrets } from '../apiKey/key-secrets.factory.ts';
import { emptyVault, keepKey } from '../apiKey/key-vault.ts';
import { errorOf } from '../submit/run/memory-cluster.factory.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { projectKeyQuery } from '../wizard/key/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectKey } from '../wizard/seen-project-key.ts';
import { keyWritesOf, lookAgainAfter, looksAtKey } from './key-of-deployment.ts';

const place = { project: 'nim-demo', deployment: 'my-model' };

/** How the stored key is known to a person who was shown it. */
const replaces = 'id-of-the-key id-of-the-key';

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
    const { cluster } = openEmbeddedCluster('ada', storedSecrets());
    const writes = await keyWritesOf(enteredKey({ replaces }), place);
    const versions = cluster
      .objects()
      .filter(({ kind }) => kind === 'Secret')
      .map(({ metadata }) => metadata.resourceVersion);
    expect(writes.map(({ replacement }) => replacement?.before.resourceVersion)).toEqual(versions);
  });

  it('is replacing them in the version that the person was shown', async () => {
    const { sent } = openEmbeddedCluster('ada', storedSecrets());
    await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    const asked = sent.length;
    await keyWritesOf(enteredKey({ replaces }), place);
    expect(sent.slice(asked).map(({ path }) => path)).not.toContainEqual(
      expect.stringContaining('/secrets'),
    );
  });

  it('is creating those of the deployment where it is for this one alone', async () => {
    openEmbeddedCluster('ada', storedSecrets());
    const writes = await keyWritesOf(enteredKey({ scope: 'deployment' }), place);
    expect(writes.map(({ secret }) => secret.metadata.name)).toEqual([
      'nim-api-key-my-model',
      'nim-image-pull-my-model',
    ]);
    expect(writes.map(({ replacement }) => replacement)).toEqual([undefined, undefined]);
  });

  it('is refused where the project has got another key than the person was shown', async () => {
    openEmbeddedCluster('ada', storedSecrets());
    await expect(keyWritesOf(enteredKey({ replaces: '' }), place)).rejects.toThrow(
      "The project's NVIDIA API key is another one than when you entered yours",
    );
  });

  it('cannot be said of a key that is not known any more', async () => {
    openEmbeddedCluster('ada');
    emptyVault('nim-demo');
    await expect(keyWritesOf(enteredKey(), place)).rejects.toThrow(/enter it again/);
  });
});

const stored = { kind: 'stored', project: 'nim-demo', source: 'project' } as const;

const lookAt = async (reference: KeyReference): Promise<unknown[]> =>
  Promise.all(looksAtKey(reference).map(({ look }) => look()));

describe('the Secrets of a key that is used', () => {
  it('are not written', async () => {
    const { sent } = openEmbeddedCluster('ada', storedSecrets());
    expect(await keyWritesOf(stored, place)).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('are looked at, and are there', async () => {
    openEmbeddedCluster('ada', storedSecrets());
    expect(await lookAt(stored)).toEqual([undefined]);
  });

  it('are taken at their word by a person who may not see them', async () => {
    openEmbeddedCluster('vic');
    expect(await lookAt(stored)).toEqual([undefined]);
  });

  it.each([
    ['both are gone', []],
    ['one is gone', storedSecrets().slice(0, 1)],
  ])('cannot be used when %s: the model would never start', async (_what, secrets) => {
    openEmbeddedCluster('ada', secrets);
    await expect(lookAt(stored)).rejects.toThrow('gone or incomplete');
  });

  it('cannot be used when another key came in the place of the older integration’s', async () => {
    openEmbeddedCluster('ada', storedSecrets());
    await expect(lookAt({ ...stored, source: 'older' })).rejects.toThrow('gone');
  });

  it('are nothing to look at for a key that is entered, or where none is needed', async () => {
    expect([...looksAtKey(enteredKey()), ...looksAtKey({ kind: 'not-needed' })]).toEqual([]);
  });
});

describe('after a submission that failed', () => {
  it('the key is looked at again before it is replaced', async () => {
    const { sent } = openEmbeddedCluster('ada', storedSecrets());
    await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    const asked = sent.length;
    lookAgainAfter(new SubmissionError('failed'), 'nim-demo');
    await keyWritesOf(enteredKey({ replaces }), place);
    expect(sent.slice(asked).map(({ path }) => path)).toContainEqual(
      expect.stringContaining('/secrets'),
    );
  });

  it('a review page that is shown looks at the project again', async () => {
    openEmbeddedCluster('ada', storedSecrets());
    const queryFn = vi.fn<() => Promise<string>>().mockResolvedValue('seen');
    const queryKey = [...seenProjectKey('nim-demo'), 'creation'];
    const page = new QueryObserver(queryClient, { queryKey, queryFn });
    const leave = page.subscribe(() => undefined);
    await vi.waitFor(() => expect(page.getCurrentResult().data).toBe('seen'));
    lookAgainAfter(new SubmissionError('failed'), 'nim-demo');
    await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
    leave();
  });

  it('a key that it came upon is known to be there, though nobody here can see it', async () => {
    openEmbeddedCluster('vic', storedSecrets());
    const before = await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    const [object] = storedSecrets();
    const refused = object
      ? [{ verb: 'created' as const, object, error: errorOf('alreadyExists') }]
      : [];
    lookAgainAfter(new SubmissionError('exists', refused), 'nim-demo');
    const after = await queryClient.fetchQuery(projectKeyQuery('nim-demo'));
    expect([before.key.kind, after.key.kind]).toEqual(['hidden', 'unseen']);
  });
});
