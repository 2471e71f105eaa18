import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openEmbeddedCluster,
  type SentRequest,
  statusAnswer,
} from '../../test/factories/dashboard-proxy.factory.ts';
import { storedSecrets } from '../apiKey/key-secrets.factory.ts';
import { emptyVault } from '../apiKey/key-vault.ts';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/review/seen-project-query.ts';
import { existingVolume } from './existing-volume.factory.ts';
import { deploy, filledIn } from './filled-in.factory.ts';
import { reviewedBundle } from './reviewed-bundle.ts';

const storage = { kind: 'existing', name: 'models', subPath: '' } as const;
const key = { kind: 'stored', project: 'nim-demo', source: 'project' } as const;
const again = filledIn({ key, storage });

/** What is used again. */
const there = [...storedSecrets(), existingVolume];

/** The review page, with the project's key, as it is shown before "Deploy model" can be pressed. */
const review = async (): Promise<void> => {
  await Promise.all([
    reviewedBundle(again.state),
    queryClient.fetchQuery(seenProjectQuery('nim-demo')),
  ]);
};

const addresses = (sent: readonly SentRequest[]): string[] =>
  sent.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);

afterEach(() => {
  queryClient.clear();
  emptyVault('nim-demo');
  vi.unstubAllGlobals();
});

describe('deploying with a key that is used again', () => {
  it('looks at its Secrets at once with the dry runs', async () => {
    const { sent } = openEmbeddedCluster('ada', there);
    await review();
    const reviewed = sent.length;
    const waiting: (() => void)[] = [];
    const fetch = globalThis.fetch;
    vi.stubGlobal('fetch', async (...given: Parameters<typeof fetch>) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
      return fetch(...given);
    });
    const checked = deploy(again, { dryRun: true });
    await vi.waitFor(() => expect(waiting).toHaveLength(4));
    waiting.forEach((go) => go());
    await checked;
    expect(addresses(sent.slice(reviewed)).toSorted()).toEqual([
      'GET models',
      'GET secrets',
      'POST inferenceservices?dryRun=All',
      'POST servingruntimes?dryRun=All',
    ]);
  });

  it('does not look a second time in the same press', async () => {
    const { sent } = openEmbeddedCluster('ada', there);
    await deploy(again, { dryRun: true });
    const checked = sent.length;
    await deploy(again);
    expect(addresses(sent.slice(checked))).toEqual([
      'POST servingruntimes',
      'POST inferenceservices',
    ]);
  });

  it('looks again in the next press', async () => {
    const { cluster } = openEmbeddedCluster('ada', there);
    await deploy(again, { dryRun: true });
    for (const { metadata } of storedSecrets()) {
      const path = `/api/v1/namespaces/nim-demo/secrets/${metadata.name}`;
      const headers = { Authorization: 'Bearer pat-token' };
      await cluster.fetch(
        new Request(`http://cluster.example${path}`, { method: 'DELETE', headers }),
      );
    }
    await expect(deploy(again, { dryRun: true })).rejects.toThrow(
      /^Nothing was created\. .* gone or incomplete/,
    );
    await expect(deploy(again)).rejects.toThrow(/^Nothing was created\. .* gone or incomplete/);
  });
});

describe('what cannot be read before anything is written', () => {
  it.each([
    ['the template', '/templates/', false],
    ["the project's Secrets", '/secrets', false],
    ["the project's Secrets, in the real run alone", '/secrets', true],
  ])('is said together with that nothing was created: %s', async (_what, part, isReal) => {
    const { sent } = openEmbeddedCluster('ada', there, ({ path }) =>
      path.includes(part) ? statusAnswer(500, 'InternalError', { message: 'no' }) : undefined,
    );
    await expect(deploy(again, { dryRun: !isReal })).rejects.toThrow(
      /^Nothing was created\. The cluster refused to show/,
    );
    const written = sent.filter(
      ({ method, path }) => method !== 'GET' && !/dryRun|accessreviews/.test(path),
    );
    expect(written).toEqual([]);
  });
});
