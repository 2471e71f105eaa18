import { describe, expect, it } from 'vitest';
import { listAt, type JsonObject } from '../../embedded/cluster/json.ts';
import type { Asked } from '../contract-cluster.ts';
import {
  create,
  deployment,
  failureOf,
  get,
  given,
  inferenceService,
  merge,
  meta,
  paths,
  remove,
  replace,
  secret,
  service,
  tryCreate,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const asking = (kind: string, rest = ',application/json') => ({
  accept: `application/json;as=${kind};g=meta.k8s.io;v=v1${rest}`,
});
const one = (asked: Asked): Asked => ({ ...asked, ...asking('PartialObjectMetadata') });
const many = (asked: Asked): Asked => ({ ...asked, ...asking('PartialObjectMetadataList') });

const withKey = (name: string, own: JsonObject = {}) =>
  secret(name, { data: { key: 'c2VjcmV0' } }, { labels: { made: 'here' }, ...own });
const isMetadataOnly = (body: JsonObject) =>
  expect(Object.keys(body).toSorted()).toEqual(['apiVersion', 'kind', 'metadata']);

export const metadataOnly: Contract = (cluster) => {
  describe('an object of which only the metadata is asked for', () => {
    it('comes without its content from every kind of request', async () => {
      const path = `${paths.secrets}/partial`;
      const answers = [
        await cluster().ask('ada', one(tryCreate(paths.secrets, withKey('partial')))),
        await cluster().ask('ada', one(create(paths.secrets, withKey('partial')))),
        await cluster().ask('ada', one(get(path))),
        await cluster().ask('ada', one(replace(path, withKey('partial')))),
        await cluster().ask('ada', one(merge(path, { data: { more: 'c2VjcmV0' } }))),
      ];
      expect(answers.map(({ code }) => code)).toEqual([201, 201, 200, 200, 200]);
      for (const answer of answers) {
        isMetadataOnly(answer.body);
        expect(answer.body).toMatchObject({
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: { name: 'partial', namespace: 'nim-demo', labels: { made: 'here' } },
        });
        expect(meta(answer)['uid']).toMatch(/^[0-9a-f-]{36}$/);
      }
      const whole = await cluster().ask('ada', get(path));
      expect(whole.body['data']).toEqual({ key: 'c2VjcmV0', more: 'c2VjcmV0' });
    });

    it('is deleted with a Status', async () => {
      await given(cluster(), 'ada', paths.secrets, withKey('partly-gone'));
      const answer = await cluster().ask('ada', one(remove(`${paths.secrets}/partly-gone`)));
      expect([answer.code, answer.body['kind'], answer.body['status']]).toEqual([
        200,
        'Status',
        'Success',
      ]);
    });

    it('is refused as any other, with a Status', async () => {
      await given(cluster(), 'ada', paths.secrets, withKey('there'));
      const answers = [
        await cluster().ask('ada', one(get(`${paths.secrets}/not-there`))),
        await cluster().ask('ada', one(create(paths.secrets, withKey('there')))),
        await cluster().ask('vic', one(get(`${paths.secrets}/there`))),
      ];
      expect(answers.map(failureOf)).toEqual([
        '404 NotFound',
        '409 AlreadyExists',
        '403 Forbidden',
      ]);
    });

    it('may be a custom resource', async () => {
      const body = inferenceService('partial');
      const answer = await cluster().ask('ada', one(create(paths.inferenceServices, body)));
      expect([answer.code, meta(answer)['name']]).toEqual([201, 'partial']);
      isMetadataOnly(answer.body);
    });

    it('is in a list of such', async () => {
      await given(cluster(), 'ada', paths.secrets, withKey('in-list', { labels: { of: 'two' } }));
      const path = `${paths.secrets}?labelSelector=of%3Dtwo`;
      const { code, body } = await cluster().ask('ada', many(get(path)));
      expect([code, body['kind'], body['apiVersion']]).toEqual([
        200,
        'PartialObjectMetadataList',
        'meta.k8s.io/v1',
      ]);
      const items = listAt(body, 'items') as JsonObject[];
      expect(items.map(({ kind, metadata }) => [kind, metadata])).toEqual([
        ['PartialObjectMetadata', expect.objectContaining({ name: 'in-list' })],
      ]);
      items.forEach(isMetadataOnly);
    });

    it('may be a workload or its service, in a list', async () => {
      const labels = { 'serving.kserve.io/inferenceservice': 'llama' };
      await given(cluster(), 'ada', paths.services, service('llama-predictor', { labels }));
      await given(cluster(), 'ada', paths.deployments, deployment('llama-predictor', { labels }));
      for (const path of [paths.services, paths.deployments]) {
        const { code, body } = await cluster().ask('vic', many(get(path)));
        const items = listAt(body, 'items') as JsonObject[];
        expect([code, items.map(({ metadata }) => metadata)]).toEqual([
          200,
          [expect.objectContaining({ name: 'llama-predictor', labels })],
        ]);
        items.forEach(isMetadataOnly);
      }
    });

    it('is of no kind that the cluster does not know', async () => {
      const path = '/apis/apps.example.com/v1/namespaces/nim-demo/wheels';
      expect((await cluster().ask('admin', many(get(path)))).code).toBe(404);
    });

    it('is of no kind that the caller may not list', async () => {
      expect(failureOf(await cluster().ask('ada', many(get(paths.roles))))).toBe('403 Forbidden');
    });

    it('is in no list when there is none', async () => {
      const path = `${paths.secrets}?labelSelector=of%3Dnobody`;
      const { code, body } = await cluster().ask('ada', many(get(path)));
      // API servers differ: older ones write null for an empty list.
      expect([code, body['items'] ?? []]).toEqual([200, []]);
    });

    it('is not to be had as a list, nor a list as it', async () => {
      await given(cluster(), 'ada', paths.secrets, withKey('alone'));
      const answers = [
        await cluster().ask('ada', one(get(paths.secrets))),
        await cluster().ask('ada', many(get(`${paths.secrets}/alone`))),
      ];
      expect(answers.map(failureOf)).toEqual(['406 NotAcceptable', '406 NotAcceptable']);
    });

    it.each([
      ['a kind that is not known', asking('Nonsense').accept],
      [
        'what comes after the whole',
        `application/json,${asking('PartialObjectMetadata', '').accept}`,
      ],
      [
        'what is wanted less',
        `${asking('PartialObjectMetadata', ';q=0.2').accept},application/json;q=0.9`,
      ],
    ])('comes whole, not as %s', async (what, accept) => {
      const name = `whole-${what.length}`;
      await given(cluster(), 'ada', paths.secrets, withKey(name));
      const answer = await cluster().ask('ada', { ...get(`${paths.secrets}/${name}`), accept });
      expect([answer.code, answer.body['kind']]).toEqual([200, 'Secret']);
    });

    it('comes not at all where nothing that is served is accepted', async () => {
      await given(cluster(), 'ada', paths.secrets, withKey('unacceptable'));
      const asked = get(`${paths.secrets}/unacceptable`);
      const nonsense = { ...asked, ...asking('Nonsense', '') };
      expect(failureOf(await cluster().ask('ada', nonsense))).toBe('406 NotAcceptable');
    });
  });
};
