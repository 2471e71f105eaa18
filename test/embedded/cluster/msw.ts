import { http, type HttpHandler } from 'msw';
import type { EmbeddedCluster } from './embedded-cluster.ts';

/**
 * Handlers for msw which answer what the dashboard's proxy would: the prefix is taken off the path, and the request
 * reaches the cluster with the current user's token.
 */
export const clusterHandlers = (
  cluster: EmbeddedCluster,
  { user, prefix = '/api/k8s' }: { user: () => string; prefix?: string },
): HttpHandler[] => [
  http.all(`*${prefix}/*`, async ({ request }) => {
    const address = new URL(request.url);
    const path = address.pathname.slice(address.pathname.indexOf(prefix) + prefix.length);
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${user()}`);
    const body = request.body === null ? {} : { body: await request.text() };
    return cluster.fetch(
      new Request(new URL(`${path}${address.search}`, address.origin), {
        method: request.method,
        headers,
        ...body,
      }),
    );
  }),
];
