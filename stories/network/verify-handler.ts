import { http, type HttpHandler, HttpResponse } from 'msw';
import type { KeyVerdict } from '../../src/apiKey/key-verdict.ts';
import { VERIFY_PATH } from '../../src/apiKey/verify-key.ts';
import { createAccessReviewer } from '../../src/verifier/access-review.ts';
import { admitKey } from '../../src/verifier/asked-key.ts';
import type { Kubernetes } from '../../src/verifier/kubernetes.ts';
import { kubernetesUnavailable, notSignedIn } from '../../src/verifier/refusals.ts';
import { statusBody, type StatusBody } from '../../src/verifier/status-body.ts';
import { readVerifyRequest } from '../../src/verifier/verify-request.ts';
import type { EmbeddedCluster } from '../../test/embedded/cluster/embedded-cluster.ts';
import { type StandInAnswer, testKeys } from '../../test/embedded/nvidia/test-keys.ts';

/** The plugin's service, as far as a story needs it: may this user do it, and what NVIDIA would say. */
export const verifyHandler = (cluster: EmbeddedCluster, token: string): HttpHandler => {
  const kubernetes = kubernetesOf(cluster);
  const options = { kubernetes, reviewer: createAccessReviewer(kubernetes) };
  return http.post(`*${VERIFY_PATH}`, async ({ request }) => {
    const { signal } = request;
    const read = readVerifyRequest(await request.json());
    if (read.status === 'refused') {
      return refused(statusBody('BadRequest', read.message));
    }
    const admission = await admitKey<KeyVerdict>(
      { ...read.request, token, signal, ask: askNvidia },
      options,
    );
    switch (admission.status) {
      case 'admitted':
        return HttpResponse.json(await admission.ask(signal));
      case 'judged':
        return HttpResponse.json(admission.verdict);
      case 'denied':
        return refused(admission.refusal);
      case 'not-signed-in':
        return refused(notSignedIn());
      case 'unavailable':
        return refused(kubernetesUnavailable());
    }
  });
};

const refused = (status: StatusBody): HttpResponse<StatusBody> =>
  HttpResponse.json(status, { status: status.code });

const kubernetesOf = (cluster: EmbeddedCluster): Kubernetes => ({
  ask: async ({ token, method, path, body, signal }) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = new Request(new URL(path, location.origin), {
      method,
      headers,
      signal,
      ...sent,
    });
    const answer = await cluster.fetch(request);
    return { status: 'answered', code: answer.status, text: await answer.text() };
  },
  close: async () => undefined,
});

/** What the service makes of NVIDIA's answer about a test key; a key of no table is rejected. */
const askNvidia = async (key: string): Promise<KeyVerdict> => {
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
