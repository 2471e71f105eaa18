import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKeys, unknownKey } from '../../test/embedded/nvidia/test-keys.ts';
import { startService, type RunningService } from './running-service.fixture.ts';

const LLAMA = 'nvcr.io/nim/meta/llama:1.8.5';

const entered = (changes: object = {}): object => ({
  project: 'nim-demo',
  image: LLAMA,
  key: testKeys.valid.key,
  ...changes,
});

const stored = (project = 'nim-demo'): object => ({ project, image: LLAMA, use: 'project' });

describe('checking whether a key may pull an image', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ timeLimitMs: 1_500 });
  });
  afterAll(() => service.stop());

  const verdictOn = async (changes: object): Promise<unknown> => {
    const answer = await service.checkPull(entered(changes));
    expect(answer.status).toBe(200);
    return answer.json();
  };

  it.each([
    ['valid', { status: 'can-pull' }],
    ['service', { status: 'can-pull' }],
    ['notEntitled', { status: 'not-entitled' }],
    ['revoked', { status: 'not-entitled' }],
    ['forbidden', { status: 'not-entitled' }],
    ['rateLimited', { status: 'unknown', reason: 'rate-limited' }],
    ['serverError', { status: 'unknown', reason: 'server-error' }],
    ['slow', { status: 'unknown', reason: 'timeout' }],
    ['html', { status: 'unknown', reason: 'unexpected-answer' }],
    ['truncated', { status: 'unknown', reason: 'unexpected-answer' }],
    ['redirected', { status: 'unknown', reason: 'unexpected-answer' }],
    ['dropped', { status: 'unknown', reason: 'unreachable' }],
  ] as const)('says of the key %s exactly %o', async (name, verdict) => {
    expect(await verdictOn({ key: testKeys[name].key })).toEqual(verdict);
  });

  it('says of a key that NVIDIA does not know that it is not entitled', async () => {
    expect(await verdictOn({ key: unknownKey })).toEqual({ status: 'not-entitled' });
  });

  it.each([
    ['token-401', { status: 'not-entitled' }],
    ['token-403', { status: 'not-entitled' }],
    ['token-404', { status: 'unknown', reason: 'unexpected-answer' }],
    ['token-429', { status: 'unknown', reason: 'rate-limited' }],
    ['token-451', { status: 'region-restricted' }],
    ['token-500', { status: 'unknown', reason: 'server-error' }],
    ['token-slow', { status: 'unknown', reason: 'timeout' }],
    ['token-html', { status: 'unknown', reason: 'unexpected-answer' }],
    ['token-redirect', { status: 'unknown', reason: 'unexpected-answer' }],
    ['token-dropped', { status: 'unknown', reason: 'unreachable' }],
    ['manifest-401', { status: 'not-entitled' }],
    ['manifest-402', { status: 'not-entitled' }],
    ['manifest-403', { status: 'not-entitled' }],
    ['manifest-404', { status: 'no-such-tag' }],
    ['manifest-429', { status: 'unknown', reason: 'rate-limited' }],
    ['manifest-451', { status: 'region-restricted' }],
    ['manifest-500', { status: 'unknown', reason: 'server-error' }],
    ['manifest-503', { status: 'unknown', reason: 'server-error' }],
    ['manifest-slow', { status: 'unknown', reason: 'timeout' }],
    ['manifest-html', { status: 'unknown', reason: 'unexpected-answer' }],
    ['manifest-redirect', { status: 'can-pull' }],
    ['manifest-foreign', { status: 'unknown', reason: 'unexpected-answer' }],
    ['manifest-endless', { status: 'unknown', reason: 'unexpected-answer' }],
    ['manifest-dropped', { status: 'unknown', reason: 'unreachable' }],
  ])('says of the image %s exactly %o', async (name, verdict) => {
    expect(await verdictOn({ image: `nvcr.io/nim/stand-in/${name}:1.0.0` })).toEqual(verdict);
  });

  it('asks the registry for the very repository and tag', async () => {
    const before = service.inquiries().length;
    await verdictOn({ image: 'nvcr.io/nim/meta/llama_3.1:1.10-RTX' });
    expect(service.inquiries().slice(before)).toMatchObject([
      { method: 'GET', path: '/proxy_auth' },
      { method: 'HEAD', path: '/v2/nim/meta/llama_3.1/manifests/1.10-RTX' },
    ]);
  });
});

describe('a redirect of the registry', () => {
  it('is followed nowhere when no host is listed', async () => {
    const elsewhere = await startService();
    const registry = { name: 'nvcr.io', url: elsewhere.nvidiaUrl, redirectHosts: [] };
    const service = await startService({ registry });
    const image = 'nvcr.io/nim/stand-in/manifest-redirect:1.0.0';
    const verdict = await (await service.checkPull(entered({ image }))).json();
    await Promise.all([service.stop(), elsewhere.stop()]);
    expect(verdict).toEqual({ status: 'unknown', reason: 'unexpected-answer' });
  });
});

describe('a check that is refused', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ secrets: { 'nim-demo': testKeys.valid.key } });
  });
  afterAll(() => service.stop());

  it.each([
    ['another registry', { image: 'elsewhere.example/nim/meta/llama:1.8.5' }],
    ['a registry that only begins alike', { image: 'nvcr.io.evil.example/nim/meta/llama:1' }],
    ['a login before the registry', { image: 'nvcr.io@evil.example/nim/meta/llama:1' }],
    ['a port of the registry', { image: 'nvcr.io:8443/nim/meta/llama:1' }],
    ['an image that leaves its place', { image: 'nvcr.io/nim/../../v3/keys:1' }],
    ['a query in the tag', { image: 'nvcr.io/nim/meta/llama:1?x=1' }],
    ['a line break', { image: 'nvcr.io/nim/meta/llama:1\r\nx: y' }],
    ['a digest', { image: `nvcr.io/nim/meta/llama@sha256:${'0'.repeat(64)}` }],
    ['no tag', { image: 'nvcr.io/nim/meta/llama' }],
    ['a legacy key', { key: 'bGVnYWN5LWtleQ==' }],
    ['both keys', { use: 'project' }],
    ['an address', { url: 'https://elsewhere.example' }],
    ['a project that leaves its place', { project: '../admin' }],
  ])('for %s, before anybody is asked', async (_what, changes) => {
    const answer = await service.checkPull(entered(changes));
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ kind: 'Status', reason: 'BadRequest' });
    expect(text).not.toMatch(/evil|elsewhere|nvapi-TestKey/);
    expect(service.reviews).toEqual([]);
    expect(service.inquiries()).toEqual([]);
  });

  it.each([
    ['a viewer with a key', entered(), 'vic-token', 403],
    ['a token that Kubernetes refuses', stored(), 'stranger-token', 401],
    ['a Kubernetes that fails', stored(), 'broken-token', 503],
    ['no token', stored(), '', 401],
  ])('for %s, and NVIDIA is not asked', async (_what, body, token, code) => {
    expect((await service.checkPull(body, token)).status).toBe(code);
    expect(service.inquiries()).toEqual([]);
    expect(service.reads).toEqual([]);
  });
});
