import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { createNvidiaStandIn } from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../../test/embedded/nvidia/serve.node.ts';
import { startKubernetes, type RunningKubernetes } from './kubernetes.fixture.ts';
import { serviceConfig } from './running-service.fixture.ts';
import { createService } from './service.ts';

type Service = ReturnType<typeof createService>;

const storedKey = testKeys.otherValid.key;
const olderKey = testKeys.service.key;
const foreignKey = testKeys.notEntitled.key;
/** Every Secret of the project that holds a key; the last one is nobody's business. */
const stored = {
  'nim-demo': storedKey,
  'nim-demo/nvidia-nim-secrets': olderKey,
  'nim-demo/somebody-elses': foreignKey,
};
const image = 'nvcr.io/nim/meta/llama:1.8.5';
const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Questions that name a Secret, in every way that one could try. */
const foreignQuestions: object[] = [
  { use: 'somebody-elses' },
  { use: 'nvidia-nim-secrets' },
  { use: '../secrets/somebody-elses' },
  { use: ['project', 'somebody-elses'] },
  { use: { name: 'somebody-elses' } },
  { use: 'project', secret: 'somebody-elses' },
  { use: 'project', name: 'somebody-elses' },
  { use: 'older', secretName: 'somebody-elses' },
].flatMap((asked) => [
  { project: 'nim-demo', ...asked },
  { project: 'nim-demo', image, ...asked },
]);

/** Bodies that some route takes, and those that ask for more than it may say. */
const bodies: (object | undefined)[] = [
  undefined,
  { project: 'nim-demo', key: testKeys.valid.key },
  { project: 'nim-demo', image, key: testKeys.valid.key },
  { project: 'nim-demo', image, use: 'project' },
  { project: 'nim-demo', use: 'project' },
  { project: 'nim-demo', use: 'older' },
  { project: 'nim-demo', image, use: 'older' },
  ...foreignQuestions,
];

describe('the table of routes', () => {
  const root = mkdtempSync(join(tmpdir(), 'nim-routes-'));
  const routes: RouteOptions[] = [];
  let cluster: RunningKubernetes;
  let nvidia: Awaited<ReturnType<typeof serveNvidiaStandIn>>;
  let service: Service;
  beforeAll(async () => {
    writeFileSync(join(root, 'remoteEntry.js'), 'var nimWizard = 1;');
    nvidia = await serveNvidiaStandIn(createNvidiaStandIn());
    cluster = await startKubernetes(undefined, stored);
    service = createService(
      serviceConfig({
        ngcUrl: nvidia.url,
        registry: { name: 'nvcr.io', url: nvidia.url, redirectHosts: [] },
        kubernetesUrl: cluster.url,
        staticDir: root,
        logLevel: 'silent',
      }),
      { onRoute: (route) => routes.push(route) },
    );
    await service.ready();
  });
  afterAll(async () => {
    await service.close();
    await Promise.all([cluster.stop(), nvidia.stop()]);
    rmSync(root, { recursive: true });
  });

  it('has these and no other', () => {
    const table = routes.map(({ method, url }) => `${[method].flat().toSorted().join(',')} ${url}`);
    expect(table.toSorted()).toEqual([
      'GET /healthz',
      'GET,HEAD /*',
      'HEAD /healthz',
      'POST /api/v1/keys/check-pull',
      'POST /api/v1/keys/verify',
    ]);
  });

  it('has none that returns a Secret or a key, whatever it is asked', async () => {
    const secrets = [...Object.values(stored), testKeys.valid.key].flatMap((key) => [
      key,
      btoa(key),
      encodeURIComponent(key),
      key.slice(20, 32),
    ]);
    for (const { url } of routes) {
      for (const method of everyMethod) {
        for (const body of bodies) {
          const answer = await service.inject({
            method,
            url: url.replace('*', 'remoteEntry.js'),
            headers: { authorization: 'Bearer ada-token', 'content-type': 'application/json' },
            ...(body === undefined ? {} : { payload: body }),
          });
          const said = `${JSON.stringify(answer.headers)} ${answer.body}`;
          expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
          expect(said).not.toMatch(/"kind":"Secret"|NGC_API_KEY|api_key|ada-token/);
        }
      }
    }
    const reads = new Set(cluster.reads.map(({ path }) => path));
    expect(reads, 'the stored keys were really read, and no other Secret').toEqual(
      new Set([
        '/api/v1/namespaces/nim-demo/secrets/nim-api-key',
        '/api/v1/namespaces/nim-demo/secrets/nvidia-nim-secrets',
      ]),
    );
  });

  it.each(foreignQuestions)('has none that takes the name of a Secret: %o', async (payload) => {
    const before = [cluster.reads.length, cluster.reviews.length];
    for (const url of ['/api/v1/keys/verify', '/api/v1/keys/check-pull']) {
      const headers = { authorization: 'Bearer ada-token' };
      const answer = await service.inject({ method: 'POST', url, headers, payload });
      expect(answer.statusCode).toBe(400);
      expect(answer.body).not.toContain('somebody-elses');
    }
    expect([cluster.reads.length, cluster.reviews.length]).toEqual(before);
  });

  it.each([
    ['verify', 'project', {}, 'valid'],
    ['verify', 'older', {}, 'valid'],
    ['check-pull', 'project', { image }, 'can-pull'],
    ['check-pull', 'older', { image }, 'can-pull'],
  ])('%s says of the stored key "%s" no more than the verdict', async (route, use, more, said) => {
    const answer = await service.inject({
      method: 'POST',
      url: `/api/v1/keys/${route}`,
      headers: { authorization: 'Bearer ada-token' },
      payload: { project: 'nim-demo', use, ...more },
    });
    expect(answer.body).toBe(`{"status":"${said}"}`);
  });

  it.each(['/api/v1/keys/verify', '/api/v1/keys/check-pull'])(
    'lets no other origin use %s',
    async (url) => {
      const preflight = await service.inject({
        method: 'OPTIONS',
        url,
        headers: {
          origin: 'https://elsewhere.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,authorization',
        },
      });
      expect(preflight.statusCode).toBe(404);
      expect(Object.keys(preflight.headers).filter((name) => name.includes('allow'))).toEqual([]);
    },
  );

  it.each(['/healthz', '/remoteEntry.js', '/nothing', '/api/v1/keys/check-pull'])(
    'has security headers on %s, and none that keeps the dashboard from running our scripts',
    async (url) => {
      const { headers } = await service.inject({ url });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it.each([
    'application/jsonx',
    'application/json-patch+json',
    'text/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    '',
  ])('reads no body of type "%s"', async (type) => {
    const answer = await service.inject({
      method: 'POST',
      url: '/api/v1/keys/check-pull',
      headers: {
        authorization: 'Bearer ada-token',
        ...(type === '' ? {} : { 'content-type': type }),
      },
      payload: Buffer.from(JSON.stringify({ project: 'nim-demo', image, use: 'project' })),
    });
    expect(answer.statusCode).toBe(415);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
