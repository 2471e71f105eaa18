import { isUtilsConfigSet } from '@openshift/dynamic-plugin-sdk-utils';
import { vi } from 'vitest';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { setUpSdkUtils } from '../devhost/app/api/app-fetch.ts';
import {
  createEmbeddedCluster,
  type EmbeddedCluster,
} from '../embedded/cluster/embedded-cluster.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';
import { ownAnswer } from './own-answer.ts';

/** One request as the plugin sent it to the dashboard. */
export interface SentRequest {
  method: string;
  path: string;
  accept: string | null;
  body: unknown;
  signal: AbortSignal | null | undefined;
}

/**
 * Puts the plugin before a dashboard whose proxy answers as given, with the dashboard's own fetch (it
 * throws a Status, and hands any other answer on) behind the SDK's functions.
 *
 * @returns what the plugin sends, from now on
 */
export const answerAsDashboard = (
  answer: (request: SentRequest, init: RequestInit) => Response | Promise<Response>,
): SentRequest[] => {
  if (!isUtilsConfigSet()) {
    setUpSdkUtils();
  }
  const sent: SentRequest[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const request: SentRequest = {
      method: init.method ?? 'GET',
      path,
      accept: new Headers(init.headers).get('Accept'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      signal: init.signal,
    };
    sent.push(request);
    return answer(request, init);
  });
  return sent;
};

/** A Kubernetes Status as an API server answers it. */
export const statusAnswer = (
  code: number,
  reason: string,
  given: { message?: string; details?: object } = {},
): Response =>
  Response.json(
    { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', code, reason, ...given },
    { status: code },
  );

/**
 * Puts the plugin before a dashboard with the embedded cluster behind it, as one of its users.
 *
 * @param instead answers a request in place of the cluster, if it does
 */
export const openEmbeddedCluster = (
  user: string,
  objects: KubernetesObject[] = [],
  instead: (request: SentRequest) => Response | undefined = () => undefined,
): { cluster: EmbeddedCluster; sent: SentRequest[] } => {
  const cluster = createEmbeddedCluster({
    objects: [...seedObjects(loadManifests()), ...objects],
    users: seedUsers,
  });
  const sent = answerAsDashboard(
    (request, init) =>
      instead(request) ??
      ownAnswer(request.path, user) ??
      cluster.fetch(asUser(user, request.path.replace('/api/k8s', ''), init)),
  );
  return { cluster, sent };
};

const asUser = (user: string, path: string, init: RequestInit): Request => {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${user}-token`);
  return new Request(new URL(path, 'http://dashboard.example'), { ...init, headers });
};
