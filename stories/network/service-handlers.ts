import { http, type HttpHandler, HttpResponse } from 'msw';
import { CHECK_PULL_PATH } from '../../src/apiKey/check-pull.ts';
import type { PullVerdict } from '../../src/apiKey/pull-verdict.ts';
import { VERIFY_PATH } from '../../src/apiKey/verify-key.ts';
import { NIM_REGISTRY } from '../../src/catalog/image-reference.ts';
import { createAccessReviewer } from '../../src/verifier/access-review.ts';
import { admitKey, type AskedKey } from '../../src/verifier/asked-key.ts';
import { readCheckPullRequest } from '../../src/verifier/check-pull-request.ts';
import type { Kubernetes } from '../../src/verifier/kubernetes.ts';
import { kubernetesUnavailable, notSignedIn } from '../../src/verifier/refusals.ts';
import { statusBody, type StatusBody } from '../../src/verifier/status-body.ts';
import { readVerifyRequest } from '../../src/verifier/verify-request.ts';
import type { EmbeddedCluster } from '../../test/embedded/cluster/embedded-cluster.ts';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { verdictOf } from './nvidia-verdict.ts';

/** The plugin's service, as far as a story needs it: may this user ask, and what NVIDIA would say. */
export const serviceHandlers = (cluster: EmbeddedCluster, token: string): HttpHandler[] => {
  const person = { kubernetes: kubernetesOf(cluster), token };
  return [
    answerAt(person, VERIFY_PATH, readVerifyRequest, verdictOf),
    answerAt(
      person,
      CHECK_PULL_PATH,
      (body) => readCheckPullRequest(body, NIM_REGISTRY),
      pullVerdictOf,
    ),
  ];
};

interface Person {
  kubernetes: Kubernetes;
  token: string;
}

type Reading =
  | { status: 'ok'; request: { project: string; key: AskedKey } }
  | { status: 'refused'; message: string };

const answerAt = (
  { kubernetes, token }: Person,
  path: string,
  read: (body: unknown) => Reading,
  ask: (key: string) => object,
): HttpHandler =>
  http.post(`*${path}`, async ({ request }) => {
    const { signal } = request;
    const reading = read(await request.json());
    if (reading.status === 'refused') {
      return refused(statusBody('BadRequest', reading.message));
    }
    const admission = await admitKey<object>(
      { ...reading.request, token, signal, ask: async (key) => ask(key) },
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

const pullVerdictOf = (key: string): PullVerdict => {
  const known = Object.values(testKeys).find((testKey) => testKey.key === key);
  return known?.answer.kind === 'known' && !('pulls' in known)
    ? { status: 'can-pull' }
    : { status: 'not-entitled' };
};

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
