import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKeys, unknownKey } from '../../test/embedded/nvidia/test-keys.ts';
import { startService, type RunningService } from './running-service.fixture.ts';

const asking = (key: string, project = 'nim-demo'): { project: string; key: string } => ({
  project,
  key,
});

describe('verifying a key', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ timeLimitMs: 1_500 });
  });
  afterAll(() => service.stop());

  it.each([
    ['valid', { status: 'valid' }],
    ['otherValid', { status: 'valid' }],
    ['service', { status: 'valid' }],
    ['revoked', { status: 'rejected' }],
    ['forbidden', { status: 'rejected' }],
    ['rateLimited', { status: 'unknown', reason: 'rate-limited' }],
    ['serverError', { status: 'unknown', reason: 'server-error' }],
    ['slow', { status: 'unknown', reason: 'timeout' }],
    ['html', { status: 'unknown', reason: 'unexpected-answer' }],
    ['truncated', { status: 'unknown', reason: 'unexpected-answer' }],
    ['redirected', { status: 'unknown', reason: 'unexpected-answer' }],
    ['dropped', { status: 'unknown', reason: 'unreachable' }],
  ] as const)('says of the key %s exactly %o', async (name, verdict) => {
    const answer = await service.verify(asking(testKeys[name].key));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(verdict);
  });

  it('rejects a key that NVIDIA does not know', async () => {
    expect(await (await service.verify(asking(unknownKey))).json()).toEqual({ status: 'rejected' });
  });

  it('takes a key with the white space it was pasted with', async () => {
    const answer = await service.verify(asking(`  ${testKeys.valid.key}\n`));
    expect(await answer.json()).toEqual({ status: 'valid' });
  });

  it('asks Kubernetes, as the user, whether the user may create Secrets in the project', async () => {
    service.reviews.length = 0;
    await service.verify(asking(testKeys.valid.key, 'fraud-detection'), 'pat-token');
    expect(service.reviews).toEqual([
      {
        token: 'pat-token',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: {
          kind: 'SelfSubjectAccessReview',
          apiVersion: 'authorization.k8s.io/v1',
          spec: {
            resourceAttributes: {
              namespace: 'fraud-detection',
              verb: 'create',
              resource: 'secrets',
            },
          },
        },
      },
    ]);
  });

  it('may not be kept by a browser', async () => {
    const answer = await service.verify(asking(testKeys.valid.key));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a request that is refused', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ timeLimitMs: 1_000 });
  });
  afterAll(() => service.stop());

  const valid = asking(testKeys.valid.key);

  it.each([
    ['a body that is no JSON', '{"project":"nim-demo","key":', 400, 'BadRequest'],
    ['an empty body', '', 400, 'BadRequest'],
    ['a body that is a list', [], 400, 'BadRequest'],
    ['a missing key', { project: 'nim-demo' }, 400, 'BadRequest'],
    ['both a key and a stored one', { ...valid, use: 'project' }, 400, 'BadRequest'],
    ['a stored key that is none', { project: 'nim-demo', use: 'mine' }, 400, 'BadRequest'],
    ['a key that is no text', { project: 'nim-demo', key: 7 }, 400, 'BadRequest'],
    ['another member', { ...valid, url: 'https://elsewhere.example' }, 400, 'BadRequest'],
    ['a project that is no name', { ...valid, project: '../admin' }, 400, 'BadRequest'],
    ['a legacy key', asking('bGVnYWN5LWtleS1vZi1uZ2M='), 400, 'BadRequest'],
    ['a line break inside the key', asking('nvapi-a\r\nx-evil: 1'), 400, 'BadRequest'],
    ['a letter that fits no header', asking('nvapi-ключ'), 400, 'BadRequest'],
    ['more than 4 KiB', asking(`nvapi-${'x'.repeat(5_000)}`), 413, 'RequestEntityTooLarge'],
  ])('%s is answered with a Status', async (_what, body, code, reason) => {
    const answer = await service.verify(body);
    expect(answer.status).toBe(code);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code,
      reason,
    });
  });

  it('says what a body must be', async () => {
    const answer = await service.verify({ project: 'nim-demo' });
    expect(await answer.json()).toMatchObject({
      message: expect.stringMatching(
        /"project".* either "key".* or "use" \("project" or "older"\)/,
      ),
    });
  });

  it('says what is wrong with a legacy key', async () => {
    const answer = await service.verify(asking('bGVnYWN5LWtleS1vZi1uZ2M='));
    expect(await answer.json()).toMatchObject({
      message: expect.stringContaining('Personal keys begin with "nvapi-"'),
    });
  });

  it.each([
    ['bGVnYWN5LWtleS1vZi1uZ2M=', asking('bGVnYWN5LWtleS1vZi1uZ2M=')],
    ['the key as a member', { [testKeys.valid.key]: 'x' }],
    ['the key as the project', { project: testKeys.valid.key, key: 'x' }],
    ['the key in broken JSON', `{"key": ${testKeys.valid.key}`],
  ])('never repeats what it was sent: %s', async (_what, body) => {
    const text = await (await service.verify(body)).text();
    expect(text).not.toContain(testKeys.valid.key);
    expect(text).not.toContain('bGVnYWN5');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'a body of type %s is not read',
    async (contentType) => {
      const answer = await fetch(`${service.url}/api/v1/keys/verify`, {
        method: 'POST',
        headers: { 'content-type': contentType, authorization: 'Bearer ada-token' },
        body: JSON.stringify(valid),
      });
      expect(answer.status).toBe(415);
      expect(await answer.json()).toMatchObject({ reason: 'UnsupportedMediaType' });
    },
  );

  it.each([
    ['no token', {}],
    ['another scheme', { authorization: 'Basic YWRhOmFkYQ==' }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('%s is not signed in, and nobody is asked', async (_what, headers) => {
    const before = service.reviews.length;
    const answer = await fetch(`${service.url}/api/v1/keys/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
      body: JSON.stringify(valid),
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ kind: 'Status', reason: 'Unauthorized' });
    expect(service.reviews).toHaveLength(before);
  });

  it.each([
    ['a token that Kubernetes refuses', 'stranger-token', 401],
    ['a viewer of the project', 'vic-token', 403],
    ['a user whom Kubernetes refuses the review', 'no-review-token', 403],
    ['a Kubernetes that fails', 'broken-token', 503],
    ['a Kubernetes that answers with a page', 'html-token', 503],
    ['a Kubernetes that answers something else', 'empty-token', 503],
    ['a Kubernetes that points elsewhere', 'redirected-token', 503],
    ['a Kubernetes that does not answer', 'hanging-token', 503],
  ])('%s: NVIDIA is not asked', async (_what, token, code) => {
    const before = performance.now();
    const answer = await service.verify(valid, token);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(answer.status).toBe(code);
    expect(await answer.json()).toMatchObject({ kind: 'Status', code });
    expect(service.inquiries()).toEqual([]);
  });

  it('names the project to someone who may not create Secrets there', async () => {
    const answer = await service.verify(asking(testKeys.valid.key, 'team-a'), 'vic-token');
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('"team-a"') });
  });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s is nothing at this address', async (method) => {
    const answer = await fetch(`${service.url}/api/v1/keys/verify`, { method });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ kind: 'Status', reason: 'NotFound' });
  });
});
