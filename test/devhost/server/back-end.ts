import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { cookieOf, currentUser, type DevUser } from './current-user.ts';
import { dashboardConfig } from './dashboard-config.ts';
import type { UpstreamClient } from './upstream.ts';

interface BackEndOptions {
  cluster: UpstreamClient;
  dashboardNamespace: string;
  users: DevUser[];
  nimConfig?: () => unknown;
}

const JSON_HEADERS = { accept: 'application/json', 'content-type': 'application/json' };

const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });
const signInSchema = z.object({ name: z.string() }).strict();

/** What the dashboard's back end answers itself, and the user switcher's two addresses. */
export const addBackEnd = (server: FastifyInstance, options: BackEndOptions): void => {
  const { cluster, dashboardNamespace, users, nimConfig } = options;

  server.get('/api/status', async (request) => {
    const user = currentUser(request.headers.cookie, users);
    return {
      kube: {
        namespace: dashboardNamespace,
        userName: user.name,
        userID: user.name,
        isAdmin: await isAdmin(cluster, user),
        isAllowed: true,
        clusterID: 'development',
        clusterBranding: 'okd',
        serverURL: '',
        isImpersonating: false,
        fetchErrorMessage: '',
      },
    };
  });

  server.get('/api/config', async (_request, reply) => {
    const answer = await cluster.send({
      method: 'GET',
      path: `/apis/opendatahub.io/v1alpha/namespaces/${dashboardNamespace}/odhdashboardconfigs/odh-dashboard-config`,
      headers: { ...JSON_HEADERS, authorization: `Bearer ${adminOf(users).token}` },
    });
    if (answer.status !== 200 && answer.status !== 404) {
      return reply.code(502).send({ error: 'The OdhDashboardConfig could not be read.' });
    }
    return dashboardConfig(
      answer.status === 200 ? readJson(answer.body) : undefined,
      nimConfig?.(),
    );
  });

  server.get('/api/dev/users', (request) => ({
    users: users.map(({ name }) => name),
    current: currentUser(request.headers.cookie, users).name,
  }));

  server.post('/api/dev/user', (request, reply) => {
    const wanted = signInSchema.safeParse(readJson(request.body));
    const user = users.find(({ name }) => wanted.success && name === wanted.data.name);
    return user
      ? reply.code(204).header('set-cookie', cookieOf(user)).send()
      : reply.code(400).send({ error: 'There is no such user.' });
  });
};

/** The dashboard's own service account is played by the administrator. */
const adminOf = (users: DevUser[]): DevUser =>
  users.find(({ name }) => name === 'admin') ?? currentUser(undefined, users);

/** Whoever may do everything is an administrator; the real dashboard asks about its own resources. */
const isAdmin = async (cluster: UpstreamClient, { token }: DevUser): Promise<boolean> => {
  const answer = await cluster.send({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    headers: { ...JSON_HEADERS, authorization: `Bearer ${token}` },
    body: new TextEncoder().encode(
      JSON.stringify({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb: '*', group: '*', resource: '*' } },
      }),
    ),
  });
  const review = reviewSchema.safeParse(readJson(answer.body));
  return review.success && review.data.status.allowed;
};

const readJson = (body: unknown): unknown => {
  if (!(body instanceof Uint8Array)) {
    return undefined;
  }
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};
