import { describe, expect, it } from 'vitest';
import { createNvidiaStandIn, type NvidiaStandIn } from './nvidia-stand-in.ts';
import { testKeys, unknownKey } from './test-keys.ts';

const HOST = 'http://registry.example';
const ACCEPT = 'application/vnd.oci.image.index.v1+json';

const answerOf = async (standIn: NvidiaStandIn, request: Request): Promise<Response> => {
  const answer = await standIn.handle(request);
  if (answer === 'dropped') {
    throw new Error('dropped');
  }
  return answer;
};

const askToken = (standIn: NvidiaStandIn, key: string, repository: string): Promise<Response> =>
  answerOf(
    standIn,
    new Request(`${HOST}/proxy_auth?account=$oauthtoken&scope=repository:${repository}:pull`, {
      headers: { authorization: `Basic ${btoa(`$oauthtoken:${key}`)}` },
    }),
  );

const askManifest = async (
  standIn: NvidiaStandIn,
  repository: string,
  options: { key?: string; of?: string } = {},
): Promise<Response> => {
  const key = options.key ?? testKeys.valid.key;
  const given = await askToken(standIn, key, options.of ?? repository);
  const { token } = (await given.json()) as { token: string };
  return answerOf(
    standIn,
    new Request(`${HOST}/v2/${repository}/manifests/1.8.5`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${token}`, accept: ACCEPT },
    }),
  );
};

describe("the stand-in for NVIDIA's registry", () => {
  it('gives a known key a token, and for the token the manifest', async () => {
    const answer = await askManifest(createNvidiaStandIn(), 'nim/meta/llama');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(ACCEPT);
  });

  it('gives an unknown key none', async () => {
    const answer = await askToken(createNvidiaStandIn(), unknownKey, 'nim/meta/llama');
    expect(answer.status).toBe(401);
  });

  it('takes a token for its own repository only', async () => {
    const answer = await askManifest(createNvidiaStandIn(), 'nim/meta/llama', { of: 'nim/meta/x' });
    expect(answer.status).toBe(401);
  });

  it('refuses a manifest without a token', async () => {
    const request = new Request(`${HOST}/v2/nim/meta/llama/manifests/1`, { method: 'HEAD' });
    expect((await answerOf(createNvidiaStandIn(), request)).status).toBe(401);
  });

  it('refuses every image to the key that is not entitled', async () => {
    const { key } = testKeys.notEntitled;
    const answer = await askManifest(createNvidiaStandIn(), 'nim/meta/llama', { key });
    expect(answer.status).toBe(403);
  });

  it.each([401, 402, 403, 404, 429, 451, 500, 503])(
    'answers %i for the image that is named after it',
    async (status) => {
      const answer = await askManifest(createNvidiaStandIn(), `nim/stand-in/manifest-${status}`);
      expect(answer.status).toBe(status);
    },
  );

  it('names the key and never repeats it', async () => {
    const standIn = createNvidiaStandIn();
    await askManifest(standIn, 'nim/meta/llama');
    expect(standIn.requests()).toEqual([
      { method: 'GET', path: '/proxy_auth', keyName: 'valid', answered: 200 },
      {
        method: 'HEAD',
        path: '/v2/nim/meta/llama/manifests/1.8.5',
        keyName: 'valid',
        answered: 200,
      },
    ]);
  });
});
