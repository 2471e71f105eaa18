import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import type { StoredKeyUse } from '../apiKey/key-verdict.ts';
import type { AccessReviewer } from './access-review.ts';
import type { Kubernetes, KubernetesAnswer } from './kubernetes.ts';
import { startService, type RunningService } from './running-service.fixture.ts';
import { readStoredKey, type StoredKey } from './stored-key.ts';

const image = 'nvcr.io/nim/meta/llama:1.8.5';
const legacy = 'bGVnYWN5LWtleQ==';

const routes = ['verify', 'check-pull'] as const;
const uses = [
  ['project', 'nim-api-key'],
  ['older', 'nvidia-nim-secrets'],
] as const satisfies [StoredKeyUse, string][];
const everyWay = routes.flatMap((route) =>
  uses.map(([use, secret]) => ({ route, use, secret }) as const),
);

type Way = Pick<(typeof everyWay)[number], 'route' | 'use'>;

describe('asking with a key that the project has', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService({
      secrets: {
        'nim-demo': testKeys.valid.key,
        'nim-demo/nvidia-nim-secrets': testKeys.service.key,
        revoked: testKeys.revoked.key,
        'revoked/nvidia-nim-secrets': testKeys.revoked.key,
        legacy,
        'legacy/nvidia-nim-secrets': legacy,
      },
    });
  });
  afterAll(() => service.stop());

  const send = ({ route, use }: Way, project: string, token?: string): Promise<Response> =>
    route === 'verify'
      ? service.verify({ project, use }, token)
      : service.checkPull({ project, use, image }, token);
  const answerOn = async (way: Way, project: string, token?: string): Promise<unknown> => {
    const answer = await send(way, project, token);
    expect(answer.status).toBe(200);
    return answer.json();
  };

  it.each(everyWay)('$route, $use: says what NVIDIA says of it', async (way) => {
    const [good, bad] =
      way.route === 'verify' ? ['valid', 'rejected'] : ['can-pull', 'not-entitled'];
    expect(await answerOn(way, 'nim-demo')).toEqual({ status: good });
    expect(await answerOn(way, 'revoked')).toEqual({ status: bad });
  });

  it.each(everyWay)('$route, $use: says that there is none that can be used', async (way) => {
    const none = { status: 'unknown', reason: 'no-stored-key' };
    expect(await answerOn(way, 'legacy')).toEqual(none);
    expect(await answerOn(way, 'empty')).toEqual(none);
  });

  it.each(everyWay)(
    '$route, $use: reads that one Secret, as the user, once Kubernetes allows it',
    async ({ secret, ...way }) => {
      service.reads.length = 0;
      service.reviews.length = 0;
      await answerOn(way, 'nim-demo', 'pat-token');
      const resourceAttributes = {
        namespace: 'nim-demo',
        verb: 'get',
        resource: 'secrets',
        name: secret,
      };
      expect(service.reviews).toMatchObject([
        { token: 'pat-token', body: { spec: { resourceAttributes } } },
      ]);
      expect(service.reads).toEqual([
        { token: 'pat-token', path: `/api/v1/namespaces/nim-demo/secrets/${secret}` },
      ]);
    },
  );

  it.each(everyWay)('$route, $use: reads nothing for who may not read it', async (way) => {
    service.reads.length = 0;
    const asked = service.inquiries().length;
    expect(await answerOn(way, 'nim-demo', 'vic-token')).toEqual({ status: 'cannot-be-checked' });
    expect(service.reads).toEqual([]);
    expect(service.inquiries()).toHaveLength(asked);
  });

  it.each(everyWay)('$route, $use: asks nobody for who has just lost the right', async (way) => {
    const asked = service.inquiries().length;
    expect(await answerOn(way, 'nim-demo', 'late-token')).toEqual({ status: 'cannot-be-checked' });
    expect(service.inquiries()).toHaveLength(asked);
  });

  it.each(everyWay)('$route, $use: is refused when Kubernetes does not decide', async (way) => {
    service.reads.length = 0;
    expect((await send(way, 'nim-demo', 'stranger-token')).status).toBe(401);
    expect((await send(way, 'nim-demo', 'broken-token')).status).toBe(503);
    expect(service.reads).toEqual([]);
  });

  it('leaves nothing of the key in the log', () => {
    const { key } = testKeys.valid;
    const spellings = [key, btoa(key), key.slice(10, 22), btoa(key).slice(8, 40), 'NGC_API_KEY'];
    expect(service.log().split('"msg":"attempt"').length).toBeGreaterThan(20);
    expect(spellings.filter((spelling) => service.log().includes(spelling))).toEqual([]);
  });
});

const { signal } = new AbortController();
const everybodyMay = {
  mayReadSecret: async () => ({ status: 'allowed' }),
  mayCreateSecrets: async () => ({ status: 'denied' }),
} satisfies AccessReviewer;

/** What is read where Kubernetes answers so. */
const readFrom = (answer: KubernetesAnswer): Promise<StoredKey> => {
  const kubernetes: Kubernetes = { ask: async () => answer, close: async () => undefined };
  const asked = { token: 't', project: 'nim-demo', use: 'older', signal } as const;
  return readStoredKey({ kubernetes, reviewer: everybodyMay }, asked);
};

const answered = (code: number, body: unknown): KubernetesAnswer => ({
  status: 'answered',
  code,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('a Secret with a key', () => {
  const { key } = testKeys.valid;
  const found = { status: 'found', key };
  const other = btoa(testKeys.otherValid.key);

  it.each([
    ['under NGC_API_KEY', { NGC_API_KEY: btoa(key) }],
    ['under api_key', { api_key: btoa(key) }],
    ['under both: the one that a NIM reads', { api_key: other, NGC_API_KEY: btoa(key) }],
    ['with the line break that it was made with', { api_key: btoa(`${key}\n`) }],
    ['beside other members', { api_key: btoa(key), api_key_updated: btoa('today') }],
  ])('is read %s', async (_what, data) => {
    expect(await readFrom(answered(200, { kind: 'Secret', data }))).toEqual(found);
  });

  it.each([
    ['no data', { kind: 'Secret' }],
    ['no such member', { kind: 'Secret', data: { token: btoa(key) } }],
    ['an empty member', { kind: 'Secret', data: { api_key: '' } }],
    ['a legacy key', { kind: 'Secret', data: { api_key: btoa(legacy) } }],
    ['what is no base64', { kind: 'Secret', data: { api_key: '%%%' } }],
    ['a page', '<h1>Sign in</h1>'],
  ])('holds none with %s', async (_what, body) => {
    expect(await readFrom(answered(200, body))).toEqual({ status: 'absent' });
  });

  it.each([
    [401, { status: 'not-signed-in' }],
    [403, { status: 'denied' }],
    [404, { status: 'absent' }],
    [500, { status: 'unavailable', cause: 'HTTP 500' }],
    [302, { status: 'unavailable', cause: 'HTTP 302' }],
  ])('is not read from a %i', async (code, reading) => {
    expect(await readFrom(answered(code, { kind: 'Status' }))).toEqual(reading);
  });

  it('is not read from a Kubernetes that does not answer', async () => {
    const away = { status: 'unavailable', cause: 'ECONNREFUSED' } as const;
    expect(await readFrom(away)).toEqual(away);
  });
});
