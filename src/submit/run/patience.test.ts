import { describe, expect, it } from 'vitest';
import { errorOf, memoryCluster } from './memory-cluster.factory.ts';
import { isPassing, tryAgain, withPatience } from './patience.ts';

const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a', namespace: 'nim-demo' } };

describe('a cluster with patience', () => {
  it('takes an answer that does not come for one that was lost, and gives the request up', async () => {
    let signal: AbortSignal | undefined;
    const { client } = memoryCluster();
    const patient = withPatience(
      {
        ...client,
        create: (_object, options) => {
          signal = options?.signal;
          return new Promise(() => {});
        },
      },
      { answer: 10, pauses: [], undo: 10 },
    );
    expect(await patient.create(object)).toMatchObject({
      status: 'failed',
      error: { kind: 'unreachable', message: 'no answer within 0.01 seconds' },
    });
    expect(signal?.aborted).toBe(true);
  });

  it('hands on what is answered in time', async () => {
    const patient = withPatience(memoryCluster().client, { answer: 10_000, pauses: [], undo: 10 });
    expect(await patient.create(object)).toMatchObject({ status: 'ok' });
  });
});

describe('trying again', () => {
  it('ends as soon as it is settled, or after the last pause', async () => {
    let tries = 0;
    const attempt = async (): Promise<number> => (tries += 1);
    const patience = { answer: 1, pauses: [0, 0, 0], undo: 1 };
    expect(await tryAgain(attempt, (answer) => answer === 2, patience)).toBe(2);
    expect(await tryAgain(attempt, () => false, patience)).toBe(6);
  });
});

describe('what may be answered otherwise in a moment', () => {
  it.each([
    [errorOf('unreachable'), true],
    [{ ...errorOf('other'), code: 429 }, true],
    [{ ...errorOf('other'), code: 503 }, true],
    [{ ...errorOf('other'), code: 400 }, false],
    [errorOf('forbidden'), false],
  ])('is what is lost, too much, or the server’s own trouble: %#', (error, passes) => {
    expect(isPassing(error)).toBe(passes);
  });
});
