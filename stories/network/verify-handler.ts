import { http, type HttpHandler, HttpResponse } from 'msw';
import { type KeyVerdict, verifyRequestSchema } from '../../src/apiKey/key-verdict.ts';
import { VERIFY_PATH } from '../../src/apiKey/verify-key.ts';
import { statusBody } from '../../src/verifier/status-body.ts';
import type { EmbeddedCluster } from '../../test/embedded/cluster/embedded-cluster.ts';
import { mayWithSecrets } from './access.ts';
import { type StandInAnswer, testKeys } from '../../test/embedded/nvidia/test-keys.ts';

/** The plugin's service, as far as a story needs it: may this user do it, and what NVIDIA would say. */
export const verifyHandler = (cluster: EmbeddedCluster, token: string): HttpHandler =>
  http.post(`*${VERIFY_PATH}`, async ({ request }) => {
    const asked = verifyRequestSchema.safeParse(await request.json());
    if (!asked.success) {
      const refusal = statusBody('BadRequest', 'The request must hold a project and a key.');
      return HttpResponse.json(refusal, { status: 400 });
    }
    const { project, key } = asked.data;
    if (!(await mayWithSecrets(cluster, { token, namespace: project, verb: 'create' }))) {
      const refusal = statusBody('Forbidden', `You may not create Secrets in "${project}".`);
      return HttpResponse.json(refusal, { status: 403 });
    }
    return HttpResponse.json(verdictOf(key));
  });

/** What the service makes of NVIDIA's answer about a test key; a key of no table is rejected. */
const verdictOf = (key: string): KeyVerdict => {
  const known = Object.values(testKeys).find((testKey) => testKey.key === key);
  return known ? verdictFor(known.answer) : { status: 'rejected' };
};

const verdictFor = (answer: StandInAnswer): KeyVerdict => {
  switch (answer.kind) {
    case 'known':
      return { status: 'valid' };
    case 'slow':
      return { status: 'unknown', reason: 'timeout' };
    case 'dropped':
      return { status: 'unknown', reason: 'unreachable' };
    case 'error':
      return verdictForCode(answer.status);
    default:
      return { status: 'unknown', reason: 'unexpected-answer' };
  }
};

const verdictForCode = (code: 401 | 403 | 429 | 500): KeyVerdict => {
  if (code === 429) {
    return { status: 'unknown', reason: 'rate-limited' };
  }
  return code === 500 ? { status: 'unknown', reason: 'unexpected-answer' } : { status: 'rejected' };
};
