import { describe, expect, it } from 'vitest';
import { CALLER_INFO_PATH, createNvidiaStandIn } from './nvidia-stand-in.ts';
import { testKeys, unknownKey } from './test-keys.ts';

const question = (key: string, init: RequestInit = {}): Request =>
  new Request(`http://ngc.example${CALLER_INFO_PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Bearer ${key}`,
    },
    body: new URLSearchParams({ credentials: key }),
    ...init,
  });

const answered = async (request: Request, slowMs?: number): Promise<Response> => {
  const answer = await createNvidiaStandIn(slowMs === undefined ? {} : { slowMs }).handle(request);
  if (answer === 'dropped') {
    throw new Error('expected an answer, the connection was dropped');
  }
  return answer;
};

describe('test keys', () => {
  it.each([...Object.values(testKeys).map(({ key }) => key), unknownKey])(
    '%s has the shape of a real key',
    (key) => {
      expect(key).toMatch(/^nvapi-[A-Za-z0-9_-]{64}$/);
    },
  );

  it('differ from each other, and so do their last four characters', () => {
    const keys = [...Object.values(testKeys).map(({ key }) => key), unknownKey];
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(keys.map((key) => key.slice(-4))).size).toBe(keys.length);
  });

  it('stand in the table under their own names', () => {
    for (const [name, testKey] of Object.entries(testKeys)) {
      expect(testKey.name).toBe(name);
    }
  });
});

describe('the NVIDIA stand-in', () => {
  it('knows a personal key and its owner', async () => {
    const answer = await answered(question(testKeys.valid.key));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      type: 'PERSONAL_KEY',
      user: { email: 'grace.standin@personal-data.example' },
    });
  });

  it('knows a service key, which has no owner', async () => {
    const answer = await answered(question(testKeys.service.key));
    expect(await answer.json()).toMatchObject({ type: 'SERVICE_KEY', user: null });
  });

  it.each([
    ['revoked', 401],
    ['forbidden', 403],
    ['rateLimited', 429],
    ['serverError', 500],
  ] as const)('answers the key %s with %i', async (name, status) => {
    expect((await answered(question(testKeys[name].key))).status).toBe(status);
  });

  it('answers 401 for a key that nobody issued', async () => {
    expect((await answered(question(unknownKey))).status).toBe(401);
  });

  it('answers a slow key rightly, after the delay', async () => {
    const before = performance.now();
    const answer = await answered(question(testKeys.slow.key), 80);
    expect(performance.now() - before).toBeGreaterThan(70);
    expect(answer.status).toBe(200);
  });

  it('stops waiting when the one who asked has left', async () => {
    const left = AbortSignal.timeout(20);
    const before = performance.now();
    await answered(question(testKeys.slow.key, { signal: left }), 5_000);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('sends a page where JSON is expected', async () => {
    const answer = await answered(question(testKeys.html.key));
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('ends its JSON in the middle', async () => {
    await expect((await answered(question(testKeys.truncated.key))).json()).rejects.toThrow(
      SyntaxError,
    );
  });

  it('asks for the connection to be dropped', async () => {
    expect(await createNvidiaStandIn().handle(question(testKeys.dropped.key))).toBe('dropped');
  });

  it.each([
    ['another path', new Request('http://ngc.example/v2/other', { method: 'POST' }), 404],
    ['another method', new Request(`http://ngc.example${CALLER_INFO_PATH}`), 405],
    [
      'a JSON body',
      question(testKeys.valid.key, {
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${testKeys.valid.key}`,
        },
      }),
      415,
    ],
    [
      'a header that does not agree with the form',
      question(testKeys.valid.key, {
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Bearer ${testKeys.otherValid.key}`,
        },
      }),
      400,
    ],
    [
      'no header',
      question(testKeys.valid.key, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      400,
    ],
  ])('refuses %s', async (_what, request, status) => {
    expect((await answered(request)).status).toBe(status);
  });

  it('remembers what it was asked by the name of the key, never by the key', async () => {
    const standIn = createNvidiaStandIn();
    await standIn.handle(question(testKeys.revoked.key));
    await standIn.handle(question(unknownKey));
    expect(standIn.requests()).toEqual([
      { method: 'POST', path: CALLER_INFO_PATH, keyName: 'revoked', answered: 401 },
      { method: 'POST', path: CALLER_INFO_PATH, keyName: 'unknown', answered: 401 },
    ]);
  });
});
