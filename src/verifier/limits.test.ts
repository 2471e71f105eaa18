import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { startService, type RunningService } from './running-service.fixture.ts';

const asking = (key: string): { project: string; key: string } => ({ project: 'nim-demo', key });

/** Questions that nobody has answered yet, whatever the machine's speed. */
const waitingFor = (
  questions: Promise<Response>[],
): { answers: Promise<Response[]>; areAllWaiting: () => boolean } => {
  let answered = 0;
  const answers = questions.map(async (question) => {
    const answer = await question;
    answered += 1;
    return answer;
  });
  return { answers: Promise.all(answers), areAllWaiting: () => answered === 0 };
};

describe('when an upstream is away', () => {
  const running: RunningService[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((service) => service.stop()));
  });
  const started = async (...args: Parameters<typeof startService>): Promise<RunningService> => {
    const service = await startService(...args);
    running.push(service);
    return service;
  };

  it('nobody can tell when NVIDIA cannot be reached', async () => {
    const service = await started({ ngcUrl: 'http://127.0.0.1:9' });
    const answer = await service.verify(asking(testKeys.valid.key));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'unknown', reason: 'unreachable' });
  });

  it('answers 503 when Kubernetes cannot be reached', async () => {
    const service = await started({ kubernetesUrl: 'http://127.0.0.1:9' });
    expect((await service.verify(asking(testKeys.valid.key))).status).toBe(503);
  });

  it('answers within its time limit while NVIDIA hangs', async () => {
    const service = await started({ timeLimitMs: 800 });
    const answer = await service.verify(asking(testKeys.slow.key));
    expect(await answer.json()).toEqual({ status: 'unknown', reason: 'timeout' });
  });

  it('serves others while NVIDIA hangs', async () => {
    const service = await started({ timeLimitMs: 3_000 });
    const hanging = waitingFor([service.verify(asking(testKeys.slow.key))]);
    const answer = await service.verify(asking(testKeys.valid.key), 'pat-token');
    expect(await answer.json()).toEqual({ status: 'valid' });
    expect(hanging.areAllWaiting()).toBe(true);
    await hanging.answers;
  });

  it('stops asking NVIDIA when the user has left', async () => {
    const service = await started({});
    const leaving = fetch(`${service.url}/api/v1/keys/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer ada-token' },
      body: JSON.stringify(asking(testKeys.slow.key)),
      signal: AbortSignal.timeout(300),
    });
    await expect(leaving).rejects.toThrow('aborted');
    await vi.waitFor(() => expect(service.inquiries()).toHaveLength(1), 2_000);
  });

  it('asks NVIDIA no more at once than it may, and serves files meanwhile', async () => {
    const service = await started({ nvidiaAtOnce: 2, timeLimitMs: 3_000 });
    const hanging = waitingFor(
      ['ada-token', 'pat-token', 'nameless-token'].flatMap((token) => [
        service.verify(asking(testKeys.slow.key), token),
        service.verify(asking(testKeys.slow.key), token),
      ]),
    );
    await vi.waitFor(() => expect(service.nvidiaAtOnce()).toBe(2));
    const health = await fetch(`${service.url}/healthz`);
    expect(health.status).toBe(200);
    expect(hanging.areAllWaiting()).toBe(true);
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    expect(service.nvidiaAtOnce()).toBe(2);
    for (const answer of await hanging.answers) {
      expect(await answer.json()).toEqual({ status: 'unknown', reason: 'timeout' });
    }
  });

  it.each(['ada-token', 'nameless-token'])(
    'lets others through while NVIDIA hangs for all questions of %s',
    async (token) => {
      const service = await started({ nvidiaAtOnce: 8, timeLimitMs: 3_000 });
      const hanging = waitingFor(
        Array.from({ length: 12 }, () => service.verify(asking(testKeys.slow.key), token)),
      );
      await vi.waitFor(() => expect(service.nvidiaAtOnce()).toBe(2));
      const others = await Promise.all(
        Array.from({ length: 12 }, () => service.verify(asking(testKeys.valid.key), 'pat-token')),
      );
      expect(hanging.areAllWaiting()).toBe(true);
      for (const answer of others) {
        expect(await answer.json()).toEqual({ status: 'valid' });
      }
      await hanging.answers;
    },
  );

  it('cuts off a request that trickles in', async () => {
    const service = await started({ timeLimitMs: 300 });
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.write('POST /api/v1/keys/verify HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ada-token');
    socket.write('\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{');
    const received = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('close', () => resolve(text));
    });
    expect(received).toContain('408');
  });
});

describe('too many attempts', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({ attemptsPerMinute: 3 });
  });
  afterAll(() => service.stop());

  it('of one user have to wait, others have not', async () => {
    const attempt = (token: string): Promise<Response> =>
      service.verify(asking(testKeys.valid.key), token);
    await service.verify({ project: 'nim-demo', key: 'legacy' });
    for (const _ of [1, 2, 3]) {
      expect((await attempt('ada-token')).status).toBe(200);
    }
    const refused = await attempt('ada-token');
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({
      kind: 'Status',
      reason: 'TooManyRequests',
      details: { retryAfterSeconds: seconds },
    });
    expect((await attempt('pat-token')).status).toBe(200);
    expect(service.inquiries()).toHaveLength(4);
  });
});

describe('the limit of a user', () => {
  it('holds for all tokens of that user together', async () => {
    const service = await startService({ attemptsPerMinute: 3 });
    const attempt = async (token: string): Promise<number> =>
      (await service.verify(asking(testKeys.valid.key), token)).status;
    const codes = [
      await attempt('ada-token'),
      await attempt('ada-token'),
      await attempt('ada-second-token'),
      await attempt('ada-second-token'),
      await attempt('pat-token'),
    ];
    await service.stop();
    expect(codes).toEqual([200, 200, 200, 429, 200]);
    expect(service.inquiries()).toHaveLength(4);
  });

  it('holds for the token when Kubernetes does not name the user', async () => {
    const service = await startService({ attemptsPerMinute: 1 });
    const attempt = async (): Promise<number> =>
      (await service.verify(asking(testKeys.valid.key), 'nameless-token')).status;
    const codes = [await attempt(), await attempt()];
    await service.stop();
    expect(codes).toEqual([200, 429]);
  });

  it('counts checks of pulls apart from verifications', async () => {
    const service = await startService({ attemptsPerMinute: 1 });
    const image = 'nvcr.io/nim/meta/llama:1.8.5';
    const pull = { ...asking(testKeys.valid.key), image };
    const codes = [
      (await service.checkPull(pull)).status,
      (await service.verify(asking(testKeys.valid.key))).status,
      (await service.checkPull(pull)).status,
    ];
    await service.stop();
    expect(codes).toEqual([200, 200, 429]);
  });
});

describe('the limit of all users', () => {
  it('says how long to wait, and counts only what NVIDIA would be asked', async () => {
    const service = await startService({ totalAttemptsPerMinute: 2 });
    const attempt = (token: string): Promise<Response> =>
      service.verify(asking(testKeys.valid.key), token);
    const codes = [
      (await attempt('vic-token')).status,
      (await attempt('ada-token')).status,
      (await attempt('pat-token')).status,
    ];
    const refused = await attempt('nameless-token');
    await service.stop();
    expect(codes).toEqual([403, 200, 200]);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      message: expect.stringContaining('all users together'),
    });
    expect(service.inquiries()).toHaveLength(2);
  });
});
