import { http, type HttpHandler, HttpResponse } from 'msw';
import { CHECK_PULL_PATH } from '../../src/apiKey/check-pull.ts';
import { pullRequestSchema, type PullVerdict } from '../../src/apiKey/pull-verdict.ts';
import { statusBody } from '../../src/verifier/status-body.ts';
import type { EmbeddedCluster } from '../../test/embedded/cluster/embedded-cluster.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { mayWithSecrets } from './access.ts';

/** The plugin's service, as far as a story needs it: may this key pull the image? */
export const checkPullHandler = (cluster: EmbeddedCluster, token: string): HttpHandler =>
  http.post(`*${CHECK_PULL_PATH}`, async ({ request }) => {
    const asked = pullRequestSchema.safeParse(await request.json());
    if (!asked.success) {
      const refusal = statusBody('BadRequest', 'The request must hold a project and an image.');
      return HttpResponse.json(refusal, { status: 400 });
    }
    const { project: namespace } = asked.data;
    if ('key' in asked.data) {
      return HttpResponse.json(verdictOf(asked.data.key));
    }
    const mayRead = await mayWithSecrets(cluster, { token, namespace, verb: 'get' });
    return HttpResponse.json({ status: mayRead ? 'can-pull' : 'cannot-be-checked' });
  });

const verdictOf = (key: string): PullVerdict => {
  const known = Object.values(testKeys).find((testKey) => testKey.key === key);
  return known?.answer.kind === 'known' && !('pulls' in known)
    ? { status: 'can-pull' }
    : { status: 'not-entitled' };
};
