import { afterEach, describe, expect, it } from 'vitest';
import { CALLER_INFO_PATH, createNvidiaStandIn } from './nvidia-stand-in.ts';
import { serveNvidiaStandIn } from './serve.node.ts';
import { testKeys } from './test-keys.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const ask = async (key: string): Promise<Response> => {
  const { url, stop } = await serveNvidiaStandIn(createNvidiaStandIn());
  stops.push(stop);
  return fetch(`${url}${CALLER_INFO_PATH}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams({ credentials: key }),
    redirect: 'manual',
  });
};

describe('the NVIDIA stand-in over HTTP', () => {
  it('answers as the function does', async () => {
    const answer = await ask(testKeys.valid.key);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ type: 'PERSONAL_KEY' });
  });

  it('passes on status and headers', async () => {
    const answer = await ask(testKeys.rateLimited.key);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('30');
  });

  it('closes the connection for the key that asks for it', async () => {
    await expect(ask(testKeys.dropped.key)).rejects.toThrow('fetch failed');
  });
});
