import { describe, expect, it } from 'vitest';
import { createNvidiaStandIn } from './nvidia-stand-in.ts';
import { standInModel, type StandInCatalog } from './stand-in-catalog.ts';
import { testKeys } from './test-keys.ts';

const facts = { name: 'llama', namespace: 'nim/meta', tags: ['1.0.0'], latestTag: '1.0.0' };
const REPOSITORY = '/v2/org/nim/team/meta/repos/llama?resolve-labels=true';

const ask = async (
  catalog: Partial<StandInCatalog>,
  path: string,
  key?: string,
): Promise<Response> => {
  const standIn = createNvidiaStandIn({ catalog: { models: [standInModel(facts)], ...catalog } });
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const answer = await standIn.handle(new Request(`http://ngc.example${path}`, { headers }));
  if (answer === 'dropped') {
    throw new Error('expected an answer');
  }
  return answer;
};

const search = (page: number): string =>
  `/v2/search/catalog/resources/CONTAINER?q=${encodeURIComponent(
    JSON.stringify({ query: 'orgName:nim', page, pageSize: 1000 }),
  )}`;

describe("the stand-in's catalog", () => {
  it('shows models in groups with the same resources, without a key', async () => {
    const page = await (await ask({}, search(0))).json();
    expect(page).toMatchObject({
      params: { page: 0 },
      resultPageTotal: 1,
      results: [
        { groupValue: '_scored', resources: [{ resourceId: 'nim/meta/llama' }] },
        { groupValue: 'CONTAINER', resources: [{ resourceId: 'nim/meta/llama' }] },
      ],
    });
  });

  it('is in pages', async () => {
    const models = ['a', 'b', 'c'].map((name) => standInModel({ ...facts, name }));
    const page = await (await ask({ models, pageSize: 2 }, search(1))).json();
    expect(page).toMatchObject({
      resultPageTotal: 2,
      results: [{ resources: [{ name: 'c' }] }, { resources: [{ name: 'c' }] }],
    });
  });

  it('refuses a search that is not understood', async () => {
    expect((await ask({}, '/v2/search/catalog/resources/CONTAINER?q=x')).status).toBe(400);
  });

  it.each([
    ['a known key', testKeys.valid.key, 200],
    ['no key', undefined, 401],
    ['a revoked key', testKeys.revoked.key, 401],
  ])('has repositories for %s: %s -> %i', async (_what, key, status) => {
    expect((await ask({}, REPOSITORY, key)).status).toBe(status);
  });

  it('answers 404 for a repository that is not there', async () => {
    const path = REPOSITORY.replace('llama', 'other');
    expect((await ask({}, path, testKeys.valid.key)).status).toBe(404);
  });

  it('hides a restricted model from the EU, with an empty body', async () => {
    const models = [standInModel({ ...facts, euRestricted: true })];
    const hidden = await ask({ models, callerIn: 'eu' }, REPOSITORY, testKeys.valid.key);
    expect([hidden.status, await hidden.text()]).toEqual([451, '']);
    expect((await ask({ models }, REPOSITORY, testKeys.valid.key)).status).toBe(200);
  });

  it('knows the GPU needs of models that have them, and 404 for others', async () => {
    const path = '/v2/nim/metadata?resourceId=nim/meta/llama&tag=1.0.0';
    expect((await ask({}, path)).status).toBe(404);
    const models = [{ ...standInModel(facts), profiles: [{ profile_id: 'x' }] }];
    expect(await (await ask({ models }, path)).json()).toEqual({ profiles: [{ profile_id: 'x' }] });
    expect((await ask({ models }, path.replace('1.0.0', '2.0.0'))).status).toBe(404);
  });

  it('gets over a trouble that was to come only so often', async () => {
    const model = standInModel(facts);
    const repository = { instead: { kind: 'error', status: 500 }, times: 1 } as const;
    const standIn = createNvidiaStandIn({ catalog: { models: [{ ...model, repository }] } });
    const askOnce = async (): Promise<number | 'dropped'> => {
      const headers = { authorization: `Bearer ${testKeys.valid.key}` };
      const request = new Request(`http://ngc.example${REPOSITORY}`, { headers });
      const answer = await standIn.handle(request);
      return answer === 'dropped' ? answer : answer.status;
    };
    const statuses = [await askOnce(), await askOnce()];
    expect(statuses).toEqual([500, 200]);
  });
});
