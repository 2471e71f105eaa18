import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedCluster } from '../../test/embedded/cluster/embedded-cluster.ts';
import { serveCluster, type ServedCluster } from '../../test/embedded/cluster/serve.node.ts';
import { seedObjects, seedUsers } from '../../test/embedded/seed/seed.ts';
import { createAccessReviewer, type AccessReview, type AccessReviewer } from './access-review.ts';
import { createKubernetes, type Kubernetes } from './kubernetes.ts';

describe('what a user may do with Secrets in a project', () => {
  let cluster: ServedCluster;
  let kubernetes: Kubernetes;
  let reviewer: AccessReviewer;
  beforeAll(async () => {
    cluster = await serveCluster(
      createEmbeddedCluster({ objects: seedObjects([]), users: seedUsers }),
    );
    kubernetes = createKubernetes({ url: cluster.url });
    reviewer = createAccessReviewer(kubernetes);
  });
  afterAll(async () => {
    await kubernetes.close();
    await cluster.stop();
  });

  it.each<[string, string, AccessReview['status']]>([
    ['ada', 'nim-demo', 'allowed'],
    ['pat', 'nim-demo', 'allowed'],
    ['admin', 'nim-demo', 'allowed'],
    ['vic', 'nim-demo', 'denied'],
    ['ada', 'fraud-detection', 'denied'],
    ['ada', 'no-such-project', 'denied'],
    ['stranger', 'nim-demo', 'not-signed-in'],
  ])('%s in %s: %s', async (user, project, status) => {
    const review = await reviewer.mayCreateSecrets({
      token: `${user}-token`,
      project,
      signal: AbortSignal.timeout(5_000),
    });
    expect(review).toEqual({ status });
  });

  it.each<[string, AccessReview['status']]>([
    ['ada', 'allowed'],
    ['vic', 'denied'],
    ['stranger', 'not-signed-in'],
  ])("%s may read the project's key: %s", async (user, status) => {
    const review = await reviewer.mayReadSecret({
      token: `${user}-token`,
      project: 'nim-demo',
      name: 'nim-api-key',
      signal: AbortSignal.timeout(5_000),
    });
    expect(review).toEqual({ status });
  });
});
