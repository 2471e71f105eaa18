import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import { REPLACING_ANNOTATION } from '../../apiKey/project-key.ts';
import type { ObjectMeta } from '../../cluster/kubernetes.ts';
import { memoryCluster, type Refusals } from '../run/memory-cluster.factory.ts';
import { tidyKey } from './tidy-key.ts';

const marked = (metadata: ObjectMeta): ObjectMeta => ({
  ...metadata,
  annotations: { ...metadata.annotations, [REPLACING_ANNOTATION]: 'true' },
});

const { apiKey, imagePull } = storedPair();

const tidy = async (pair = { apiKey: marked(apiKey), imagePull }, refusals: Refusals = {}) => {
  const objects = Object.values(pair).map((metadata) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
  }));
  const cluster = memoryCluster({ objects, refusals });
  return { outcome: await tidyKey('nim-demo', pair, cluster.client), cluster };
};

describe('tidying up after an unfinished replacement', () => {
  it('touches the Secrets that still hold the previous key only, in the version that was read', async () => {
    const { outcome, cluster } = await tidy();
    expect(outcome).toEqual({ status: 'tidy' });
    expect(cluster.patches).toEqual([
      {
        id: 'Secret/nim-api-key',
        resourceVersion: '11',
        patch: [
          { op: 'remove', path: '/data/previous.NGC_API_KEY' },
          {
            op: 'remove',
            path: '/metadata/annotations/nim-wizard.opendatahub.io~1key-replacing',
          },
        ],
      },
    ]);
  });

  it('says of which Secret the previous key could not be removed', async () => {
    const both = { apiKey: marked(apiKey), imagePull: marked(imagePull) };
    const { outcome } = await tidy(both, { 'patch Secret/nim-image-pull': 'conflict' });
    expect(outcome).toEqual({
      status: 'failed',
      message:
        'The previous key could not be removed from the Secrets: nim-image-pull (conflict, says the cluster). Try again.',
    });
  });
});
