import { describe, expect, it, vi } from 'vitest';
import type { VerifyRequest } from './key-verdict.ts';
import { type KeyAnswer, type SendRequest, verifyKey } from './verify-key.ts';

const asking = (send: SendRequest, signal = new AbortController().signal): Promise<KeyAnswer> =>
  verifyKey({ question: { project: 'nim-demo', key: 'nvapi-some' }, send, signal });

const answered = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<KeyAnswer> => asking(async () => Response.json(body, { status, headers }));

const answeredText = (status: number, text: string): Promise<KeyAnswer> =>
  asking(async () => new Response(text, { status }));

const NOON = Date.UTC(2026, 7, 24, 12);

/** What is answered at a point in time, in milliseconds since 1970. */
const at = async (now: number, answer: Promise<KeyAnswer>): Promise<KeyAnswer> => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  try {
    return await answer;
  } finally {
    vi.useRealTimers();
  }
};

describe('asking about a key', () => {
  it('sends project and key in the body of one request, and nowhere else', async () => {
    const requests: { path: string; request: RequestInit }[] = [];
    const { signal } = new AbortController();
    await asking(async (path, request) => {
      requests.push({ path, request });
      return Response.json({ status: 'valid' });
    }, signal);
    expect(requests).toEqual([
      {
        path: '/nim-wizard/api/v1/keys/verify',
        request: {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: '{"project":"nim-demo","key":"nvapi-some"}',
          signal,
        },
      },
    ]);
  });

  it.each<VerifyRequest>([
    { project: 'nim-demo', use: 'project' },
    { project: 'nim-demo', use: 'older' },
  ])('sends no key to ask about a stored one: %o', async (question) => {
    const bodies: unknown[] = [];
    const send: SendRequest = async (_path, { body }) => {
      bodies.push(JSON.parse(String(body)));
      return Response.json({ status: 'valid' });
    };
    await verifyKey({ question, send, signal: new AbortController().signal });
    expect(bodies).toEqual([question]);
  });

  it.each([
    { status: 'valid' },
    { status: 'rejected' },
    { status: 'cannot-be-checked' },
    { status: 'unknown', reason: 'no-stored-key' },
    { status: 'unknown', reason: 'timeout' },
    { status: 'unknown', reason: 'rate-limited' },
  ])("hands on the service's verdict %o", async (verdict) => {
    expect(await answered(200, verdict)).toEqual(verdict);
  });

  it.each([{ status: 'invalid' }, {}, [], null])(
    'does not blame NVIDIA for a verdict %j that nobody knows',
    async (body) => {
      expect(await answered(200, body)).toMatchObject({ status: 'not-asked' });
    },
  );

  it('does not blame NVIDIA for a page instead of a verdict', async () => {
    expect(await answeredText(200, '<h1>Sign in</h1>')).toMatchObject({ status: 'not-asked' });
  });

  it('does not blame NVIDIA when the dashboard did not answer', async () => {
    const outcome = await asking(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(outcome).toEqual({ status: 'not-asked', message: 'The dashboard did not answer.' });
  });

  it('does not blame NVIDIA when the answer breaks off', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('reset')) });
    expect(await asking(async () => new Response(broken))).toMatchObject({ status: 'not-asked' });
  });

  it('says that the session has ended', async () => {
    expect(await answeredText(401, '')).toEqual({ status: 'signed-out' });
  });

  it.each([
    ['30', 30],
    ['Fri, 21 Aug 2026 12:00:00 GMT', 60],
    ['0', 60],
    ['-1', 60],
  ])('says until when to wait when told to retry after %s', async (after, seconds) => {
    expect(await at(NOON, answered(429, {}, { 'Retry-After': after }))).toEqual({
      status: 'too-many',
      until: NOON + seconds * 1000,
    });
  });

  it('says to wait a minute when not told how long', async () => {
    expect(await at(NOON, answeredText(429, 'slow down'))).toEqual({
      status: 'too-many',
      until: NOON + 60_000,
    });
  });

  it("says what is forbidden in Kubernetes' words", async () => {
    const status = { kind: 'Status', code: 403, message: 'secrets is forbidden' };
    expect(await answered(403, status)).toEqual({
      status: 'forbidden',
      message: 'secrets is forbidden',
    });
  });

  it('says that it is forbidden, also without words', async () => {
    expect(await answeredText(403, '<h1>Forbidden</h1>')).toEqual({
      status: 'forbidden',
      message: '',
    });
  });

  it.each([400, 413, 500])('says why nobody was asked: %i with a Status', async (code) => {
    expect(await answered(code, { kind: 'Status', code, message: 'no project' })).toEqual({
      status: 'not-asked',
      message: 'no project',
    });
  });

  it.each([
    [404, ''],
    [502, '<h1>Bad gateway</h1>'],
    [503, '{}'],
  ])("says that the plugin's service is not there: %i %j", async (code, text) => {
    expect(await answeredText(code, text)).toEqual({
      status: 'not-asked',
      message: `The service answered ${code}.`,
    });
  });
});

describe('a question that nobody waits for any more', () => {
  it('ends with the error of the abort before an answer', async () => {
    const controller = new AbortController();
    const outcome = asking(
      (_path, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
      controller.signal,
    );
    controller.abort();
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends with the error of the abort within an answer', async () => {
    const controller = new AbortController();
    const outcome = asking(async () => {
      const body = new ReadableStream({
        start: (stream) => {
          controller.signal.addEventListener('abort', () => stream.error(controller.signal.reason));
        },
      });
      return new Response(body);
    }, controller.signal);
    setTimeout(() => controller.abort(), 0);
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' });
  });
});
