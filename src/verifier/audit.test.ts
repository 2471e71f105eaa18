import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { startService, type RunningService } from './running-service.fixture.ts';

const key = testKeys.valid.key;
const image = 'nvcr.io/nim/meta/llama:1.8.5';
const asked = { project: 'nim-demo', key };

describe('the audit line', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ logLevel: 'error', attemptsPerMinute: 5 });
  });
  afterAll(() => service.stop());

  /** The lines that were written since; an answer is out a moment before its line. */
  const linesOf = async (attempt: () => Promise<unknown>): Promise<Record<string, unknown>[]> => {
    const before = service.audit().length;
    await attempt();
    await vi.waitFor(() => expect(service.audit().length).toBeGreaterThan(before), 2_000);
    return service.audit().slice(before);
  };

  it.each([
    ['a verified key', () => service.verify(asked, 'ada-token'), 'ada', { status: 'valid' }],
    [
      'a rejected key',
      () => service.verify({ ...asked, key: testKeys.revoked.key }, 'pat-token'),
      'pat',
      { status: 'rejected' },
    ],
    [
      'a viewer',
      () => service.verify(asked, 'vic-token'),
      'vic',
      { status: 'refused', reason: 'Forbidden' },
    ],
    [
      'a user whom Kubernetes does not name',
      () => service.verify(asked, 'nameless-token'),
      'unknown',
      { status: 'valid' },
    ],
    [
      'a Kubernetes that fails',
      () => service.verify(asked, 'broken-token'),
      'broken',
      { status: 'refused', reason: 'ServiceUnavailable', cause: 'HTTP 500' },
    ],
  ])(
    'says who asked for which project and what came of it: %s',
    async (_, attempt, user, verdict) => {
      expect(await linesOf(attempt)).toEqual([
        {
          level: 30,
          time: expect.any(Number),
          audit: true,
          action: 'verify',
          user,
          project: 'nim-demo',
          verdict,
          ms: expect.any(Number),
          msg: 'attempt',
        },
      ]);
    },
  );

  it('names a check of a pull by its own name', async () => {
    const lines = await linesOf(() => service.checkPull({ ...asked, image }));
    expect(lines).toMatchObject([{ action: 'check-pull', verdict: { status: 'can-pull' } }]);
  });

  it.each([
    ['no token', '', asked, { status: 'refused', reason: 'Unauthorized' }],
    ['a body that is no question', 'ada-token', {}, { status: 'refused', reason: 'BadRequest' }],
    ['broken JSON', 'ada-token', '{', { status: 'refused', reason: 'HTTP 400' }],
    ['a large body', 'ada-token', ' '.repeat(5_000), { status: 'refused', reason: 'HTTP 413' }],
  ])('is written for what cannot be read, too: %s', async (_what, token, body, verdict) => {
    const lines = await linesOf(() => service.verify(body, token));
    expect(lines).toMatchObject([{ user: 'unknown', project: 'unknown', verdict }]);
  });

  it('is written for one attempt too many', async () => {
    const lines = await linesOf(async () => {
      for (const _ of Array.from({ length: 6 })) {
        await service.verify(asked, 'ada-second-token');
      }
    });
    await vi.waitFor(() => {
      expect(service.audit().at(-1)).toMatchObject({
        verdict: { status: 'refused', reason: 'TooManyRequests' },
      });
    });
    expect(lines[0]).toMatchObject({ user: 'ada' });
  });

  it('is written for a user who does not wait', async () => {
    const lines = await linesOf(() =>
      fetch(`${service.url}/api/v1/keys/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer pat-token' },
        body: JSON.stringify({ ...asked, key: testKeys.slow.key }),
        signal: AbortSignal.timeout(200),
      }).catch(() => undefined),
    );
    expect(lines).toMatchObject([
      { user: 'pat', project: 'nim-demo', verdict: { status: 'left' } },
    ]);
  });

  it('has nothing of a key', () => {
    expect(service.log()).not.toMatch(/nvapi|TestKey|[a-z]+-token/);
  });
});

describe('the audit line at log level silent', () => {
  it('is not written', async () => {
    const service = await startService({ logLevel: 'silent' });
    await service.verify(asked);
    await service.stop();
    expect(service.log()).toBe('');
  });
});
