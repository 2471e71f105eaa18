import { http, type HttpHandler, HttpResponse } from 'msw';
import { CHECK_PULL_PATH } from '../../src/apiKey/check-pull.ts';
import { VERIFY_PATH } from '../../src/apiKey/verify-key.ts';
import { NIM_REGISTRY } from '../../src/catalog/image-reference.ts';
import { createAccessReviewer } from '../../src/verifier/access-review.ts';
import { admitKey, type AskedKey } from '../../src/verifier/asked-key.ts';
import { readCheckPullRequest } from '../../src/verifier/check-pull-request.ts';
import { createKeyInquiry } from '../../src/verifier/key-inquiry.ts';
import type { Kubernetes } from '../../src/verifier/kubernetes.ts';
import { kubernetesUnavailable, notSignedIn } from '../../src/verifier/refusals.ts';
import { createRegistryInquiry } from '../../src/verifier/registry-inquiry.ts';
import { statusBody, type StatusBody } from '../../src/verifier/status-body.ts';
import { readVerifyRequest } from '../../src/verifier/verify-request.ts';
import type { EmbeddedCluster } from '../../test/embedded/cluster/embedded-cluster.ts';
import { wayToStandIn } from './way-to-stand-in.ts';

/**
 * The plugin's service but for what only a server has, its connections, limits and logs: it asks the
 * embedded cluster whether this user may ask, and then the stand-in for NVIDIA.
 */
export const serviceHandlers = (cluster: EmbeddedCluster, token: string): HttpHandler[] => {
  const person = { kubernetes: kubernetesOf(cluster), token };
  const nvidia = { url: location.origin, redirectHosts: [], way: wayToStandIn() };
  const keys = createKeyInquiry(nvidia);
  const pulls = createRegistryInquiry(nvidia);
  return [
    answerAt(person, VERIFY_PATH, readVerifyRequest, (_asked, ...given) => keys.ask(...given)),
    answerAt(
      person,
      CHECK_PULL_PATH,
      (body) => readCheckPullRequest(body, NIM_REGISTRY),
      ({ image }, key, signal) => pulls.ask({ image, key }, signal),
    ),
  ];
};

interface Person {
  kubernetes: Kubernetes;
  token: string;
}

type Reading<Asked> = { status: 'ok'; request: Asked } | { status: 'refused'; message: string };

/** Less than the service's own 10 s, which nobody waits for in a story. What is slow takes longer still. */
const TIME_LIMIT_MS = 1_000;

const answerAt = <Asked extends { project: string; key: AskedKey }>(
  { kubernetes, token }: Person,
  path: string,
  read: (body: unknown) => Reading<Asked>,
  ask: (asked: Asked, key: string, signal: AbortSignal) => Promise<object>,
): HttpHandler =>
  http.post(`*${path}`, async ({ request }) => {
    const reading = read(await request.json());
    if (reading.status === 'refused') {
      return refused(statusBody('BadRequest', reading.message));
    }
    const asked = reading.request;
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    const admission = await admitKey<object>(
      { ...asked, token, signal, ask: (key, given) => ask(asked, key, given) },
      { kubernetes, reviewer: createAccessReviewer(kubernetes) },
    );
    switch (admission.status) {
      case 'admitted':
        return HttpResponse.json({ ...(await admission.ask(signal)) });
      case 'judged':
        return HttpResponse.json({ ...admission.verdict });
      case 'denied':
        return refused(admission.refusal);
      case 'not-signed-in':
        return refused(notSignedIn());
      case 'unavailable':
        return refused(kubernetesUnavailable());
    }
  });

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
